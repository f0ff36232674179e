import type { Change } from '../notices/change.ts';
import type { Event } from '../events/event.ts';
import type { TicketTypeOnSale } from './issue-ticket.ts';

export type SetCapacityDecision =
  | { outcome: 'changed'; change: Change }
  | { outcome: 'unchanged' | 'event_cancelled' | 'event_over' }
  /** `taken` seats are spoken for; `held` of them by unpaid orders and standing offers, the others by tickets. */
  | { outcome: 'below_taken'; taken: number; held: number };

/**
 * Changes how many seats an event has, or one type of it; null is no limit. Nobody loses a seat by it. It is no news for calendars:
 * SEQUENCE and DTSTAMP stay, and nobody is told but who is then offered a seat.
 */
export function setCapacity(
  event: Event,
  type: TicketTypeOnSale | null,
  capacity: number | null,
  now: Temporal.Instant,
): SetCapacityDecision {
  if (event.status === 'cancelled') return { outcome: 'event_cancelled' };
  if (Temporal.Instant.compare(now, event.endsAt) >= 0) return { outcome: 'event_over' };
  const room = type ?? event;
  if (room.capacity === capacity) return { outcome: 'unchanged' };
  const taken = room.liveTickets + room.heldSeats;
  if (capacity !== null && capacity < taken) return { outcome: 'below_taken', taken, held: room.heldSeats };
  const revision = event.revision + 1;
  return {
    outcome: 'changed',
    change: {
      kind: 'capacity_changed',
      ticketId: null,
      before: { ticketTypeId: type?.id ?? null, capacity: room.capacity },
      after: { ticketTypeId: type?.id ?? null, capacity },
      event: type ? { ...event, revision } : { ...event, capacity, revision, updatedAt: now },
      plans: [],
    },
  };
}
