import { sql } from 'kysely';
import type { Database, Transaction } from '../../postgres/database.ts';

/** Gives this database the identity that is part of every Message-ID; a database that has one keeps it. */
export async function ensureInstallation(db: Database, now: Temporal.Instant): Promise<void> {
  await sql`insert into installation (created_at) values (${now}) on conflict do nothing`.execute(db);
}

/** Keeps the operator's word on the demo: `at` is when it was refused, null allows it. */
export async function refuseDemo(db: Database, at: Temporal.Instant | null): Promise<void> {
  await sql`update installation set demo_refused_at = ${at}`.execute(db);
}

/** Whether the operator's last word was to refuse the demo. */
export async function isDemoRefused(db: Database): Promise<boolean> {
  const found = await sql<{ refused: boolean }>`select demo_refused_at is not null as refused from installation`.execute(db);
  return found.rows[0]?.refused ?? false;
}

/** What every process on a database has in common; null where nobody has said so yet. */
export type Identity = { keyFingerprint: string | null; publicUrl: string | null; publicUrlGiven: boolean };

const NOBODY: Identity = { keyFingerprint: null, publicUrl: null, publicUrlGiven: false };

/** The identity as it stands. */
export async function readIdentity(db: Database): Promise<Identity> {
  const found = await sql<Identity>`select key_fingerprint, public_url, public_url_given from installation`.execute(db);
  return found.rows[0] ?? NOBODY;
}

/** The identity, held against others that would change it until the transaction ends. */
export async function lockIdentity(tx: Transaction): Promise<Identity> {
  const found = await sql<Identity>`select key_fingerprint, public_url, public_url_given from installation for update`.execute(tx);
  return found.rows[0] ?? NOBODY;
}

/** Keeps another identity. */
export async function storeIdentity(tx: Transaction, { keyFingerprint, publicUrl, publicUrlGiven }: Identity): Promise<void> {
  await sql`update installation
    set key_fingerprint = ${keyFingerprint}, public_url = ${publicUrl}, public_url_given = ${publicUrlGiven}`.execute(tx);
}
