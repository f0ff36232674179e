import type { Event } from '../domain/event.ts';
import type { Tenant } from '../domain/tenant.ts';
import { type EventKey, findEvent } from '../storage/events.ts';
import { type Reach, findReach as find } from '../storage/unreached.ts';
import type { Context } from './context.ts';

/** Who knows of an event's latest state, who does not yet, and why; undefined when there is no such event. Reads only. */
export async function findReach(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  key: EventKey,
): Promise<{ event: Event; reach: Reach } | undefined> {
  const event = await findEvent(context.db, tenant.id, key);
  return event && { event, reach: await find(context.db, tenant.id, event.id) };
}
