import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { createTurns } from './turns.ts';

/** An argon2id hash of a password, with its salt and costs inside (the library's defaults are OWASP's: 19 MiB, two passes). */
export function hashPassword(password: string): Promise<string> {
  return hash(password);
}

// A check takes a thread of the four that all files, names and other checks share, and a core for tens of milliseconds: one core is left to
// the requests of everybody else, and never more than two threads are taken. Thirty in line are a second or two.
const turns = createTurns({ atOnce: Math.max(1, Math.min(2, availableParallelism() - 1)), waiting: 120, waitingOfOne: 30 });

/** As `hashPassword`, in its turn: 'busy', at once, where too many wait. */
export async function hashInTurn(password: string, tenantId: number): Promise<string> {
  return (await turns.take(String(tenantId), () => hash(password))) ?? 'busy';
}

/**
 * Whether a password is the one that was hashed. Takes tens of milliseconds, off the main thread, and waits for its turn, the tenants in turn;
 * 'busy', at once, where too many wait.
 */
export async function isPassword(passwordHash: string, password: string, tenantId: number): Promise<boolean | 'busy'> {
  return (await turns.take(String(tenantId), () => verify(passwordHash, password))) ?? 'busy';
}
