import { folded } from '../../domain/people/address.ts';
import { type OrderDecision, decideOrder } from '../../domain/orders/order.ts';
import type { PublicEvent } from '../../domain/events/public-event.ts';
import type { Database } from '../../postgres/database.ts';
import { readForOrder } from '../../storage/events/public-events.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findOffer } from '../waitlist/find-offer.ts';
import type { Buyer, OrderedSeat } from './order-input.ts';

/** What was decided, and the offers of the waiting list that its seats come from. */
export type JudgedOrder =
  | (Extract<OrderDecision<OrderedSeat>, { outcome: 'accepted' }> & { offers: number[] })
  | Exclude<OrderDecision<OrderedSeat>, { outcome: 'accepted' }>;

/** Reads what the rules of sale need and decides: a preview without locks, the truth under the events' locks. */
export async function judgeOrder(
  db: Database,
  tenant: Tenant,
  buyer: Buyer,
  seats: OrderedSeat[],
  now: Temporal.Instant,
): Promise<JudgedOrder> {
  const sight = { tenantId: tenant.id, viewer: buyer, now };
  const { events, held } = await readForOrder(db, sight, [...new Set(seats.map(({ eventId }) => eventId))], seats);
  const counts = new Map(seats.map(({ ticketTypeId, email }, index) => [keyOf(ticketTypeId, email), held[index] ?? 0]));
  const offers: number[] = [];
  let offered = events;
  for (const { eventId, ticketTypeId, holder } of seats) {
    const offer = await findOffer(
      db,
      tenant,
      events.find(({ id }) => id === eventId),
      ticketTypeId,
      { customerId: buyer.id, email: holder.email },
      now,
      offers,
    );
    if (!offer) continue;
    offers.push(offer.id);
    offered = offered.map((event) => (event.id === eventId ? withoutHold(event, ticketTypeId) : event));
  }
  const decision = decideOrder(seats, offered, (typeId, email) => counts.get(keyOf(typeId, email)) ?? 0, buyer, now);
  return decision.outcome === 'accepted' ? { ...decision, offers } : decision;
}

/** An event as the one sees it for whom a seat of it is held: that seat is free. */
function withoutHold(event: PublicEvent, typeId: number): PublicEvent {
  const ticketTypes = event.ticketTypes.map((type) => (type.id === typeId ? { ...type, heldSeats: type.heldSeats - 1 } : type));
  return { ...event, heldSeats: event.heldSeats - 1, ticketTypes };
}

function keyOf(typeId: number, email: string): string {
  return `${typeId} ${folded(email)}`;
}
