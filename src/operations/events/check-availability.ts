import { type Slot, slotsOf } from '../../domain/events/schedule.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findCalendar } from '../../storage/events/calendars.ts';
import { findSchedule, listBusy } from '../../storage/events/schedules.ts';
import type { Context } from '../context.ts';

export type CheckAvailabilityOutcome =
  /** `zone` is the calendar's. */
  { outcome: 'checked'; slots: Slot[]; zone: string } | { outcome: 'calendar_not_found' | 'schedule_not_found' };

/** The slots of a schedule that a calendar has free, or that its events take, in some days from an instant on. */
export async function checkAvailability(
  context: Context,
  tenant: Tenant,
  calendar: { publicId: string },
  scheduleId: string,
  query: { from: Temporal.Instant; days: number; mode: 'free' | 'busy' },
): Promise<CheckAvailabilityOutcome> {
  const { db } = context;
  const found = await findCalendar(db, tenant.id, calendar);
  if (!found) return { outcome: 'calendar_not_found' };
  const schedule = await findSchedule(db, tenant.id, scheduleId);
  if (!schedule) return { outcome: 'schedule_not_found' };
  // A slot that begins on the last day may end after it.
  const until = query.from.add({ hours: (query.days + 2) * 24 });
  const busy = await listBusy(db, tenant.id, found.id, query.from, until);
  return { outcome: 'checked', slots: slotsOf(schedule, busy, { ...query, zone: found.zone }), zone: found.zone };
}
