import { type RawBuilder, sql } from 'kysely';
import type { Event, EventStatus } from '../../domain/events/event.ts';
import type { EventDetails } from '../../domain/events/event-details.ts';
import type { Database } from '../../postgres/database.ts';
import { EVENT_COLUMNS, type EventKey, whereEvent } from './events.ts';

/** An event with all that whoever runs it may change of it. */
export type EventRecord = Event & EventDetails & { calendarPublicId: string; hasImage: boolean };

const RECORD = sql`${EVENT_COLUMNS}, e.short_description, e.venue_address, e.open_to, e.featured, e.show_in_home_page, e.allow_comments,
  e.show_attendees, e.published_at, case e.status when 'draft' then e.has_page else e.published_at is not null end as is_public,
  (select c.public_id from calendars c where c.id = e.calendar_id and c.tenant_id = e.tenant_id) as calendar_public_id,
  exists (select from event_images i where i.event_id = e.id and i.tenant_id = e.tenant_id) as has_image,
  array(select k.title from event_categories ec join categories k on k.id = ec.category_id and k.tenant_id = ec.tenant_id
    where ec.event_id = e.id and ec.tenant_id = e.tenant_id order by k.title) as categories`;

/** One event as it stands now, or undefined. */
export async function findEventRecord(db: Database, tenantId: number, key: EventKey): Promise<EventRecord | undefined> {
  const found = await sql<EventRecord>`select ${RECORD} from events e where ${whereEvent(tenantId, key)}`.execute(db);
  return found.rows[0];
}

/** The details of an event that there is. */
export async function findEventDetails(db: Database, tenantId: number, eventId: number): Promise<EventDetails> {
  const found = await findEventRecord(db, tenantId, { id: eventId });
  if (!found) throw new Error(`event ${eventId} is gone`);
  return detailsOf(found);
}

/** The details of an event, alone. */
export function detailsOf(event: EventDetails): EventDetails {
  const { organizerName, replyTo, shortDescription, venueAddress, isPublic, publishedAt, openTo, waitlistEnabled, featured } = event;
  const { showInHomePage, allowComments, showAttendees, categories } = event;
  return {
    organizerName,
    replyTo,
    shortDescription,
    venueAddress,
    isPublic,
    publishedAt,
    openTo,
    waitlistEnabled,
    featured,
    showInHomePage,
    allowComments,
    showAttendees,
    categories,
  };
}

/** Where a list of events goes on: behind the event of that start and number. */
export type EventPlace = { startsAt: Temporal.Instant; id: number };

export type EventFilter = {
  /** Of these calendars only; null: of all. */
  calendarIds: readonly number[] | null;
  /** That begin in this stretch of time, the end of it not included; null: any time. */
  from: Temporal.Instant | null;
  to: Temporal.Instant | null;
  statuses: EventStatus[] | null;
  /** Words, each of which title, place or organizer has one that begins so; null: whatever they have. */
  words: string[] | null;
};

/** A tenant's events by start, then number, behind a place, at most `limit`. */
export async function listEventRecords(
  db: Database,
  tenantId: number,
  filter: EventFilter,
  { after, limit }: { after: EventPlace | null; limit: number },
): Promise<EventRecord[]> {
  const { calendarIds, from, to, statuses, words } = filter;
  const [calendarId, ...others] = calendarIds ?? [];
  const conditions = [
    sql`e.tenant_id = ${tenantId}`,
    // Of one calendar there is an index in this order.
    ...(calendarIds === null
      ? []
      : [others.length === 0 && calendarId ? sql`e.calendar_id = ${calendarId}` : sql`e.calendar_id = any(${calendarIds}::bigint[])`]),
    ...(from ? [sql`e.starts_at >= ${from}`] : []),
    ...(to ? [sql`e.starts_at < ${to}`] : []),
    ...(statuses ? [sql`e.status = any(${statuses}::text[])`] : []),
    ...(after ? [sql`(e.starts_at, e.id) > (${after.startsAt}::timestamptz, ${after.id}::bigint)`] : []),
  ];
  // Found by their words first, and each looked up then: else all of the tenant's would be read in order, until enough of them have the words.
  const source = words
    ? sql`(${eventsWith(tenantId, words)}) m cross join lateral (select * from events where id = m.id offset 0) e`
    : sql`events e`;
  const found = await sql<EventRecord>`
    with page as materialized (
      select e.* from ${source} where ${sql.join(conditions, sql` and `)} order by e.starts_at, e.id limit ${limit})
    select ${RECORD} from page e order by e.starts_at, e.id`.execute(db);
  return found.rows;
}

/** In the words of the index events_by_words. */
function eventsWith(tenantId: number, words: string[]): RawBuilder<unknown> {
  // Each in quotes, so that nothing in it is an operator; one that the parser takes to pieces is found by all of them, in a row.
  const text = words.map((word) => `'${word.replaceAll(/['\\]/g, ' ')}':*`).join(' & ');
  const query = sql`to_tsquery('simple', ${text})`;
  return sql`
    select id from events where numnode(${query}) > 0
      and to_tsvector('simple', title || ' ' || coalesce(location, '') || ' ' || organizer_name) || array_to_tsvector(array['tenant ' || tenant_id])
        @@ (${`'tenant ${tenantId}'`}::tsquery && ${query}) offset 0`;
}
