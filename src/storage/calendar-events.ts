import { sql } from 'kysely';
import type { Event } from '../domain/event.ts';
import type { Database } from './database.ts';
import { EVENT_COLUMNS } from './events.ts';

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

export type EventFilter =
  | { column: 'id'; operator: Comparison; value: number }
  | { column: 'title' | 'description' | 'location' | 'cancel_reason'; operator: Comparison | 'like'; value: string }
  | { column: 'starts_at' | 'ends_at' | 'created_at' | 'updated_at' | 'cancelled_at'; operator: Comparison; value: Temporal.Instant };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** The condition of a filter. What is not set equals nothing and differs from everything; `like` has % for anything, in any case; times count in whole seconds. */
function whereFilter(filter: EventFilter | null) {
  if (filter === null) return sql`true`;
  const column = typeof filter.value === 'object' ? sql`date_trunc('second', ${sql.ref(`e.${filter.column}`)})` : sql.ref(`e.${filter.column}`);
  // Without an escape character, or a backslash at its end would be a malformed pattern.
  if (filter.operator === 'like') return sql`${column} ilike ${filter.value} escape ''`;
  if (filter.operator === '!=') return sql`${column} is distinct from ${filter.value}`;
  return sql`${column} ${sql.raw(filter.operator)} ${filter.value}`;
}

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
      and ${whereFilter(window.filter)}
    order by e.starts_at, e.id limit ${limit}`.execute(db);
  return found.rows;
}
