import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../postgres/database.ts';

/** SQL for when a ticket was last mailed again on request, latest first, at most `limit` times since then: an array, or null where it was not. */
export function resentAt(
  tenantId: number,
  ticketId: number,
  since: Temporal.Instant,
  limit: number,
): RawBuilder<Temporal.Instant[] | null> {
  return sql`(select array_agg(r.at order by r.id desc) from (
    select at, id from changes where tenant_id = ${tenantId} and ticket_id = ${ticketId} and kind = 'ticket_resent' and at > ${since}
    order by id desc limit ${limit}) r)`;
}

/** One line of an event's history. */
export type HistoryLine = {
  id: number;
  revision: number;
  kind: string;
  /** What it set, as the change itself says it. */
  after: Record<string, unknown>;
  actorKind: string;
  actorId: string;
  /** Whose they are, where the credential is a person's. */
  actorName: string | null;
  reason: string | null;
  cause: string;
  at: Temporal.Instant;
};

/** What happened to an event, newest first, at most `limit`. */
export async function listHistory(db: Database, tenantId: number, eventId: number, limit: number): Promise<HistoryLine[]> {
  const found = await sql<HistoryLine>`
    select c.id, c.revision, c.kind, c.after, c.actor_kind, c.actor_id, c.reason, c.cause, c.at,
      -- A link is of a seat, or of a place in the waiting list.
      case when c.actor_kind = 'token' and c.kind like 'event%'
          then (select coalesce(t.name, t.email) from tickets t where t.tenant_id = c.tenant_id and t.id = c.actor_id::bigint)
        when c.actor_kind = 'token'
          then (select coalesce(w.name, w.email) from waitlist_entries w where w.tenant_id = c.tenant_id and w.id = c.actor_id::bigint)
        when c.actor_kind = 'customer' then (select p.full_name from customers p where p.tenant_id = c.tenant_id and p.id = c.actor_id::bigint)
      end as actor_name
    from changes c where c.tenant_id = ${tenantId} and c.event_id = ${eventId} order by c.id desc limit ${limit}`.execute(db);
  return found.rows;
}

/** When an event was to be, before it was moved there where it is. */
export type FormerTime = { eventId: number; startsAt: Temporal.Instant; endsAt: Temporal.Instant };

/** The time that each of these events had before its latest move; none of one that never moved. */
export async function listFormerTimes(db: Database, tenantId: number, eventIds: number[]): Promise<FormerTime[]> {
  const found = await sql<FormerTime>`
    select m.* from unnest(${eventIds}::bigint[]) as e (id) cross join lateral (
      select c.event_id, (c.before->>'startsAt')::timestamptz as starts_at, (c.before->>'endsAt')::timestamptz as ends_at from changes c
      where c.tenant_id = ${tenantId} and c.event_id = e.id and c.kind in ('event_rescheduled', 'event_updated')
        and (c.before->>'startsAt' <> c.after->>'startsAt' or c.before->>'endsAt' <> c.after->>'endsAt')
      order by c.id desc limit 1) m`.execute(db);
  return found.rows;
}

/** The event that a change is of, or undefined. */
export async function findEventOfChange(db: Database, tenantId: number, changeId: number): Promise<number | undefined> {
  const found = await sql<{ eventId: number }>`select event_id from changes where id = ${changeId} and tenant_id = ${tenantId}`.execute(db);
  return found.rows[0]?.eventId;
}
