import type { Event } from '../../domain/events/event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type EventKey, findEvent as find } from '../../storage/events/events.ts';
import type { Context } from '../context.ts';

/** One event of a tenant as it stands now, cancelled or not; undefined when there is none. */
export async function findEvent(context: Context, tenant: Tenant, key: EventKey): Promise<Event | undefined> {
  return find(context.db, tenant.id, key);
}
