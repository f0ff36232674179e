import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findCalendar, listCalendars as list } from '../../storage/events/calendars.ts';
import { listSchedules } from '../../storage/events/schedules.ts';
import type { Context } from '../context.ts';
import { type CalendarWithSchedule, withSchedule } from './calendar-schedule.ts';
import { pageOf } from '../page-of.ts';

/** One calendar with its hours, or undefined. */
export async function findCalendarWithSchedule(context: Context, tenant: Tenant, id: number): Promise<CalendarWithSchedule | undefined> {
  const found = await findCalendar(context.db, tenant.id, { id });
  return found && (await withSchedule(context.db, tenant, found));
}

/** A page of a tenant's calendars by number; `next` is where the following one begins, null on the last. `only` null: of all. */
export async function listCalendars(
  context: Context,
  tenant: Tenant,
  only: readonly number[] | null,
  { after, limit }: { after: number; limit: number },
): Promise<{ calendars: CalendarWithSchedule[]; next: number | null }> {
  const found = await list(context.db, tenant.id, only, { after, limit: limit + 1 });
  const { rows, next } = pageOf(found, limit);
  const ids = rows.flatMap(({ scheduleId }) => scheduleId ?? []);
  const schedules = new Map((await listSchedules(context.db, tenant.id, ids)).map((one) => [one.id, one]));
  const calendars = rows.map((one) => ({ ...one, schedule: schedules.get(one.scheduleId ?? '') ?? null }));
  return { calendars, next };
}
