import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type ListedOrder, type ListedOrderLine, listLinesWithTickets, listOrders } from '../../storage/orders/orders-list.ts';
import type { Context } from '../context.ts';

/** One order of a tenant with its lines, or undefined. Reads only. */
export async function findOrder(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  id: number,
): Promise<(ListedOrder & { lines: ListedOrderLine[] }) | undefined> {
  const [found] = await listOrders(context.db, tenant.id, { id }, null, 1);
  return found && { ...found, lines: await listLinesWithTickets(context.db, tenant.id, id) };
}
