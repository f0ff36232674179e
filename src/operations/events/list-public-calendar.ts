import type { Viewer } from '../../domain/events/circle.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { type CalendarEntry, listCalendarEntries } from '../../storage/events/public-calendar.ts';
import type { Context } from '../context.ts';

export type { CalendarEntry };

export type ListPublicCalendarOutcome =
  | { outcome: 'listed'; events: CalendarEntry[] }
  /** Refused, since half a list looks like a whole one. */
  | { outcome: 'too_many' };

/** The events a viewer may see in a window of time, by start; none where the tenant keeps them out of its calendar. */
export async function listPublicCalendar(
  context: Context,
  tenant: Tenant,
  viewer: Viewer,
  window: { from: Temporal.Instant; to: Temporal.Instant },
  limit: number,
): Promise<ListPublicCalendarOutcome> {
  if (!settingsOf(tenant).eventsInCalendar) return { outcome: 'listed', events: [] };
  const sight = { tenantId: tenant.id, viewer, now: context.clock.now() };
  const events = await listCalendarEntries(context.db, sight, window, limit + 1);
  return events.length > limit ? { outcome: 'too_many' } : { outcome: 'listed', events };
}
