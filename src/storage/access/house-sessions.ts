import { sql } from 'kysely';
import type { HouseRole } from '../../domain/people/house.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { selectTenantByHost, tenantOf } from '../tenants/tenants.ts';

/** Somebody of the house who is signed in. */
export type HouseSession = {
  userId: number;
  email: string;
  fullName: string;
  /** Null: was of the house when it began, and has nothing to do there now. */
  role: HouseRole | null;
  calendarIds: number[];
  hasTwoFactor: boolean;
  method: 'password' | 'provider';
  startedAt: Temporal.Instant;
  renewedAt: Temporal.Instant;
  seenAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** It was shown by the token from before it was renewed. */
  byEarlierToken: boolean;
};

export type NewHouseSession = {
  tenantId: number;
  userId: number;
  tokenHash: Uint8Array;
  method: HouseSession['method'];
  startedAt: Temporal.Instant;
  endsAt: Temporal.Instant;
};

/** Keeps a new session under its token's hash, notes that its person signed in, and lets go a few that ended (more than come in). */
export async function insertHouseSession(
  tx: Transaction,
  { tenantId, userId, tokenHash, method, startedAt, endsAt }: NewHouseSession,
): Promise<void> {
  await sql`delete from house_sessions s using (
      select tenant_id, token_hash from house_sessions where ends_at <= ${startedAt} order by ends_at limit 10 for update skip locked
    ) old where s.tenant_id = old.tenant_id and s.token_hash = old.token_hash`.execute(tx);
  await sql`
    insert into house_sessions (tenant_id, user_id, token_hash, method, started_at, renewed_at, seen_at, ends_at)
    values (${tenantId}, ${userId}, ${tokenHash}, ${method}, ${startedAt}, ${startedAt}, ${startedAt}, ${endsAt})`.execute(tx);
  await sql`update users set last_signed_in_at = ${startedAt} where tenant_id = ${tenantId} and id = ${userId}`.execute(tx);
}

/**
 * The session of a token's hash at the tenant of a host (lower case, without port), or undefined: there is none, it is over, nobody used it since
 * `idleSince`, it was renewed before `renewedSince` and shown by the earlier token, or its person is not active.
 */
export async function findHouseSession(
  db: Database,
  host: string,
  tokenHash: Uint8Array,
  { now, idleSince, renewedSince }: Record<'now' | 'idleSince' | 'renewedSince', Temporal.Instant>,
): Promise<{ tenant: Tenant; session: HouseSession } | undefined> {
  const found = await sql<HouseSession & { tenant: string }>`
    select te.tenant, s.user_id, u.email, u.full_name, case when u.is_admin then 'administrator' else u.house_role end as role,
      array(select calendar_id from house_calendars h where h.tenant_id = u.tenant_id and h.user_id = u.id order by calendar_id) as calendar_ids,
      u.totp_sealed is not null as has_two_factor, s.method, s.started_at, s.renewed_at, s.seen_at, s.ends_at, s.token_hash <> ${tokenHash} as by_earlier_token
    from (${selectTenantByHost(host)}) te
    join house_sessions s on s.tenant_id = te.id
      and (s.token_hash = ${tokenHash} or (s.before_hash = ${tokenHash} and s.renewed_at > ${renewedSince}))
    join users u on u.tenant_id = te.id and u.id = s.user_id and u.active
    where s.ends_at > ${now} and s.seen_at > ${idleSince}`.execute(db);
  const [row] = found.rows;
  if (!row) return undefined;
  const { tenant, ...session } = row;
  return { tenant: tenantOf(tenant), session };
}

/** Notes that a session is used, where it was last noted before `since`: once a minute, whatever a page asks. */
export async function touchHouseSession(
  db: Database,
  tenantId: number,
  tokenHash: Uint8Array,
  now: Temporal.Instant,
  since: Temporal.Instant,
): Promise<void> {
  await sql`update house_sessions set seen_at = ${now}
    where tenant_id = ${tenantId} and (token_hash = ${tokenHash} or before_hash = ${tokenHash}) and seen_at < ${since}`.execute(db);
}

/** Gives a session another token; the one before opens it for a moment. False where it was renewed or ended meanwhile. */
export async function renewHouseSession(
  db: Database,
  tenantId: number,
  tokenHash: Uint8Array,
  newHash: Uint8Array,
  now: Temporal.Instant,
): Promise<boolean> {
  const renewed = await sql`
    update house_sessions set token_hash = ${newHash}, before_hash = ${tokenHash}, renewed_at = ${now}
    where tenant_id = ${tenantId} and token_hash = ${tokenHash}`.execute(db);
  return renewed.numAffectedRows === 1n;
}

/** Ends a session, by whichever of its tokens, and gives whose it was. */
export async function deleteHouseSession(tx: Transaction, tenantId: number, tokenHash: Uint8Array): Promise<number | undefined> {
  const ended = await sql<{ userId: number }>`
    delete from house_sessions where tenant_id = ${tenantId} and (token_hash = ${tokenHash} or before_hash = ${tokenHash}) returning user_id`.execute(
    tx,
  );
  return ended.rows[0]?.userId;
}
