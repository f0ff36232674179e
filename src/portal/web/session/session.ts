/** `expiresAt` in milliseconds since 1970, by this browser's clock. */
export type Session = { token: string; expiresAt: number };
export type SessionEnd = 'signed-out' | 'expired';

// sessionStorage, so that closing the tab on a shared computer is as good as signing out. Kept as "<expiresAt> <token>".
const KEY = 'adjourn.session';
const watchers = new Set<(end: SessionEnd | null) => void>();

function tell(end: SessionEnd | null): void {
  for (const watcher of watchers) watcher(end);
}

/** The session of this tab, or null when there is none or its time is over. */
export function currentSession(): Session | null {
  const [expiresAt, token] = (sessionStorage.getItem(KEY) ?? '').split(' ');
  return token && Number(expiresAt) > Date.now() ? { token, expiresAt: Number(expiresAt) } : null;
}

/** True when somebody was signed in here and only time has passed since; that session is forgotten, so it is true once. */
export function forgetExpired(): boolean {
  if (sessionStorage.getItem(KEY) === null || currentSession() !== null) return false;
  sessionStorage.removeItem(KEY);
  return true;
}

/** Starts a session with a token that lives for `expiresInSeconds`. */
export function beginSession(token: string, expiresInSeconds: number): void {
  sessionStorage.setItem(KEY, `${Date.now() + expiresInSeconds * 1000} ${token}`);
  tell(null);
}

/** Ends the session and tells the watchers why; nothing happens when there is none. */
export function endSession(end: SessionEnd): void {
  if (sessionStorage.getItem(KEY) === null) return;
  sessionStorage.removeItem(KEY);
  tell(end);
}

/** Calls back with null at each start and with the cause at each end; answers how to stop. */
export function watchSession(watcher: (end: SessionEnd | null) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
