import { sql } from 'kysely';
import type { Database, Transaction } from '../../postgres/database.ts';

/** What a one-time token lets its bearer do. */
export type OneTimePurpose = 'sign_in' | 'reset_password' | 'invitation';

/** Remembers a one-time token by its hash, and forgets a few that have expired (more than come in). */
export async function insertOneTimeToken(
  db: Database,
  token: {
    tenantId: number;
    tokenHash: Uint8Array;
    userId: number;
    purpose: OneTimePurpose;
    createdAt: Temporal.Instant;
    expiresAt: Temporal.Instant;
  },
): Promise<void> {
  await sql`
    with old as (
      select tenant_id, token_hash from one_time_tokens where expires_at <= ${token.createdAt} order by expires_at limit 10
      for update skip locked
    ), forgotten as (
      delete from one_time_tokens t using old where t.tenant_id = old.tenant_id and t.token_hash = old.token_hash
    )
    insert into one_time_tokens (tenant_id, token_hash, user_id, purpose, created_at, expires_at)
    values (${token.tenantId}, ${token.tokenHash}, ${token.userId}, ${token.purpose}, ${token.createdAt}, ${token.expiresAt})
    `.execute(db);
}

/** Uses a one-time token up and gives whose it is; undefined when it is unknown, used, expired or for another purpose. */
export async function takeOneTimeToken(
  tx: Transaction,
  tenantId: number,
  tokenHash: Uint8Array,
  purpose: OneTimePurpose,
  now: Temporal.Instant,
): Promise<number | undefined> {
  const taken = await sql<{ userId: number }>`
    delete from one_time_tokens
    where tenant_id = ${tenantId} and token_hash = ${tokenHash} and purpose = ${purpose} and expires_at > ${now}
    returning user_id`.execute(tx);
  return taken.rows[0]?.userId;
}

/** Those that let their bearer set a password. */
const SETS_PASSWORD = sql.raw(`purpose in ('reset_password', 'invitation')`);

/** Whose a token that sets a password is; undefined when it is unknown, used, expired or for another purpose. By its hash alone: its link says no tenant. */
export async function findPasswordToken(
  db: Database,
  tokenHash: Uint8Array,
  now: Temporal.Instant,
): Promise<{ tenantId: number; userId: number } | undefined> {
  const found = await sql<{ tenantId: number; userId: number }>`
    select tenant_id, user_id from one_time_tokens where token_hash = ${tokenHash} and ${SETS_PASSWORD} and expires_at > ${now}`.execute(
    db,
  );
  return found.rows[0];
}

/** Uses such a token up and gives whose it is; undefined as above. */
export async function takePasswordToken(
  tx: Transaction,
  tokenHash: Uint8Array,
  now: Temporal.Instant,
): Promise<{ tenantId: number; userId: number } | undefined> {
  const taken = await sql<{ tenantId: number; userId: number }>`
    delete from one_time_tokens where token_hash = ${tokenHash} and ${SETS_PASSWORD} and expires_at > ${now} returning tenant_id, user_id`.execute(
    tx,
  );
  return taken.rows[0];
}

/** Voids those of a user. */
export async function deletePasswordTokens(tx: Transaction, tenantId: number, userId: number): Promise<void> {
  await sql`delete from one_time_tokens where tenant_id = ${tenantId} and user_id = ${userId} and ${SETS_PASSWORD}`.execute(tx);
}
