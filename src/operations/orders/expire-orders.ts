import type { Request } from '../../domain/notices/change.ts';
import { lockEvents } from '../../storage/events/events.ts';
import { eventsOfOrder, finishOrder, listDueOrders, lockOrder } from '../../storage/orders/orders.ts';
import { type Overdue, forgetSetbacks } from '../../storage/sweeps/setbacks.ts';
import { findTenant } from '../../storage/tenants/tenants.ts';
import type { Context } from '../context.ts';
import { type SweepOptions, sweep } from '../sweep.ts';
import { transactLocked } from '../transact.ts';
import { offerSeats } from '../waitlist/offer-seats.ts';

const BY_CLOCK: Request = { actor: { kind: 'system', id: 'clock' }, cause: 'an order was not paid', reason: null };

/**
 * Gives back the seats of orders nobody paid for in time, each in a transaction of its own; of some events alone where they are named.
 * Called by a timer, and before seats are ordered. Gives how many orders expired. An order that cannot expire waits alone, for longer each time.
 */
export async function expireOrders(context: Context, options: SweepOptions = {}): Promise<number> {
  const list = (limit: number) => listDueOrders(context.db, context.clock.now(), limit, options.of);
  return await sweep(context, 'order', list, async (order) => ((await expireOrder(context, order)) ? 1 : 0), options);
}

async function expireOrder(context: Context, { tenantId, id: orderId }: Overdue): Promise<boolean> {
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
    await forgetSetbacks(tx, 'order', { tenantId, id: orderId });
    return true;
  });
}
