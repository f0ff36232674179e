import { badDayOf } from '../../domain/events/schedule.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { lockCalendar, saveCalendar } from '../../storage/events/calendars.ts';
import type { Context } from '../context.ts';
import { type BadSchedule, type CalendarInput, type CalendarWithSchedule, keepSchedule, withSchedule } from './calendar-schedule.ts';

export type UpdateCalendarOutcome = { outcome: 'updated'; calendar: CalendarWithSchedule } | { outcome: 'not_found' } | BadSchedule;

/**
 * Changes a calendar; what is absent stays. Another zone is that of events made from now on and of whoever has none of their own: events that
 * there are keep theirs. A schedule that is taken away stays for other doors that know its id.
 */
export async function updateCalendar(
  context: Context,
  tenant: Tenant,
  id: number,
  update: Partial<CalendarInput>,
): Promise<UpdateCalendarOutcome> {
  const { schedule, ...given } = update;
  const day = schedule && badDayOf(schedule);
  if (day) return { outcome: 'bad_schedule', day };
  return context.db.transaction().execute(async (tx): Promise<UpdateCalendarOutcome> => {
    const found = await lockCalendar(tx, tenant.id, id);
    if (!found) return { outcome: 'not_found' };
    const next = { ...found, ...given };
    if (schedule !== undefined) next.scheduleId = (await keepSchedule(context, tx, tenant, next, schedule))?.id ?? null;
    await saveCalendar(tx, tenant.id, next);
    return { outcome: 'updated', calendar: await withSchedule(tx, tenant, next) };
  });
}
