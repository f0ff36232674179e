import type { Request } from '../../domain/notices/change.ts';
import { lockEvents } from '../../storage/events/events.ts';
import { eventsOfOrder, finishOrder, listDueOrders, lockOrder } from '../../storage/orders/orders.ts';
import { findTenant } from '../../storage/tenants/tenants.ts';
import type { Context } from '../context.ts';
import { eachAlone } from '../each-alone.ts';
import { transactLocked } from '../transact.ts';
import { offerSeats } from '../waitlist/offer-seats.ts';

const AT_ONCE = 100;

const BY_CLOCK: Request = { actor: { kind: 'system', id: 'clock' }, cause: 'an order was not paid', reason: null };

/**
 * Gives back the seats of orders nobody paid for in time, each in a transaction of its own; of some events alone where they are named.
 * Called by a timer, and before seats are ordered. Gives how many orders expired; rejects at the end,
 * naming the order, where one failed, which keeps no other from it.
 */
export async function expireOrders(context: Context, of?: { tenantId: number; eventIds: number[] }): Promise<number> {
  const due = await listDueOrders(context.db, context.clock.now(), AT_ONCE, of);
  return await eachAlone(
    due,
    ({ id }) => `the seats of order ${id}`,
    async ({ tenantId, id }) => ((await expireOrder(context, tenantId, id)) ? 1 : 0),
  );
}

async function expireOrder(context: Context, tenantId: number, orderId: number): Promise<boolean> {
  const tenant = await findTenant(context.db, tenantId);
  if (!tenant) return false;
  return await transactLocked(context, async (unit) => {
    const tx = unit.db;
    const eventIds = await eventsOfOrder(tx, tenantId, orderId);
    await lockEvents(tx, tenantId, eventIds);
    const order = await lockOrder(tx, tenantId, orderId);
    // Paid, or expired by another, while this one waited for the locks.
    if (order?.state !== 'pending') return false;
    await finishOrder(tx, order, 'expired', context.clock.now());
    for (const id of eventIds) await offerSeats(unit, context, tenant, id, BY_CLOCK);
    return true;
  });
}
