import type { Change } from '../notices/change.ts';
import { type Event, nextDtstamp } from '../events/event.ts';
import type { TenantSettings } from '../tenants/settings.ts';
import type { Ticket } from './ticket.ts';

export type CancelTicketDecision =
  | { outcome: 'cancelled'; change: Change; sequenceOffset: number }
  | { outcome: 'already_cancelled' }
  | { outcome: 'event_over' | 'event_begun' };

/** The tenant's settings: whether the holder is told, and until when of the event a ticket can be given back. */
type CancelTicketRules = Required<Pick<TenantSettings, 'tellHolderOfOwnCancel' | 'cancelTicketsUntil'>>;

/**
 * Gives a seat back. A ticket's own UID gets a CANCEL numbered one above everything sent for it; a shared UID
 * rises as a whole and only this person is uninvited (RFC 5546 §3.2.5, §4.2.10).
 */
export function cancelTicket(event: Event, ticket: Ticket, rules: CancelTicketRules, now: Temporal.Instant): CancelTicketDecision {
  if (ticket.releasedRevision !== null || event.status === 'cancelled') return { outcome: 'already_cancelled' };
  const { cancelTicketsUntil: until, tellHolderOfOwnCancel: tellHolder } = rules;
  if (until !== 'always' && Temporal.Instant.compare(now, event.endsAt) >= 0) return { outcome: 'event_over' };
  if (until === 'start' && Temporal.Instant.compare(now, event.startsAt) >= 0) return { outcome: 'event_begun' };
  const ownUid = ticket.uid !== null;
  const after: Event = {
    ...event,
    liveTickets: event.liveTickets - 1,
    revision: event.revision + 1,
    sequence: ownUid ? event.sequence : event.sequence + 1,
    dtstamp: nextDtstamp(event, now),
  };
  return {
    outcome: 'cancelled',
    sequenceOffset: ownUid ? ticket.sequenceOffset + 1 : ticket.sequenceOffset,
    change: {
      kind: 'ticket_cancelled',
      ticketId: ticket.id,
      before: { liveTickets: event.liveTickets },
      after: { liveTickets: after.liveTickets },
      event: after,
      plans: tellHolder
        ? [
            {
              purpose: 'ticket_cancelled',
              method: 'CANCEL',
              audience: { kind: 'ticket', ticketId: ticket.id, recipient: null, occurrence: 0 },
            },
          ]
        : [],
    },
  };
}
