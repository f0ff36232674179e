import type { Examined } from '../domain/finding.ts';
import type { ComparedIdentity } from '../operations/tenants/compare-identity.ts';
import { notesOf } from './notes.ts';

export const IDENTITY_FINDINGS = {
  secret_key_differs: {
    severity: 'fault',
    mend: 'Set the SECRET_KEY that the others have; where the change is meant, `adjourn identity take` with the new one and restart every process.',
  },
  public_url_differs: {
    severity: 'fault',
    mend: 'Set the same PUBLIC_URL everywhere; where the change is meant, `adjourn identity take` and restart every process.',
  },
} as const;

/** Whether this environment signs and links as the processes on its database do. */
export function checkIdentity({ key, publicUrl }: ComparedIdentity): Examined {
  const { fact, found, done } = notesOf('identity', IDENTITY_FINDINGS);
  fact('secret_key', key);
  fact('public_url', publicUrl.outcome);
  if (key === 'differs') found('secret_key_differs', 'SECRET_KEY is not the one that the processes on this database have.');
  if (publicUrl.outcome === 'differs') found('public_url_differs', `The processes on this database link to ${publicUrl.recorded}.`);
  return done();
}
