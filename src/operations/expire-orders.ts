import { lockEvents } from '../storage/events.ts';
import { eventsOfOrder, finishOrder, listDueOrders, lockOrder } from '../storage/orders.ts';
import type { Context } from './context.ts';

const AT_ONCE = 100;

/**
 * Gives back the seats of orders nobody paid for in time, each in a transaction of its own; of some events alone where they are named.
 * Called by a timer, and before seats are ordered. Gives how many orders expired.
 */
export async function expireOrders(context: Context, of?: { tenantId: number; eventIds: number[] }): Promise<number> {
  const due = await listDueOrders(context.db, context.clock.now(), AT_ONCE, of);
  let expired = 0;
  for (const { tenantId, id } of due) if (await expireOrder(context, tenantId, id)) expired += 1;
  return expired;
}

function expireOrder(context: Context, tenantId: number, orderId: number): Promise<boolean> {
  return context.db.transaction().execute(async (tx) => {
    await lockEvents(tx, tenantId, await eventsOfOrder(tx, tenantId, orderId));
    const order = await lockOrder(tx, tenantId, orderId);
    // Paid, or expired by another, while this one waited for the locks.
    if (order?.state !== 'pending') return false;
    await finishOrder(tx, order, 'expired', context.clock.now());
    return true;
  });
}
