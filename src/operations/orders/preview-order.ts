import type { OrderDecision } from '../../domain/orders/order.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Context } from '../context.ts';
import { judgeOrder } from './judge-order.ts';
import { type Buyer, type OrderedSeat, type OrderedTicket, seatsOf } from './order-input.ts';

/** What an order would cost and whether it could be had just now. Nothing is held by it. */
export function previewOrder(
  context: Context,
  tenant: Tenant,
  buyer: Buyer,
  tickets: OrderedTicket[],
): Promise<OrderDecision<OrderedSeat>> {
  return judgeOrder(context.db, tenant, buyer, seatsOf(tenant, buyer, tickets), context.clock.now());
}
