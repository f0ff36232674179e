import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findEvent } from '../../storage/events/events.ts';
import type { Context } from '../context.ts';

/** An event by our number, or by the public UUID that other doors call it by. */
export type EventName = number | { publicId: string };

/** The number of a tenant's event; undefined where no event has that UUID. That a number is one is not looked up. */
export async function findEventId(context: Pick<Context, 'db'>, tenant: Tenant, name: EventName): Promise<number | undefined> {
  return typeof name === 'number' ? name : (await findEvent(context.db, tenant.id, name))?.id;
}
