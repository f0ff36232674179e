import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Calendar, type CalendarKey, findCalendar as find } from '../../storage/events/calendars.ts';
import type { Context } from '../context.ts';

/** One calendar of a tenant, or undefined. */
export async function findCalendar(context: Context, tenant: Tenant, key: CalendarKey): Promise<Calendar | undefined> {
  return find(context.db, tenant.id, key);
}
