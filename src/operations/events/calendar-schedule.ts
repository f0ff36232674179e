import type { Schedule, WeeklySchedule } from '../../domain/events/schedule.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Transaction } from '../../postgres/database.ts';
import type { Calendar } from '../../storage/events/calendars.ts';
import { listSchedules, saveSchedule } from '../../storage/events/schedules.ts';
import type { Context } from '../context.ts';

export type CalendarWithSchedule = Calendar & { schedule: Schedule | null };

/** What a caller may say of a calendar. `schedule` null: there are no hours in which it can be booked. */
export type CalendarInput = Pick<Calendar, 'name' | 'zone' | 'organizerName' | 'replyTo'> & { schedule: WeeklySchedule | null };

/** The blocks of that day overlap, or one of them ends before it begins. */
export type BadSchedule = { outcome: 'bad_schedule'; day: string };

/** A calendar with its hours. */
export async function withSchedule(db: Context['db'], tenant: Tenant, calendar: Calendar): Promise<CalendarWithSchedule> {
  const [schedule = null] = await listSchedules(db, tenant.id, calendar.scheduleId === null ? [] : [calendar.scheduleId]);
  return { ...calendar, schedule };
}

/** Writes the hours of a calendar, in place of those that it has; null: there are none. */
export async function keepSchedule(
  context: Context,
  tx: Transaction,
  tenant: Tenant,
  { name, scheduleId }: Pick<Calendar, 'name' | 'scheduleId'>,
  schedule: WeeklySchedule | null,
): Promise<Schedule | null> {
  if (schedule === null) return null;
  const kept = { ...schedule, id: scheduleId ?? context.random.uuid() };
  await saveSchedule(tx, tenant.id, name, kept, context.clock.now());
  return kept;
}
