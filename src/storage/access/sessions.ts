import { sql } from 'kysely';
import type { Recipient } from '../../domain/people/people.ts';
import type { Database, Transaction } from '../../postgres/database.ts';

/** Somebody signed in, and the customer profile they act as. */
export type Session = {
  user: { id: number; email: string; fullName: string; isAdmin: boolean };
  customer: Recipient & { id: number; isMember: boolean };
};

/** Remembers an access token by its hash. */
export async function insertSession(
  tx: Transaction,
  session: {
    tenantId: number;
    tokenHash: Uint8Array;
    userId: number;
    customerId: number;
    clientId: string;
    createdAt: Temporal.Instant;
    expiresAt: Temporal.Instant;
  },
): Promise<void> {
  await sql`
    insert into sessions (tenant_id, token_hash, user_id, customer_id, client_id, created_at, expires_at)
    values (${session.tenantId}, ${session.tokenHash}, ${session.userId}, ${session.customerId}, ${session.clientId},
      ${session.createdAt}, ${session.expiresAt})`.execute(tx);
}

/** The session of a token's hash; undefined when there is none, it has expired, or the user or the profile is not active. */
export async function findSession(
  db: Database,
  tenantId: number,
  tokenHash: Uint8Array,
  now: Temporal.Instant,
): Promise<Session | undefined> {
  const found = await sql<
    Recipient & { userId: number; userEmail: string; fullName: string; isAdmin: boolean; id: number; name: string; isMember: boolean }
  >`
    select u.id as user_id, u.email as user_email, u.full_name, u.is_admin,
      c.id, c.full_name as name, c.email, c.zone, c.zone_source, c.language, c.is_member
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
 * Makes a session act as another of its user's profiles, and with it the client's live refresh token, so that a renewed session does
 * not fall back; false when the profile is somebody else's or not active.
 */
export async function switchSession(tx: Transaction, tenantId: number, tokenHash: Uint8Array, customerId: number): Promise<boolean> {
  const switched = await sql<{ userId: number; clientId: string | null }>`
    update sessions s set customer_id = c.id
    from customers c
    where s.tenant_id = ${tenantId} and s.token_hash = ${tokenHash}
      and c.tenant_id = s.tenant_id and c.user_id = s.user_id and c.id = ${customerId} and c.active
    returning s.user_id, s.client_id`.execute(tx);
  const [session] = switched.rows;
  if (!session) return false;
  await sql`update refresh_tokens set customer_id = ${customerId}
    where tenant_id = ${tenantId} and user_id = ${session.userId} and client_id = ${session.clientId}`.execute(tx);
  return true;
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
