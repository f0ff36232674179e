import type { Request } from '../../domain/notices/change.ts';
import type { OrderRefusal } from '../../domain/orders/order.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import type { Transaction } from '../../postgres/database.ts';
import { lockEvents } from '../../storage/events/events.ts';
import { type NewOrder, countPendingOrders, insertOrder } from '../../storage/orders/orders.ts';
import { endEntries } from '../waitlist/end-entries.ts';
import type { Context } from '../context.ts';
import { expireOffers } from '../waitlist/expire-offers.ts';
import { expireOrders } from './expire-orders.ts';
import { type JudgedOrder, judgeOrder } from './judge-order.ts';
import { type Buyer, type OrderedTicket, seatsOf } from './order-input.ts';
import { takeSeat } from '../seats/take-seat.ts';

export type PlaceOrderOutcome =
  /** Free: its tickets are issued and their mails planned. */
  | { outcome: 'settled'; orderId: number; ticketIds: number[] }
  /** Its seats are held until `dueAt`; `markOrderPaid` turns them into tickets. */
  | { outcome: 'pending'; orderId: number; dueAt: Temporal.Instant }
  | { outcome: 'refused'; refusal: OrderRefusal; index: number }
  /** So many orders of this buyer wait for payment that no more seats are held for them. */
  | { outcome: 'too_many_pending' }
  | { outcome: 'empty' };

const MOST_PENDING = 3;

/**
 * Orders tickets, all of them or none, in one transaction. What costs nothing is issued at once. With `offerId`, only if one of the seats is the one
 * that this entry of the waiting list is offered: a click that comes twice takes one seat.
 */
export async function placeOrder(
  context: Context,
  tenant: Tenant,
  buyer: Buyer,
  tickets: OrderedTicket[],
  request: Request,
  offerId?: number,
): Promise<PlaceOrderOutcome> {
  const seats = seatsOf(tenant, buyer, tickets);
  const eventIds = [...new Set(seats.map(({ eventId }) => eventId))].toSorted((one, other) => one - other);
  // Seats that nobody paid for in time are free, even when the timer has not come round yet.
  await expireOrders(context, { tenantId: tenant.id, eventIds });
  await expireOffers(context, { tenantId: tenant.id, eventIds });
  const placed = await context.db.transaction().execute(async (tx): Promise<PlaceOrderOutcome> => {
    await lockEvents(tx, tenant.id, eventIds);
    const decision = await judgeOrder(tx, tenant, buyer, seats, context.clock.now());
    if (decision.outcome !== 'accepted') return decision;
    if (offerId !== undefined && !decision.offers.includes(offerId)) return { outcome: 'refused', refusal: 'sold_out', index: 0 };
    return Number(decision.total) === 0
      ? settle(tx, context, tenant, buyer, decision, request)
      : hold(tx, context, tenant, buyer, decision);
  });
  if (placed.outcome === 'settled') context.wake();
  return placed;
}

type Accepted = Extract<JudgedOrder, { outcome: 'accepted' }>;

async function settle(
  tx: Transaction,
  context: Context,
  tenant: Tenant,
  buyer: Buyer,
  decision: Accepted,
  request: Request,
): Promise<PlaceOrderOutcome> {
  const ticketIds: number[] = [];
  for (const { item, event } of decision.lines) {
    const input = { ticketTypeId: item.ticketTypeId, customerId: buyer.id, holder: item.holder };
    const taken = await takeSeat(tx, context, tenant, { id: event.id }, input, request);
    if (taken.outcome !== 'issued') throw new Error(`an accepted seat was refused: ${taken.outcome}`);
    ticketIds.push(taken.ticket.id);
  }
  const now = context.clock.now();
  const orderId = await insertOrder(tx, orderOf(tenant, buyer, decision, { state: 'settled', createdAt: now, dueAt: now }, ticketIds));
  return { outcome: 'settled', orderId, ticketIds };
}

async function hold(tx: Transaction, context: Context, tenant: Tenant, buyer: Buyer, decision: Accepted): Promise<PlaceOrderOutcome> {
  if ((await countPendingOrders(tx, tenant.id, buyer.id)) >= MOST_PENDING) return { outcome: 'too_many_pending' };
  const now = context.clock.now();
  // Their seats pass from the offers to the order.
  await endEntries(tx, tenant.id, decision.offers, 'taken', now);
  const dueAt = now.add({ minutes: settingsOf(tenant).orderHoldMinutes });
  const orderId = await insertOrder(tx, orderOf(tenant, buyer, decision, { state: 'pending', createdAt: now, dueAt }, []));
  return { outcome: 'pending', orderId, dueAt };
}

function orderOf(
  tenant: Tenant,
  buyer: Buyer,
  { lines, currency, total }: Accepted,
  when: Pick<NewOrder, 'state' | 'createdAt' | 'dueAt'>,
  ticketIds: number[],
): NewOrder {
  return {
    ...when,
    tenantId: tenant.id,
    customerId: buyer.id,
    currency,
    total,
    lines: lines.map(({ item, type }, index) => ({
      eventId: item.eventId,
      ticketTypeId: item.ticketTypeId,
      price: type.price,
      holder: item.holder,
      ticketId: ticketIds[index] ?? null,
    })),
  };
}
