import type { Request } from '../../domain/notices/change.ts';
import type { OrderRefusal } from '../../domain/orders/order.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { issueTicket } from '../../domain/seats/issue-ticket.ts';
import type { Transaction } from '../../postgres/database.ts';
import { lockEvents } from '../../storage/events/events.ts';
import { type NewOrder, countPendingOrders, insertOrder, orderParts } from '../../storage/orders/orders.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { seatFor, takeSeat } from '../seats/take-seat.ts';
import { type Unit, inTransaction, transact, transactLocked } from '../transact.ts';
import { endEntries } from '../waitlist/end-entries.ts';
import { expireOffers } from '../waitlist/expire-offers.ts';
import { expireOrders } from './expire-orders.ts';
import { type JudgedOrder, judgeOrder } from './judge-order.ts';
import { type Buyer, type OrderedTicket, seatsOf } from './order-input.ts';

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
  const place = async (unit: Unit): Promise<PlaceOrderOutcome> => {
    if (unit.locked) await lockEvents(unit.db, tenant.id, eventIds);
    const decision = await judgeOrder(unit.db, tenant, buyer, seats, context.clock.now());
    if (decision.outcome !== 'accepted') return decision;
    if (offerId !== undefined && !decision.offers.includes(offerId)) return { outcome: 'refused', refusal: 'sold_out', index: 0 };
    if (Number(decision.total) > 0) return hold(inTransaction(unit), context, tenant, buyer, decision);
    const [line, second] = decision.lines;
    return line && !second && decision.offers.length === 0
      ? settleOne(unit, context, tenant, buyer, decision, line, request)
      : settle(unit, context, tenant, buyer, decision, request);
  };
  const placed = eventIds.length === 1 ? await transact(context, place) : await transactLocked(context, place);
  if (placed.outcome !== 'refused' && placed.outcome !== 'too_many_pending') return placed;
  // Seats that nobody paid for or took in time are free, even when the timer has not come round yet.
  const of = { tenantId: tenant.id, eventIds };
  const ended = (await expireOrders(context, { of })) + (await expireOffers(context, { of }));
  return ended > 0 ? await transactLocked(context, place) : placed;
}

type Accepted = Extract<JudgedOrder, { outcome: 'accepted' }>;

/** One free ticket, which is most orders: seat, order and line in the one statement of its change. */
async function settleOne(
  unit: Unit,
  context: Context,
  tenant: Tenant,
  buyer: Buyer,
  decision: Accepted,
  { item, event, type }: Accepted['lines'][number],
  request: Request,
): Promise<PlaceOrderOutcome> {
  const now = context.clock.now();
  // Judged a moment ago, under the same lock or the same revision.
  const issued = issueTicket(event, { ...type, maxPerAttendee: null }, 0, now);
  if (issued.outcome !== 'issued') throw new Error(`an accepted seat was refused: ${issued.outcome}`);
  const input = { ticketTypeId: item.ticketTypeId, customerId: buyer.id, holder: item.holder };
  const order = orderOf(tenant, buyer, decision, { state: 'settled', createdAt: now, dueAt: now }, []);
  const { ticketIds, orderId } = await commitChange(unit, {
    change: issued.change,
    request,
    over: event.revision,
    standing: 0,
    seats: [seatFor(context, event, input)],
    parts: orderParts(order),
    ordered: true,
    now,
  });
  return { outcome: 'settled', orderId, ticketIds };
}

async function settle(
  unit: Unit,
  context: Context,
  tenant: Tenant,
  buyer: Buyer,
  decision: Accepted,
  request: Request,
): Promise<PlaceOrderOutcome> {
  const tx = inTransaction(unit);
  const ticketIds: number[] = [];
  for (const { item, event } of decision.lines) {
    const input = { ticketTypeId: item.ticketTypeId, customerId: buyer.id, holder: item.holder };
    const taken = await takeSeat(unit, context, tenant, { id: event.id }, input, request);
    if (taken.outcome !== 'issued') throw new Error(`an accepted seat was refused: ${taken.outcome}`);
    ticketIds.push(taken.ticketId);
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
