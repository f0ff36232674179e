import type { Request } from '../../domain/notices/change.ts';
import type { OrderState } from '../../domain/orders/order.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type CancelOrderOutcome, cancelOrder } from './cancel-order.ts';
import type { Context } from '../context.ts';
import { type OrderPage, listOrders } from './list-orders.ts';
import { type MarkOrderPaidOutcome, markOrderPaid } from './mark-order-paid.ts';
import { type Capacity, type SetCapacityOutcome, setCapacity } from '../seats/set-capacity.ts';

const PER_PAGE = 200;

/** What `adjourn orders` and `adjourn capacity` do, over one database. */
export type OrderTools = {
  /** 200 at most; without states all of them. */
  list(tenant: Tenant, states: OrderState[] | undefined, before: number | null): Promise<OrderPage>;
  markPaid(tenant: Tenant, id: number): Promise<MarkOrderPaidOutcome>;
  cancel(tenant: Tenant, id: number): Promise<CancelOrderOutcome>;
  setCapacity(tenant: Tenant, eventId: number, wanted: Capacity): Promise<SetCapacityOutcome>;
};

/** The operations on orders and seats bound to a context, for the command line. */
export function orderTools(context: Context): OrderTools {
  return {
    list: (tenant, states, before) => listOrders(context, tenant, states ? { states } : {}, { before, limit: PER_PAGE }),
    markPaid: (tenant, id) => markOrderPaid(context, tenant, id, by('orders mark-paid')),
    cancel: (tenant, id) => cancelOrder(context, tenant, id, by('orders cancel')),
    setCapacity: (tenant, eventId, wanted) => setCapacity(context, tenant, eventId, wanted, by('capacity')),
  };
}

function by(command: string): Request {
  return { actor: { kind: 'system', id: 'operator' }, cause: `adjourn ${command}`, reason: null };
}
