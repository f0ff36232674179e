import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type EventWindow, type ListLimits, type ListedEvent, listEventsOfCalendar } from '../../storage/events/calendar-events.ts';
import type { Comparison, ListFilter } from '../../storage/events/list-filter.ts';
import type { Context } from '../context.ts';

export type { Comparison, EventWindow, ListFilter, ListedEvent };

export type ListCalendarEventsOutcome =
  | { outcome: 'listed'; events: ListedEvent[] }
  | { outcome: 'calendar_not_found' }
  /** The window holds more than the limits: refused, since half a list looks like a whole one. */
  | { outcome: 'too_many' };

/** A calendar's events in a window, by start, with their attendees. */
export async function listCalendarEvents(
  context: Context,
  tenant: Tenant,
  calendarId: number,
  window: EventWindow,
  limits: ListLimits,
): Promise<ListCalendarEventsOutcome> {
  const events = await listEventsOfCalendar(context.db, tenant.id, calendarId, window, limits);
  if (events === undefined) return { outcome: 'calendar_not_found' };
  return events === 'too_many' ? { outcome: 'too_many' } : { outcome: 'listed', events };
}
