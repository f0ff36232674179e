import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../domain/clock.ts';
import type { Examined } from '../domain/finding.ts';
import { compareIdentity } from '../operations/tenants/compare-identity.ts';
import type { Database } from '../postgres/database.ts';
import { listTenants } from '../storage/tenants/tenants.ts';
import { checkClock } from './check-clock.ts';
import { checkDatabase } from './check-database.ts';
import { checkDisk } from './check-disk.ts';
import { checkIdentity } from './check-identity.ts';
import { checkLedger } from './check-ledger.ts';
import { type MailSettings, checkMailServer } from './check-mail-server.ts';
import { type AddressSettings, checkPublicAddress } from './check-public-address.ts';
import { type Lookup, type Signing, checkSenderDomains } from './check-sender-domain.ts';
import { checkTimeZones } from './check-time-zones.ts';
import { notesOf } from './notes.ts';

export const EXAMINE_FINDINGS = {
  check_failed: { severity: 'warning', mend: 'Look again; where it stays, the log of the server may tell more.' },
} as const;

/** An installation as the doctor is told of it. */
export type Installation = {
  db: Database;
  clock: Clock;
  connectionString: string;
  dataDir: string;
  embedded: boolean;
  mail: MailSettings;
  signing: Signing | null;
  /** PUBLIC_URL. */
  publicUrl: string | undefined;
  onLoopback: Pick<AddressSettings, 'onLoopback'>['onLoopback'];
  secretKeys: readonly string[];
  lookup: Lookup;
};

/** A check that takes longer is given up. */
const PATIENCE_MS = 30_000;

/** Looks at everything, side by side; `tenantId`: of the tenants' senders at this one's alone. Never rejects: a check that fails is a finding. */
export async function examine(about: Installation, tenantId?: number): Promise<Examined[]> {
  const { db, clock, secretKeys, publicUrl } = about;
  const database = await bounded('database', () => checkDatabase(db, about));
  const mail = bounded('mail server', () => checkMailServer(about.mail, clock));
  const disk = bounded('disk', () => checkDisk(about));
  const zones = bounded('time zones', async () => checkTimeZones());
  // The rest is read from it.
  if (database.facts['version'] === undefined) return [database, ...(await Promise.all([disk, mail, zones]))];
  const identity = compareIdentity(about, { secretKeys, publicUrl });
  return [
    database,
    ...(await Promise.all([
      bounded('clock', () => checkClock(db, clock)),
      zones,
      disk,
      bounded('identity', async () => checkIdentity(await identity)),
      bounded('public address', async () =>
        checkPublicAddress({
          publicUrl: (await identity).linksTo,
          given: publicUrl !== undefined,
          onLoopback: about.onLoopback,
          secretKeys,
        }),
      ),
      mail,
      bounded('sender domains', async () => checkSenderDomains(await sendersOf(db, tenantId), about.signing, about.lookup)),
      bounded('notices', () => checkLedger(db, clock)),
    ])),
  ];
}

async function sendersOf(db: Database, tenantId: number | undefined): Promise<string[]> {
  const tenants = await listTenants(db);
  return tenants.filter(({ id }) => tenantId === undefined || id === tenantId).map(({ senderMailbox }) => senderMailbox);
}

/** A check within its time, and a finding where it fails of itself. */
export async function bounded(name: string, check: () => Promise<Examined>, patienceMs = PATIENCE_MS): Promise<Examined> {
  const done = new AbortController();
  const late = sleep(patienceMs, undefined, { signal: done.signal }).then(
    () => ({ fault: 'it took too long' }),
    () => ({ fault: '' }),
  );
  const looked = check().catch((error: unknown) => ({ fault: error instanceof Error ? error.name : typeof error }));
  const first = await Promise.race([looked, late]);
  done.abort();
  if (!('fault' in first)) return first;
  const notes = notesOf(name, EXAMINE_FINDINGS);
  notes.found('check_failed', `This could not be looked at: ${first.fault}.`);
  return notes.done();
}
