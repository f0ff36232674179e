import { sql } from 'kysely';
import type { Recipient } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { readOnce } from '../../postgres/in-json.ts';
import { statement } from '../../postgres/statement.ts';
import { selectTenantByHost, tenantOf } from '../tenants/tenants.ts';

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

const sessionOf = readOnce((json: Session) => json);

const selectSession = statement<
  { host: string; tokenHash: Uint8Array | null; now: Temporal.Instant },
  { tenant: string; session: string | null }
>(
  ({ host, tokenHash, now }) => sql`
    select te.tenant, case when c.id is not null then json_build_object(
      'user', json_build_object('id', u.id, 'email', u.email, 'fullName', u.full_name, 'isAdmin', u.is_admin),
      'customer', json_build_object('id', c.id, 'name', c.full_name, 'email', c.email, 'zone', c.zone, 'zoneSource', c.zone_source,
        'language', c.language, 'isMember', c.is_member))::text end as session
    from (${selectTenantByHost(host)}) te
    left join sessions s on s.tenant_id = te.id and s.token_hash = ${tokenHash} and s.expires_at > ${now}
    left join users u on u.tenant_id = te.id and u.id = s.user_id and u.active
    left join customers c on c.tenant_id = te.id and c.id = s.customer_id and c.active and u.id is not null`,
);

/**
 * The tenant of a host (lower case, without port), and there the session of a token's hash: without one when there is none, it has expired, or
 * the user or the profile is not active. One statement, since every request begins with it.
 */
export async function findSession(
  db: Database,
  host: string,
  tokenHash: Uint8Array | null,
  now: Temporal.Instant,
): Promise<{ tenant: Tenant; session: Session | undefined } | undefined> {
  const [row] = await selectSession(db, { host, tokenHash, now });
  return row && { tenant: tenantOf(row.tenant), session: row.session === null ? undefined : sessionOf(row.session) };
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
