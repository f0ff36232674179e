import { sql } from 'kysely';
import type { Event } from '../../domain/events/event.ts';
import type { Database } from '../../postgres/database.ts';
import { EVENT_COLUMNS } from './events.ts';
import { type Sight, isSeen } from './public-event-row.ts';

/** An event as a calendar shows it. */
export type CalendarEntry = Event & { shortDescription: string; venueAddress: string | null };

/** Events a viewer may see that touch the time from `from` until `to`, by start, at most `limit`. */
export async function listCalendarEntries(
  db: Database,
  sight: Sight,
  window: { from: Temporal.Instant; to: Temporal.Instant },
  limit: number,
): Promise<CalendarEntry[]> {
  const found = await sql<CalendarEntry>`
    select ${EVENT_COLUMNS}, e.short_description, e.venue_address from events e
    where ${isSeen(sight)} and e.starts_at < ${window.to} and e.ends_at > ${window.from}
    order by e.starts_at, e.id limit ${limit}`.execute(db);
  return found.rows;
}

/**
 * What subscribed calendars are shown: events open to everybody that end after `since`, soonest first, at most `limit`. An event that
 * was cancelled after it had been published stays, since who subscribed may hold it.
 */
export async function listFeedEntries(
  db: Database,
  tenantId: number,
  since: Temporal.Instant,
  now: Temporal.Instant,
  limit: number,
): Promise<CalendarEntry[]> {
  const found = await sql<CalendarEntry>`
    select ${EVENT_COLUMNS}, e.short_description, e.venue_address from events e
    where e.tenant_id = ${tenantId} and e.published_at <= least(${now}, e.cancelled_at) and e.open_to = 'everyone' and e.ends_at > ${since}
    order by e.starts_at, e.id limit ${limit}`.execute(db);
  return found.rows;
}
