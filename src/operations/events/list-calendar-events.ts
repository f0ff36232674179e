import type { Conference } from '../../domain/events/conference.ts';
import type { Event } from '../../domain/events/event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Attendee, listAttendees } from '../../storage/seats/attendees.ts';
import { type EventWindow, listEventsOfCalendar } from '../../storage/events/calendar-events.ts';
import { type CalendarKey, findCalendar } from '../../storage/events/calendars.ts';
import { listConferences } from '../../storage/events/conferences.ts';
import type { Comparison, ListFilter } from '../../storage/events/list-filter.ts';
import type { Context } from '../context.ts';

export type { Comparison, EventWindow, ListFilter };

export type ListCalendarEventsOutcome =
  | { outcome: 'listed'; events: Array<{ event: Event; attendees: Attendee[]; conference: Conference | null }> }
  | { outcome: 'calendar_not_found' }
  /** The window holds more than the limits: refused, since half a list looks like a whole one. */
  | { outcome: 'too_many' };

/** How many events an answer holds, attendees of one of them (the rest are left out), and attendees in all. */
export type ListLimits = { events: number; attendeesOfOne: number; attendees: number };

/** A calendar's events in a window, by start, with their attendees. */
export async function listCalendarEvents(
  context: Context,
  tenant: Tenant,
  key: CalendarKey,
  window: EventWindow,
  limits: ListLimits,
): Promise<ListCalendarEventsOutcome> {
  const calendar = await findCalendar(context.db, tenant.id, key);
  if (!calendar) return { outcome: 'calendar_not_found' };
  const events = await listEventsOfCalendar(context.db, tenant.id, calendar.id, window, limits.events + 1);
  const seats = events.reduce((sum, event) => sum + Math.min(event.liveTickets, limits.attendeesOfOne), 0);
  if (events.length > limits.events || seats > limits.attendees) return { outcome: 'too_many' };
  const ids = events.map((event) => event.id);
  const attendees = Map.groupBy(await listAttendees(context.db, tenant.id, ids, limits.attendeesOfOne), (one) => one.eventId);
  const conferences = new Map((await listConferences(context.db, tenant.id, ids)).map((one) => [one.eventId, one]));
  return {
    outcome: 'listed',
    events: events.map((event) => ({ event, attendees: attendees.get(event.id) ?? [], conference: conferences.get(event.id) ?? null })),
  };
}
