import type { Event } from '../../domain/events/event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type EventKey, findEvent } from '../../storage/events/events.ts';
import { FIRST_PLACE, type Reach, type UnreachedPlace, findReach as find } from '../../ledger/unreached.ts';
import type { Context } from '../context.ts';

/** Who knows the latest of an event, who does not yet, and why; undefined when there is no such event. Reads only. */
export async function findReach(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  key: EventKey,
  page: { after?: UnreachedPlace; limit: number },
): Promise<{ event: Event; reach: Reach } | undefined> {
  const event = await findEvent(context.db, tenant.id, key);
  return event && { event, reach: await find(context.db, tenant.id, event.id, { after: FIRST_PLACE, ...page }) };
}
