import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type ListedOrder, type OrderFilter, listOrders as list } from '../../storage/orders/orders-list.ts';
import type { Context } from '../context.ts';
import { pageOf } from '../page-of.ts';

export type { ListedOrder };

/** `next`: what to give as `before` for the following page; null on the last. */
export type OrderPage = { orders: ListedOrder[]; next: number | null };

/** A page of a tenant's orders, newest first. Reads only. */
export async function listOrders(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  filter: Pick<OrderFilter, 'states'>,
  page: { before: number | null; limit: number },
): Promise<OrderPage> {
  // One more than asked for tells whether there is another page.
  const found = await list(context.db, tenant.id, filter, page.before, page.limit + 1);
  const { rows: orders, next } = pageOf(found, page.limit);
  return { orders, next };
}
