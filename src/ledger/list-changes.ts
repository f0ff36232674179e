import { sql } from 'kysely';
import type { Database } from '../postgres/database.ts';

/** Something that happened to an event, with who did it. */
export type ChangeLine = {
  id: number;
  eventId: number;
  ticketId: number | null;
  revision: number;
  kind: string;
  actorKind: string;
  actorId: string;
  /** The person's, the key's or the program's own name; null where it is none of them, or gone. */
  actorName: string | null;
  reason: string | null;
  /** What it set, and what was there before, as the change itself says it. */
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  /** The door and the request. */
  cause: string;
  at: Temporal.Instant;
};

// A credential of another kind may have any text for its id.
const LINES = sql`
  select c.id, c.event_id, c.ticket_id, c.revision, c.kind, c.actor_kind, c.actor_id, c.reason, c.before, c.after, c.cause, c.at,
    case c.actor_kind
      when 'key' then (select k.label from api_keys k where k.tenant_id = c.tenant_id and k.id = n.number)
      when 'user' then (select u.full_name from users u where u.tenant_id = c.tenant_id and u.id = n.number)
      when 'client' then (select l.name from clients l where l.tenant_id = c.tenant_id and l.id = n.number)
      when 'customer' then (select p.full_name from customers p where p.tenant_id = c.tenant_id and p.id = n.number)
      -- A link is of a seat, or of a place in the waiting list.
      when 'token' then case when c.kind like 'event%'
        then (select coalesce(t.name, t.email) from tickets t where t.event_id = c.event_id and t.tenant_id = c.tenant_id and t.id = n.number)
        else (select coalesce(w.name, w.email) from waitlist_entries w
          where w.event_id = c.event_id and w.tenant_id = c.tenant_id and w.id = n.number) end
    end as actor_name
  from changes c cross join lateral (select case when c.actor_id ~ '^[0-9]{1,15}$' then c.actor_id::bigint end as number) n`;

/** What happened to an event, newest first, before a change (null: all of it), at most `limit`. */
export async function listChanges(
  db: Database,
  tenantId: number,
  eventId: number,
  { before, limit }: { before: number | null; limit: number },
): Promise<ChangeLine[]> {
  const found = await sql<ChangeLine>`${LINES}
    where c.tenant_id = ${tenantId} and c.event_id = ${eventId} and (${before}::bigint is null or c.id < ${before})
    order by c.id desc limit ${limit}`.execute(db);
  return found.rows;
}

/** One change of a tenant, and the calendar that its event is in; undefined where there is none of that number. */
export async function findChange(db: Database, tenantId: number, id: number): Promise<(ChangeLine & { calendarId: number }) | undefined> {
  const found = await sql<ChangeLine & { calendarId: number }>`
    select l.*, (select e.calendar_id from events e where e.id = l.event_id and e.tenant_id = ${tenantId}) as calendar_id
    from (${LINES} where c.tenant_id = ${tenantId} and c.id = ${id}) l`.execute(db);
  return found.rows[0];
}

/** The latest change of an event of that kind; null where none is kept. */
export async function findLastChange(
  db: Database,
  tenantId: number,
  eventId: number,
  kind: 'event_cancelled' | 'event_rescheduled',
): Promise<number | null> {
  const found = await sql<{ id: number }>`
    select id from changes where tenant_id = ${tenantId} and event_id = ${eventId} and kind = ${kind} order by id desc limit 1`.execute(db);
  return found.rows[0]?.id ?? null;
}

/** A change of what an event is: its words, its place, its time. */
export type Edit = Pick<ChangeLine, 'kind' | 'actorKind' | 'actorId' | 'actorName' | 'before' | 'after' | 'at'>;

const MOST_EDITS = 20;

/** How an event was edited after a revision, newest first, at most 20 edits. Seats that were taken and given back are no edit. */
export async function listEditsSince(db: Database, tenantId: number, eventId: number, revision: number): Promise<Edit[]> {
  // In the words of the index changes_of_time, so that an event with 100,000 tickets is not read through.
  const found = await sql<Edit>`${LINES}
    where c.tenant_id = ${tenantId} and c.event_id = ${eventId} and c.kind in ('event_rescheduled', 'event_updated') and c.revision > ${revision}
    order by c.id desc limit ${MOST_EDITS}`.execute(db);
  return found.rows;
}
