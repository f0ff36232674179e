import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type EventRecord, findEventRecord as find } from '../../storage/events/event-records.ts';
import type { Context } from '../context.ts';

export type { EventRecord };

/** One event of a tenant with its details, a draft or not, cancelled or not; undefined when there is none. */
export async function findEventRecord(context: Context, tenant: Tenant, id: number): Promise<EventRecord | undefined> {
  return find(context.db, tenant.id, { id });
}
