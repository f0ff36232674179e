import { sql } from 'kysely';
import type { Event } from '../../domain/events/event.ts';
import type { Database } from '../../postgres/database.ts';
import { EVENT_COLUMNS } from './events.ts';
import { type ListFilter, whereFilter } from './list-filter.ts';

export type EventWindow = {
  /** Events that overlap [from, to): they start before `to` and end after `from`. */
  from: Temporal.Instant;
  to: Temporal.Instant;
  withCancelled: boolean;
  /** Null: any event. */
  only: number[] | null;
  /** Null: none. */
  filter: EventFilter | null;
};

type EventFilter = ListFilter<
  'id',
  'title' | 'description' | 'location' | 'cancel_reason',
  'starts_at' | 'ends_at' | 'created_at' | 'updated_at' | 'cancelled_at'
>;

/** A calendar's events in a window by start, then number, at most `limit`. */
export async function listEventsOfCalendar(
  db: Database,
  tenantId: number,
  calendarId: number,
  window: EventWindow,
  limit: number,
): Promise<Event[]> {
  const found = await sql<Event>`
    select ${EVENT_COLUMNS} from events e
    where e.tenant_id = ${tenantId} and e.calendar_id = ${calendarId}
      and e.starts_at < ${window.to} and e.ends_at > ${window.from}
      and (${window.withCancelled} or e.status = 'scheduled')
      and (${window.only}::bigint[] is null or e.id = any(${window.only}::bigint[]))
      and ${whereFilter('e', window.filter)}
    order by e.starts_at, e.id limit ${limit}`.execute(db);
  return found.rows;
}
