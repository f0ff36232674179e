import { sql } from 'kysely';
import type { Language, Recipient, ZoneSource } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { TENANT_COLUMNS, tenantOfHost } from '../tenants/tenants.ts';

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

type SessionRow = Tenant & {
  userId: number | null;
  userEmail: string;
  fullName: string;
  isAdmin: boolean;
  customerId: number;
  customerName: string;
  email: string;
  customerZone: string;
  zoneSource: ZoneSource;
  language: Language;
  isMember: boolean;
};

/**
 * The tenant of a host (lower case, without port), undefined when it is nobody's, and the session of a token's hash there; undefined when there is none, it
 * has expired, or the user or the profile is not active. One statement, for it goes before everything a customer asks.
 */
export async function findSession(
  db: Database,
  host: string,
  tokenHash: Uint8Array,
  now: Temporal.Instant,
): Promise<{ tenant: Tenant | undefined; session: Session | undefined }> {
  const found = await sql<SessionRow>`
    select ${TENANT_COLUMNS}, s.* from ${tenantOfHost(host)} te left join lateral (
      select u.id as user_id, u.email as user_email, u.full_name, u.is_admin, c.id as customer_id, c.full_name as customer_name, c.email,
        c.zone as customer_zone, c.zone_source, c.language, c.is_member
      from (select * from sessions s where s.token_hash = ${tokenHash} and s.tenant_id = te.id offset 0) s
      cross join lateral (select * from users u where u.id = s.user_id and u.tenant_id = s.tenant_id offset 0) u
      cross join lateral (select * from customers c where c.id = s.customer_id and c.tenant_id = s.tenant_id offset 0) c
      where s.expires_at > ${now} and u.active and c.active) s on true`.execute(db);
  const [row] = found.rows;
  if (!row) return { tenant: undefined, session: undefined };
  const { userId, userEmail, fullName, isAdmin, customerId, customerName, email, customerZone, zoneSource, language, isMember, ...tenant } =
    row;
  if (userId === null) return { tenant, session: undefined };
  const customer = { id: customerId, name: customerName, email, zone: customerZone, zoneSource, language, isMember };
  return { tenant, session: { user: { id: userId, email: userEmail, fullName, isAdmin }, customer } };
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
