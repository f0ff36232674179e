import type { Change } from '../notices/change.ts';
import { type Event, nextDtstamp } from '../events/event.ts';

/** What the rules of sale need to know of a ticket type. */
export type TicketTypeOnSale = {
  id: number;
  capacity: number | null;
  liveTickets: number;
  heldSeats: number;
  maxPerAttendee: number | null;
  saleStartsAt: Temporal.Instant | null;
  saleEndsAt: Temporal.Instant | null;
};

export type IssueTicketRefusal = 'event_cancelled' | 'event_over' | 'not_on_sale' | 'limit_reached' | 'sold_out';
export type IssueTicketDecision = { outcome: 'issued'; change: Change } | { outcome: IssueTicketRefusal };

/**
 * Takes a seat. `heldAlready` counts this person's live tickets of the type.
 * Called with the event's row locked, so what is counted here is still true at commit; the table's
 * `seats_add_up` constraint is the net underneath.
 */
export function issueTicket(event: Event, type: TicketTypeOnSale | null, heldAlready: number, now: Temporal.Instant): IssueTicketDecision {
  const before = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
  if (event.status === 'cancelled') return { outcome: 'event_cancelled' };
  if (!before(now, event.endsAt)) return { outcome: 'event_over' };
  if (type?.saleStartsAt && before(now, type.saleStartsAt)) return { outcome: 'not_on_sale' };
  if (type?.saleEndsAt && !before(now, type.saleEndsAt)) return { outcome: 'not_on_sale' };
  if (type?.maxPerAttendee && heldAlready >= type.maxPerAttendee) return { outcome: 'limit_reached' };
  if (isFull(event)) return { outcome: 'sold_out' };
  if (type && isFull(type)) return { outcome: 'sold_out' };
  const after: Event = {
    ...event,
    liveTickets: event.liveTickets + 1,
    revision: event.revision + 1,
    // Where the UID is shared, who was uninvited and comes back needs a number above the CANCEL they got.
    sequence: event.uidScope === 'event' ? event.sequence + 1 : event.sequence,
    dtstamp: nextDtstamp(event, now),
  };
  return {
    outcome: 'issued',
    change: {
      kind: 'ticket_issued',
      ticketId: 'seated',
      before: { liveTickets: event.liveTickets },
      after: { liveTickets: after.liveTickets },
      event: after,
      plans: [
        {
          purpose: event.uidScope === 'ticket' ? 'ticket' : 'invitation',
          method: 'REQUEST',
          audience: { kind: 'joined' },
        },
      ],
    },
  };
}

function isFull({ capacity, liveTickets, heldSeats }: Pick<Event, 'capacity' | 'liveTickets' | 'heldSeats'>): boolean {
  return capacity !== null && liveTickets + heldSeats >= capacity;
}
