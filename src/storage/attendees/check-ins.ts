import { sql } from 'kysely';
import type { Event } from '../../domain/events/event.ts';
import type { Actor } from '../../domain/people/people.ts';
import type { Ticket } from '../../domain/seats/ticket.ts';
import type { Database } from '../../postgres/database.ts';

/** Who came, when, and who let them in; `byName` is whose the credential is, where that can be said. */
export type CheckIn = { id: number; ticketId: number; at: Temporal.Instant; by: Pick<Actor, 'kind' | 'id'>; byName: string | null };

/** The ticket of a code with what decides whether it lets in. */
export type TicketAtDoor = Pick<Ticket, 'id' | 'eventId' | 'name'> & {
  ticketTypeName: string | null;
  released: boolean;
  event: Pick<Event, 'calendarId' | 'title' | 'status'>;
};

/** A ticket of a tenant by its code, or undefined. */
export async function findTicketByCode(db: Database, tenantId: number, code: string): Promise<TicketAtDoor | undefined> {
  const found = await sql<Omit<TicketAtDoor, 'event'> & TicketAtDoor['event']>`
    select t.id, t.event_id, t.name, t.released_revision is not null as released, e.calendar_id, e.title, e.status,
      (select y.name from ticket_types y where y.id = t.ticket_type_id and y.tenant_id = t.tenant_id) as ticket_type_name
    from tickets t join events e on e.id = t.event_id and e.tenant_id = t.tenant_id where t.code = ${code} and t.tenant_id = ${tenantId}`.execute(
    db,
  );
  const [row] = found.rows;
  if (!row) return undefined;
  const { calendarId, title, status, ...ticket } = row;
  return { ...ticket, event: { calendarId, title, status } };
}

/** Whose the credential is: a person of the house, or what a program's key is called. Over the alias `c`. */
const BY_NAME = sql.raw(`case c.actor_kind
  when 'user' then (select u.full_name from users u where u.id = c.actor_id::bigint and u.tenant_id = c.tenant_id)
  when 'key' then (select k.label from api_keys k where k.id = c.actor_id::bigint and k.tenant_id = c.tenant_id) end`);

type Row = Omit<CheckIn, 'by'> & { actorKind: Actor['kind']; actorId: string };

const checkInOf = ({ actorKind, actorId, ...row }: Row): CheckIn => ({ ...row, by: { kind: actorKind, id: actorId } });

const COLUMNS = sql`c.id, c.ticket_id, c.at, c.actor_kind, c.actor_id, ${BY_NAME} as by_name`;

/** Lets somebody in; undefined where they are in already, also by another in the same moment. */
export async function insertCheckIn(
  db: Database,
  tenantId: number,
  { id, eventId }: Pick<Ticket, 'id' | 'eventId'>,
  by: Actor,
  now: Temporal.Instant,
): Promise<CheckIn | undefined> {
  const inserted = await sql<Row>`
    insert into check_ins as c (tenant_id, event_id, ticket_id, at, actor_kind, actor_id) values (${tenantId}, ${eventId}, ${id}, ${now}, ${by.kind}, ${by.id})
    on conflict do nothing returning ${COLUMNS}`.execute(db);
  return inserted.rows.map(checkInOf)[0];
}

/** The check-in that stands of a ticket, or undefined. */
export async function findCheckIn(db: Database, tenantId: number, ticketId: number): Promise<CheckIn | undefined> {
  const found = await sql<Row>`
    select ${COLUMNS} from check_ins c where c.ticket_id = ${ticketId} and c.tenant_id = ${tenantId} and c.undone_at is null`.execute(db);
  return found.rows.map(checkInOf)[0];
}

/** The calendar of the event of a check-in, undone or not; undefined when there is none. */
export async function findCalendarOfCheckIn(db: Database, tenantId: number, id: number): Promise<number | undefined> {
  const found = await sql<{ calendarId: number }>`
    select e.calendar_id from check_ins c join events e on e.id = c.event_id and e.tenant_id = c.tenant_id where c.id = ${id} and c.tenant_id = ${tenantId}`.execute(
    db,
  );
  return found.rows[0]?.calendarId;
}

/** Takes a check-in back. False where that was done before. */
export async function undoCheckIn(db: Database, tenantId: number, id: number, by: Actor, now: Temporal.Instant): Promise<boolean> {
  const undone = await sql`
    update check_ins set undone_at = ${now}, undone_by_kind = ${by.kind}, undone_by_id = ${by.id}
    where id = ${id} and tenant_id = ${tenantId} and undone_at is null`.execute(db);
  return undone.numAffectedRows === 1n;
}

/** How many hold a seat at an event, and how many of them are there. */
export async function countCheckIns(db: Database, tenantId: number, eventId: number): Promise<{ seats: number; checkedIn: number }> {
  const found = await sql<{ seats: number; checkedIn: number }>`
    select e.live_tickets as seats, (select count(*)::int from check_ins c where c.event_id = e.id and c.tenant_id = e.tenant_id and c.undone_at is null) as checked_in
    from events e where e.id = ${eventId} and e.tenant_id = ${tenantId}`.execute(db);
  return found.rows[0] ?? { seats: 0, checkedIn: 0 };
}
