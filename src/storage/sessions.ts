import { sql } from 'kysely';
import type { Recipient } from '../domain/people.ts';
import type { Database, Transaction } from './database.ts';

/** Somebody signed in, and the customer profile they act as. */
export type Session = {
  user: { id: number; email: string; fullName: string; isAdmin: boolean };
  customer: Recipient & { id: number };
};

/** Remembers an access token by its hash. */
export async function insertSession(
  tx: Transaction,
  session: {
    tenantId: number;
    tokenHash: Uint8Array;
    userId: number;
    customerId: number;
    createdAt: Temporal.Instant;
    expiresAt: Temporal.Instant;
  },
): Promise<void> {
  await sql`
    insert into sessions (tenant_id, token_hash, user_id, customer_id, created_at, expires_at)
    values (${session.tenantId}, ${session.tokenHash}, ${session.userId}, ${session.customerId}, ${session.createdAt},
      ${session.expiresAt})`.execute(tx);
}

/** The session of a token's hash; undefined when there is none, it has expired, or the user or the profile is not active. */
export async function findSession(
  db: Database,
  tenantId: number,
  tokenHash: Uint8Array,
  now: Temporal.Instant,
): Promise<Session | undefined> {
  const found = await sql<Recipient & { userId: number; userEmail: string; fullName: string; isAdmin: boolean; id: number; name: string }>`
    select u.id as user_id, u.email as user_email, u.full_name, u.is_admin,
      c.id, c.full_name as name, c.email, c.zone, c.zone_source, c.language
    from sessions s
    join users u on u.tenant_id = s.tenant_id and u.id = s.user_id
    join customers c on c.tenant_id = s.tenant_id and c.id = s.customer_id
    where s.tenant_id = ${tenantId} and s.token_hash = ${tokenHash} and s.expires_at > ${now} and u.active and c.active
    `.execute(db);
  const [row] = found.rows;
  if (!row) return undefined;
  const { userId, userEmail, fullName, isAdmin, ...customer } = row;
  return { user: { id: userId, email: userEmail, fullName, isAdmin }, customer };
}

/**
 * Deletes a few sessions that have expired. Called once for each new one, it takes away more than come in, and never so many
 * that a sign-in waits for it; rows another sign-in is deleting are left to it.
 */
export async function deleteSomeExpiredSessions(tx: Transaction, now: Temporal.Instant): Promise<void> {
  await sql`delete from sessions s using (
      select tenant_id, token_hash from sessions where expires_at <= ${now} order by expires_at limit 10 for update skip locked
    ) old where s.tenant_id = old.tenant_id and s.token_hash = old.token_hash`.execute(tx);
}
