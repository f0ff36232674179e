import { sql } from 'kysely';
import type { Conference } from '../../domain/events/conference.ts';
import type { Event } from '../../domain/events/event.ts';
import type { Database } from '../../postgres/database.ts';
import { fromJson, readOnce } from '../../postgres/in-json.ts';
import { statement } from '../../postgres/statement.ts';
import type { Attendee } from '../seats/attendees.ts';
import { conferenceOf } from './conferences.ts';
import { EVENT_COLUMNS, eventOf } from './events.ts';
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

/** How many events an answer holds, attendees of one of them (the rest are left out), and attendees in all. */
export type ListLimits = { events: number; attendeesOfOne: number; attendees: number };

export type ListedEvent = { event: Event; attendees: Attendee[]; conference: Conference | null };

/** Without an event in a calendar that has none in the window. */
type Row = { fits: boolean; listed: string | null };

const listedOf = readOnce((json: { event: object; attendees: object[]; conference: object | null }): ListedEvent => ({
  event: eventOf(json.event),
  attendees: json.attendees.map((attendee) => fromJson<Attendee>(attendee, [])),
  conference: json.conference && conferenceOf(json.conference),
}));

type Given = Omit<EventWindow, 'filter'> &
  ListLimits & { tenantId: number; calendarId: number; comparedWith: number | string | Temporal.Instant | null };

function selectWhere(filter: EventFilter | null) {
  return statement<Given, Row>(
    (given) => sql`
    with page as materialized (
      select e.* from events e
      where e.tenant_id = ${given.tenantId} and e.calendar_id = ${given.calendarId}
        and e.starts_at < ${given.to} and e.ends_at > ${given.from}
        and (e.status = 'scheduled' or (${given.withCancelled}::boolean and e.status = 'cancelled'))
        and (${given.only}::bigint[] is null or e.id = any(${given.only}::bigint[]))
        and ${whereFilter('e', filter, given.comparedWith)}
      order by e.starts_at, e.id limit ${given.events}::bigint + 1
    ), size as (
      select count(*) <= ${given.events}::bigint
        and coalesce(sum(least(live_tickets, ${given.attendeesOfOne}::bigint)), 0) <= ${given.attendees}::bigint as fits from page
    )
    select size.fits, case when e.id is not null then json_build_object(
      'event', (select to_json(p) from (select ${EVENT_COLUMNS}) p),
      'attendees', array(
        select to_json(t) from (
          select event_id, email, name, role, participation_status, customer_id from tickets
          where tenant_id = ${given.tenantId} and event_id = e.id and released_revision is null and email is not null
          order by id limit ${given.attendeesOfOne}) t),
      'conference', (select to_json(o) from online_conferences o where o.tenant_id = ${given.tenantId} and o.event_id = e.id)
    )::text end as listed
    from calendars c cross join size left join page e on size.fits
    where c.tenant_id = ${given.tenantId} and c.id = ${given.calendarId}
    order by e.starts_at, e.id`,
  );
}

const statements = new Map<string, ReturnType<typeof selectWhere>>();

/**
 * A calendar's events in a window by start, then number, each with its attendees, in the order they got their seat, and its conference, also a
 * deleted one; 'too_many' where that is more than the limits, undefined where there is no such calendar. One statement.
 */
export async function listEventsOfCalendar(
  db: Database,
  tenantId: number,
  calendarId: number,
  { filter, ...window }: EventWindow,
  limits: ListLimits,
): Promise<ListedEvent[] | 'too_many' | undefined> {
  const select = statements.getOrInsertComputed(`${filter?.column} ${filter?.operator}`, () => selectWhere(filter));
  const rows = await select(db, { ...window, ...limits, tenantId, calendarId, comparedWith: filter?.value ?? null });
  if (rows[0]?.fits === false) return 'too_many';
  return rows.length === 0 ? undefined : rows.flatMap(({ listed }) => (listed === null ? [] : [listedOf(listed)]));
}
