import type { Change } from '../notices/change.ts';
import { type Event, nextDtstamp } from '../events/event.ts';
import { isSameAddress } from '../people/address.ts';
import type { ParticipationStatus, Recipient } from '../people/people.ts';
import type { Ticket } from '../seats/ticket.ts';

/** What of an attendee can be corrected; absent means unchanged. */
export type Correction = {
  name?: string | null;
  email?: string;
  telephone?: string | null;
  zone?: string;
  language?: string;
  participationStatus?: ParticipationStatus;
};

export type CorrectAttendeeDecision =
  /** `readdressed`: mail goes elsewhere from now on, and what stood at the old address is told nothing more. */
  { outcome: 'corrected'; change: Change; ticket: Ticket; readdressed: boolean } | { outcome: 'unchanged' | 'removed' };

/**
 * Corrects who somebody is, or where they are reached. A new address is mailed the present state of their seat as its first mail, unless there is nothing
 * to come to any more; anything else mails nobody. Where the UID is shared the address may have had a CANCEL of it before, so SEQUENCE rises.
 */
export function correctAttendee(event: Event, ticket: Ticket, correction: Correction, now: Temporal.Instant): CorrectAttendeeDecision {
  if (ticket.releasedRevision !== null) return { outcome: 'removed' };
  const wanted = { ...correction, ...(correction.zone !== undefined && { zoneSource: 'contact' as const }) };
  const fields = (Object.keys(correction) as (keyof Correction)[]).filter((key) => correction[key] !== ticket[key]);
  if (fields.length === 0) return { outcome: 'unchanged' };
  const after: Ticket = { ...ticket, ...wanted };
  const { email } = after;
  const readdressed = email !== null && (ticket.email === null || !isSameAddress(email, ticket.email));
  const mailed = readdressed && event.status === 'scheduled' && Temporal.Instant.compare(now, event.endsAt) < 0;
  const { name, zone, zoneSource, language } = after;
  const recipient: Recipient | null = email === null ? null : { email, name, zone, zoneSource, language };
  const occurrence = ticket.resends + 1;
  return {
    outcome: 'corrected',
    ticket: readdressed ? { ...after, resends: occurrence } : after,
    readdressed,
    change: {
      kind: 'attendee_corrected',
      ticketId: ticket.id,
      // Which, not what: what was wrong need not be kept.
      before: {},
      after: { fields },
      event: {
        ...event,
        revision: event.revision + 1,
        sequence: mailed && event.uidScope === 'event' ? event.sequence + 1 : event.sequence,
        dtstamp: mailed ? nextDtstamp(event, now) : event.dtstamp,
      },
      plans: mailed
        ? [
            {
              purpose: event.uidScope === 'ticket' ? 'ticket' : 'invitation',
              method: 'REQUEST',
              audience: { kind: 'ticket', ticketId: ticket.id, recipient, occurrence },
            },
          ]
        : [],
    },
  };
}
