import { badDayOf } from '../../domain/events/schedule.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { insertCalendar } from '../../storage/events/calendars.ts';
import type { Context } from '../context.ts';
import { type BadSchedule, type CalendarInput, type CalendarWithSchedule, keepSchedule } from './calendar-schedule.ts';

export type CreateCalendarOutcome = { outcome: 'created'; calendar: CalendarWithSchedule } | BadSchedule;

/** Makes a calendar. */
export async function createCalendar(context: Context, tenant: Tenant, input: CalendarInput): Promise<CreateCalendarOutcome> {
  const { schedule, ...given } = input;
  const day = schedule && badDayOf(schedule);
  if (day) return { outcome: 'bad_schedule', day };
  return context.db.transaction().execute(async (tx): Promise<CreateCalendarOutcome> => {
    const kept = await keepSchedule(context, tx, tenant, { name: input.name, scheduleId: null }, schedule);
    const made = { ...given, publicId: context.random.uuid(), scheduleId: kept?.id ?? null };
    const id = await insertCalendar(tx, tenant.id, made, context.clock.now());
    return { outcome: 'created', calendar: { ...made, id, schedule: kept } };
  });
}
