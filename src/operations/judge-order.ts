import { type OrderDecision, decideOrder } from '../domain/order.ts';
import type { Database } from '../storage/database.ts';
import { listSeenEvents } from '../storage/public-events.ts';
import { countHeldTickets } from '../storage/ticket-types.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { Buyer, OrderedSeat } from './order-input.ts';

/** Reads what the rules of sale need and decides: a preview without locks, the truth under the events' locks. */
export async function judgeOrder(
  db: Database,
  tenant: Tenant,
  buyer: Buyer,
  seats: OrderedSeat[],
  now: Temporal.Instant,
): Promise<OrderDecision<OrderedSeat>> {
  const sight = { tenantId: tenant.id, viewer: buyer, now };
  const events = await listSeenEvents(db, sight, [...new Set(seats.map(({ eventId }) => eventId))]);
  const limited = new Set(events.flatMap(({ ticketTypes }) => ticketTypes.flatMap(({ id, maxPerAttendee }) => (maxPerAttendee === null ? [] : [id]))));
  const counts = new Map<string, number>();
  for (const { ticketTypeId, email } of seats) {
    const key = keyOf(ticketTypeId, email);
    if (limited.has(ticketTypeId) && !counts.has(key)) counts.set(key, await countHeldTickets(db, tenant.id, ticketTypeId, email));
  }
  return decideOrder(seats, events, (typeId, email) => counts.get(keyOf(typeId, email)) ?? 0, buyer, now);
}

function keyOf(typeId: number, email: string): string {
  return `${typeId} ${email.toLowerCase()}`;
}
