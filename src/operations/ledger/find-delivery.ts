import type { Tenant } from '../../domain/tenants/tenant.ts';
import { listDeliveries } from '../../ledger/list-deliveries.ts';
import { type Attempt, listAttempts } from '../../ledger/delivery-attempts.ts';
import type { Context } from '../context.ts';
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
