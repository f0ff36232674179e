import { useSyncExternalStore } from 'react';
import { currentSession, watchSession } from '@/session/session';

/** Whether somebody is signed in, kept up to date. */
export function useSignedIn(): boolean {
  return useSyncExternalStore(watchSession, () => currentSession() !== null);
}
