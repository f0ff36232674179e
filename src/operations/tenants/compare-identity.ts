import { readIdentity } from '../../storage/tenants/installation.ts';
import type { Context } from '../context.ts';
import { fingerprintOf } from './settle-identity.ts';

/** How an environment stands to what counts on its database; `replaces`: its key would take the place of one that is among those from before. */
export type ComparedIdentity = {
  key: 'same' | 'unset' | 'replaces' | 'differs';
  publicUrl: { outcome: 'same' | 'unset' } | { outcome: 'differs'; recorded: string };
  /** Where links lead; null as long as nobody has said. */
  linksTo: string | null;
};

/** Compares SECRET_KEY and PUBLIC_URL with those of the processes on a database, and changes nothing. */
export async function compareIdentity(
  { db }: Pick<Context, 'db'>,
  { secretKeys, publicUrl }: { secretKeys: readonly string[]; publicUrl: string | undefined },
): Promise<ComparedIdentity> {
  const known = await readIdentity(db);
  const [mine, ...before] = secretKeys.map(fingerprintOf);
  const { keyFingerprint: counts, publicUrl: recorded, publicUrlGiven } = known;
  const key = counts === null ? 'unset' : counts === mine ? 'same' : before.includes(counts) ? 'replaces' : 'differs';
  const differs = publicUrl !== undefined && recorded !== null && publicUrlGiven && recorded !== publicUrl;
  return {
    key,
    publicUrl: differs ? { outcome: 'differs', recorded } : { outcome: publicUrl === undefined ? 'unset' : 'same' },
    linksTo: publicUrl ?? recorded,
  };
}
