import { canonical } from '../domain/people/address.ts';
import { methodOf } from '../domain/notices/notice.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { ParticipationStatus } from '../domain/people/people.ts';
import { contentLine } from './content-line.ts';
import { cleanLine } from './plain-text.ts';

/** What of a notice its object is made of. */
export type ItipNotice = Pick<Notice, 'purpose' | 'event' | 'previous' | 'reason' | 'recipient' | 'ticket' | 'itip'>;

/** Longest CN, in UTF-16 units. */
const NAME_LIMIT = 200;

const PARTSTAT: Record<ParticipationStatus, string> = {
  'needs-action': 'NEEDS-ACTION',
  accepted: 'ACCEPTED',
  declined: 'DECLINED',
  tentative: 'TENTATIVE',
};

/** The ORGANIZER line: our own mailbox for the life of the UID, the person's or house's name as CN (RFC 5545 §3.8.4.3). */
export function organizerUser(mailbox: string, name: string): string {
  return contentLine('organizer', 'cal-address', mailtoUri(mailbox), commonName(name));
}

/**
 * The one ATTENDEE line of a notice: its recipient and nobody else (RFC 5545 §3.8.4.1, RFC 5546 §6.3).
 * Holding a ticket is consent, so a ticket asks for no answer; nor does a cancel.
 */
export function calendarUser(notice: ItipNotice): string {
  const { recipient, ticket, purpose } = notice;
  const asks = ticket === null && methodOf(purpose) === 'REQUEST';
  return contentLine('attendee', 'cal-address', mailtoUri(recipient.email), {
    cutype: 'INDIVIDUAL',
    role: recipient.role === 'organizer' ? 'CHAIR' : 'REQ-PARTICIPANT',
    partstat: PARTSTAT[ticket === null ? standingAnswer(notice) : 'accepted'],
    rsvp: asks ? 'TRUE' : 'FALSE',
    ...commonName(recipient.name ?? ''),
  });
}

/**
 * An answer holds until the time it was given for changes (RFC 5546 §3.2.2.1). Who runs the event is not asked about
 * their own move.
 */
function standingAnswer({ purpose, previous, event, recipient }: ItipNotice): ParticipationStatus {
  if (purpose !== 'moved' || recipient.role === 'organizer') return recipient.participationStatus;
  const sameTime = previous !== null && previous.startsAt.equals(event.startsAt) && previous.endsAt.equals(event.endsAt);
  return sameTime ? recipient.participationStatus : 'needs-action';
}

/** CN: the name on one line; `contentLine` replaces what a parameter cannot hold. */
function commonName(name: string): { cn?: string } {
  const cn = cleanLine(name, NAME_LIMIT).replaceAll('^', '');
  return cn === '' ? {} : { cn };
}

/** A mailbox as mailto URI (RFC 6068 §2), in the form that it is sent to, since clients compare it by text; only what cannot stand in a URI is encoded. */
function mailtoUri(mailbox: string): string {
  return `mailto:${canonical(mailbox)
    .toWellFormed()
    .replace(/[^\w!$&'*+,\-./:;=@~]/gu, encodeURIComponent)}`;
}
