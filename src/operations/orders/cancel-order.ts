import type { Change, Request } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findEvent, lockEvents } from '../../storage/events/events.ts';
import { eventsOfOrder, finishOrder, lockOrder } from '../../storage/orders/orders.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { type Unit, transactLocked } from '../transact.ts';
import { offerSeats } from '../waitlist/offer-seats.ts';

export type CancelOrderOutcome = {
  outcome:
    | 'cancelled'
    | 'already_cancelled'
    /** It is paid, or was free: its tickets are given back one by one. */
    | 'already_settled'
    /** Its time ran out before. */
    | 'expired'
    | 'not_found';
};

/** Gives the held seats of an order that waits for payment back at once, to whoever waits for them, in one transaction. Nobody is mailed but those. */
export async function cancelOrder(context: Context, tenant: Tenant, orderId: number, request: Request): Promise<CancelOrderOutcome> {
  return await transactLocked(context, async (unit): Promise<CancelOrderOutcome> => {
    const tx = unit.db;
    const eventIds = await eventsOfOrder(tx, tenant.id, orderId);
    await lockEvents(tx, tenant.id, eventIds);
    const order = await lockOrder(tx, tenant.id, orderId);
    if (!order) return { outcome: 'not_found' };
    if (order.state === 'cancelled') return { outcome: 'already_cancelled' };
    if (order.state === 'settled') return { outcome: 'already_settled' };
    if (order.state === 'expired') return { outcome: 'expired' };
    await finishOrder(tx, order, 'cancelled', context.clock.now());
    for (const id of eventIds) {
      await recordCancel(unit, context, tenant, id, orderId, request);
      await offerSeats(unit, context, tenant, id, request);
    }
    return { outcome: 'cancelled' };
  });
}

/** Says in an event's history who gave its seats back. */
async function recordCancel(
  unit: Unit,
  context: Context,
  tenant: Tenant,
  eventId: number,
  orderId: number,
  request: Request,
): Promise<void> {
  const event = await findEvent(unit.db, tenant.id, { id: eventId });
  if (!event) throw new Error(`order ${orderId} is for event ${eventId}, which is missing`);
  const change: Change = {
    kind: 'order_cancelled',
    ticketId: null,
    before: { orderId, state: 'pending' },
    after: { orderId, state: 'cancelled', heldSeats: event.heldSeats },
    event: { ...event, revision: event.revision + 1 },
    plans: [],
  };
  await commitChange(unit, { change, request, over: event.revision, standing: 0, now: context.clock.now() });
}
