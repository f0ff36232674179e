import { hash } from 'node:crypto';
import { type Identity, lockIdentity, storeIdentity } from '../../storage/tenants/installation.ts';
import type { Context } from '../context.ts';

/** What a process brings. */
export type BroughtIdentity = {
  /** SECRET_KEY, and those from before. */
  secretKeys: readonly [string, ...string[]];
  /** PUBLIC_URL, where it is set. */
  publicUrl: string | undefined;
  /** Where it listens itself, or believes that the server does; null for a command, which makes no link. */
  address: string | null;
  /** A server, whose address others may take over; a worker beside it; or a command. */
  part: 'server' | 'worker' | 'command';
  /** What it brings counts from now on, whatever counted before: nobody else is there, or the operator said so. */
  takes: boolean;
};

/** `other_url`: its links would lead elsewhere than `recorded`, where the others' lead. */
export type IdentityOutcome =
  | { outcome: 'settled'; publicUrl: string | null }
  | { outcome: 'other_key' }
  | { outcome: 'other_url'; recorded: string };

/**
 * Makes sure that all processes on a database sign with one SECRET_KEY and link to one place, and answers which. A key that replaces the one that
 * counts, which is then among those from before, counts from now on. A server without PUBLIC_URL changes where others link that have none either;
 * a worker without one follows the server's.
 */
export async function settleIdentity({ db }: Pick<Context, 'db'>, brought: BroughtIdentity): Promise<IdentityOutcome> {
  return await db.transaction().execute(async (tx) => {
    const known = await lockIdentity(tx);
    const [mine, ...before] = brought.secretKeys.map(fingerprintOf);
    const keyCounts = known.keyFingerprint === null || [mine, ...before].includes(known.keyFingerprint);
    if (!keyCounts && !brought.takes) return { outcome: 'other_key' };
    const url = settleUrl(known, brought);
    if (url === undefined) return { outcome: 'other_url', recorded: known.publicUrl ?? '' };
    const next: Identity = { keyFingerprint: mine ?? null, ...url };
    if (next.keyFingerprint !== known.keyFingerprint || next.publicUrl !== known.publicUrl || next.publicUrlGiven !== known.publicUrlGiven)
      await storeIdentity(tx, next);
    return { outcome: 'settled', publicUrl: next.publicUrl };
  });
}

/** Where links lead from now on; undefined where this one's would lead elsewhere than the others'. */
function settleUrl(known: Identity, { publicUrl, address, part, takes }: BroughtIdentity): Omit<Identity, 'keyFingerprint'> | undefined {
  const own = { publicUrl: publicUrl ?? address, publicUrlGiven: publicUrl !== undefined };
  const stays = { publicUrl: known.publicUrl, publicUrlGiven: known.publicUrlGiven };
  if (takes) return own;
  if (part === 'command') return stays;
  if (known.publicUrl === null || known.publicUrl === own.publicUrl) return known.publicUrlGiven ? stays : own;
  if (part === 'worker') return own.publicUrlGiven ? undefined : stays;
  return known.publicUrlGiven ? undefined : own;
}

/** Enough of a hash to tell keys apart. */
export function fingerprintOf(key: string): string {
  return hash('sha256', `the fingerprint of ${key}`).slice(0, 16);
}
