import type { Request } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findEvent, lockEvents } from '../../storage/events/events.ts';
import { eventsOfOrder, finishOrder, listOrderLines, lockOrder, setTicketOfLine } from '../../storage/orders/orders.ts';
import type { Context } from '../context.ts';
import { transactLocked } from '../transact.ts';
import { takeSeat } from '../seats/take-seat.ts';

export type MarkOrderPaidOutcome =
  | { outcome: 'paid'; ticketIds: number[] }
  /** Paid before, or free: nothing is issued twice. */
  | { outcome: 'already_settled' }
  /** Its seats were given back: what was paid is to be paid back, or ordered anew. */
  | { outcome: 'expired' | 'cancelled' }
  /** One of its events is cancelled or over: what was paid is to be paid back. It expires by itself. */
  | { outcome: 'event_cancelled' | 'event_over' }
  | { outcome: 'not_found' };

/**
 * Turns the held seats of a paid order into tickets and plans their mails, all in one transaction. This is the payment step of
 * nexudus.md §11, choice 22: whoever takes the money calls it once it is there, as often as they like (docs/decisions/0013).
 */
export async function markOrderPaid(context: Context, tenant: Tenant, orderId: number, request: Request): Promise<MarkOrderPaidOutcome> {
  const now = context.clock.now();
  return await transactLocked(context, async (unit): Promise<MarkOrderPaidOutcome> => {
    const tx = unit.db;
    const eventIds = await eventsOfOrder(tx, tenant.id, orderId);
    await lockEvents(tx, tenant.id, eventIds);
    const order = await lockOrder(tx, tenant.id, orderId);
    if (!order) return { outcome: 'not_found' };
    if (order.state === 'settled') return { outcome: 'already_settled' };
    if (order.state === 'cancelled') return { outcome: 'cancelled' };
    if (order.state === 'expired' || Temporal.Instant.compare(now, order.dueAt) >= 0) return { outcome: 'expired' };
    for (const id of eventIds) {
      const event = await findEvent(tx, tenant.id, { id });
      if (event?.status === 'cancelled') return { outcome: 'event_cancelled' };
      if (event && Temporal.Instant.compare(now, event.endsAt) >= 0) return { outcome: 'event_over' };
    }
    await finishOrder(tx, order, 'settled', now);
    const ticketIds: number[] = [];
    for (const { number, eventId, ticketTypeId, holder } of await listOrderLines(tx, tenant.id, order.id)) {
      const input = { ticketTypeId, customerId: order.customerId, holder, promised: true };
      const taken = await takeSeat(unit, context, tenant, { id: eventId }, input, request);
      if (taken.outcome !== 'issued') throw new Error(`a held seat was refused: ${taken.outcome}`);
      await setTicketOfLine(tx, order, number, taken.ticketId);
      ticketIds.push(taken.ticketId);
    }
    return { outcome: 'paid', ticketIds };
  });
}
