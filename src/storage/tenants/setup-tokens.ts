import { sql } from 'kysely';
import type { Database, Transaction } from '../../postgres/database.ts';

/** Remembers by its hash what opens the page that sets up the first house, and forgets those that expired. */
export async function insertSetupToken(
  db: Database,
  { tokenHash, expiresAt }: { tokenHash: Buffer; expiresAt: Temporal.Instant },
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    with old as (delete from setup_tokens where expires_at <= ${now})
    insert into setup_tokens (token_hash, expires_at) values (${tokenHash}, ${expiresAt})`.execute(db);
}

export async function isSetupToken(db: Database, tokenHash: Buffer, now: Temporal.Instant): Promise<boolean> {
  const found = await sql`select from setup_tokens where token_hash = ${tokenHash} and expires_at > ${now}`.execute(db);
  return found.rows.length > 0;
}

/** Uses a token up; false where it is unknown, used or expired. */
export async function takeSetupToken(tx: Transaction, tokenHash: Buffer, now: Temporal.Instant): Promise<boolean> {
  const taken = await sql`delete from setup_tokens where token_hash = ${tokenHash} and expires_at > ${now}`.execute(tx);
  return taken.numAffectedRows === 1n;
}

/** There is a house: no other is made by page. */
export async function forgetSetupTokens(tx: Transaction): Promise<void> {
  await sql`delete from setup_tokens`.execute(tx);
}
