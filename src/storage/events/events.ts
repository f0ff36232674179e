import { type RawBuilder, sql } from 'kysely';
import type { Event } from '../../domain/events/event.ts';
import type { EventDetails } from '../../domain/events/event-details.ts';
import { fromJson } from '../../postgres/in-json.ts';
import type { Database, Transaction } from '../../postgres/database.ts';

/** Columns of an Event, in its spelling once Kysely has camel-cased them. */
export const EVENT_COLUMNS = sql.raw(`e.tenant_id, e.id, e.public_id, e.calendar_id, e.uid_scope, e.uid,
  e.organizer_mailbox, e.organizer_name, e.reply_to, e.title, e.description, e.location, e.zone, e.starts_at, e.ends_at,
  e.capacity, e.live_tickets, e.held_seats, e.waitlist_enabled, e.attendee_links, e.status, e.revision, e.sequence, e.dtstamp, e.cancelled_at, e.cancel_reason,
  e.cancelled_by_kind, e.cancelled_by_id, e.created_at, e.updated_at`);

/** An event that came as JSON of those columns. */
export function eventOf(row: object): Event {
  return fromJson<Event>(row, ['startsAt', 'endsAt', 'dtstamp', 'cancelledAt', 'createdAt', 'updatedAt']);
}

/** How a caller names an event: our number, or that within one calendar, where a draft is none; its public UUID; or a UID of its mails. */
export type EventKey = { id: number; calendarId?: number } | { publicId: string } | { uid: string };

/** The condition that picks the event of a key, over the alias `e`. */
export function whereEvent(tenantId: number, key: EventKey) {
  if ('publicId' in key) return sql`e.tenant_id = ${tenantId} and e.public_id = ${key.publicId}`;
  if ('uid' in key) {
    return sql`e.tenant_id = ${tenantId} and (e.uid = ${key.uid}
      or e.id in (select event_id from tickets where tenant_id = ${tenantId} and uid = ${key.uid}))`;
  }
  const inCalendar = key.calendarId === undefined ? sql`` : sql` and e.calendar_id = ${key.calendarId} and e.status <> 'draft'`;
  return sql`e.tenant_id = ${tenantId} and e.id = ${key.id}${inCalendar}`;
}

/** One event as it stands now, or undefined. */
export async function findEvent(db: Database, tenantId: number, key: EventKey): Promise<Event | undefined> {
  const found = await sql<Event>`select ${EVENT_COLUMNS} from events e where ${whereEvent(tenantId, key)}`.execute(db);
  return found.rows[0];
}

/**
 * One event, locked until the transaction ends. Every change of an event, its tickets included, takes this lock first:
 * two changes of one event queue here instead of failing each other's compare-and-set, and plans get ids in revision order.
 */
export async function lockEvent(tx: Transaction, tenantId: number, key: EventKey): Promise<Event | undefined> {
  const found = await sql<Event>`
    select ${EVENT_COLUMNS} from events e where ${whereEvent(tenantId, key)} for update`.execute(tx);
  return found.rows[0];
}

/** Several events, locked in the order of their numbers, so that two who want the same ones never wait for each other. */
export async function lockEvents(tx: Transaction, tenantId: number, ids: number[]): Promise<void> {
  await sql`select from events where tenant_id = ${tenantId} and id = any(${ids}::bigint[]) order by id for update`.execute(tx);
}

/** What a new event's row needs beyond an Event: what the doors show and no rule reads. */
export type NewEvent = Omit<Event, 'id' | 'liveTickets' | 'heldSeats' | 'waitlistEnabled'>;

/**
 * The part of a statement that saves a decided event over the revision it was decided on: `saved`, with one row, or none where another revision
 * stands there. `live_tickets` is not written: the tickets' trigger keeps it. Without details those that there are stay.
 */
export function saveEvent(event: Event, expectedRevision: number, details?: EventDetails): RawBuilder<unknown> {
  const also = details ? sql`${sql.join(detailColumns(event, details).map(([name, value]) => sql`${sql.ref(name)} = ${value}`))}, ` : sql``;
  return sql`saved as (
    update events set ${also}title = ${event.title}, description = ${event.description}, location = ${event.location},
      zone = ${event.zone}, starts_at = ${event.startsAt}, ends_at = ${event.endsAt}, capacity = ${event.capacity}, status = ${event.status},
      revision = ${event.revision}, sequence = ${event.sequence}, dtstamp = ${event.dtstamp},
      cancelled_at = ${event.cancelledAt}, cancel_reason = ${event.cancelReason},
      cancelled_by_kind = ${event.cancelledByKind}, cancelled_by_id = ${event.cancelledById}, updated_at = ${event.updatedAt}
    where tenant_id = ${event.tenantId} and id = ${event.id} and revision = ${expectedRevision}
    returning tenant_id, id, revision)`;
}

/** The part of a statement that inserts an event: `saved`, with its new number. */
export function insertEvent(event: NewEvent, details?: EventDetails): RawBuilder<unknown> {
  const also = details
    ? detailColumns(event, details)
    : [[`organizer_name`, event.organizerName] as const, [`reply_to`, event.replyTo] as const];
  return sql`saved as (
    insert into events (tenant_id, public_id, calendar_id, uid_scope, uid, organizer_mailbox, title, description, location, zone,
      starts_at, ends_at, capacity, status, revision, sequence, dtstamp, attendee_links, created_at, updated_at,
      ${sql.join(also.map(([name]) => sql.ref(name)))})
    values (${event.tenantId}, ${event.publicId}, ${event.calendarId}, ${event.uidScope}, ${event.uid}, ${event.organizerMailbox},
      ${event.title}, ${event.description}, ${event.location}, ${event.zone}, ${event.startsAt}, ${event.endsAt}, ${event.capacity}, ${event.status},
      ${event.revision}, ${event.sequence}, ${event.dtstamp}, ${event.attendeeLinks}, ${event.createdAt}, ${event.updatedAt},
      ${sql.join(also.map(([, value]) => value))})
    returning tenant_id, id, revision)`;
}

/** An event's page is there from the moment on that the event is published; one that is off keeps the moment, for who subscribed to it. */
function detailColumns({ status, updatedAt }: NewEvent, details: EventDetails): (readonly [name: string, value: unknown])[] {
  return [
    ['organizer_name', details.organizerName],
    ['reply_to', details.replyTo],
    ['short_description', details.shortDescription],
    ['venue_address', details.venueAddress],
    ['open_to', details.openTo],
    ['waitlist_enabled', details.waitlistEnabled],
    ['featured', details.featured],
    ['show_in_home_page', details.showInHomePage],
    ['allow_comments', details.allowComments],
    ['show_attendees', details.showAttendees],
    ['has_page', details.isPublic],
    ['published_at', status === 'scheduled' && details.isPublic ? (details.publishedAt ?? updatedAt) : null],
  ];
}
