import type { Change } from '../notices/change.ts';
import { type Event, nextDtstamp } from '../events/event.ts';
import type { Recipient } from '../people/people.ts';
import type { Ticket } from './ticket.ts';

export type SendTicketDecision = { outcome: 'planned'; change: Change } | { outcome: 'cancelled' };

/**
 * Mails a ticket again, to `recipient` (null: to its holder). Nothing about the event changed, so its revision and
 * SEQUENCE stay and only DTSTAMP is newer (RFC 5546 §2.1.5 rule 4); the count of resends keeps the notices apart.
 */
export function sendTicket(event: Event, ticket: Ticket, recipient: Recipient | null, now: Temporal.Instant): SendTicketDecision {
  if (ticket.releasedRevision !== null || event.status === 'cancelled') return { outcome: 'cancelled' };
  const occurrence = ticket.resends + 1;
  return {
    outcome: 'planned',
    change: {
      kind: 'ticket_resent',
      ticketId: ticket.id,
      before: { resends: ticket.resends },
      after: { resends: occurrence },
      event: { ...event, dtstamp: nextDtstamp(event, now) },
      plans: [
        {
          purpose: event.uidScope === 'ticket' ? 'ticket' : 'invitation',
          method: 'REQUEST',
          audience: { kind: 'ticket', ticketId: ticket.id, recipient, occurrence },
        },
      ],
    },
  };
}
