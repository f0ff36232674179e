import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type ChangeLine, findChange as find, findLastChange as findLast } from '../../ledger/list-changes.ts';
import type { Context } from '../context.ts';

/** One change of a tenant's events, and the calendar its event is in; undefined when there is none. */
export function findChange(context: Context, tenant: Tenant, id: number): Promise<(ChangeLine & { calendarId: number }) | undefined> {
  return find(context.db, tenant.id, id);
}

/** The latest change of an event of that kind; null where none is kept. */
export function findLastChange(
  context: Context,
  tenant: Tenant,
  eventId: number,
  kind: 'event_cancelled' | 'event_rescheduled',
): Promise<number | null> {
  return findLast(context.db, tenant.id, eventId, kind);
}
