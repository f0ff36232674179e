import type { Tenant } from '../domain/tenant.ts';
import { listDeliveries } from '../storage/deliveries-list.ts';
import { type Attempt, listAttempts } from '../storage/delivery-attempts.ts';
import type { Context } from './context.ts';
import { type DeliveryOnList, withKey } from './list-deliveries.ts';

/** One delivery of a tenant with its attempts, or undefined. Reads only. */
export async function findDelivery(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  id: number,
): Promise<(DeliveryOnList & { tries: Attempt[] }) | undefined> {
  const [found] = await listDeliveries(context.db, tenant.id, { id }, null, 1);
  return found && { ...withKey(found), tries: await listAttempts(context.db, tenant.id, id) };
}
