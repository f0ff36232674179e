import type { MailedLink } from './link.ts';
import type { AttendeeRole, Language, ParticipationStatus, ZoneSource } from '../people/people.ts';

/** What a notice is for. One notice per (subject, revision, recipient, purpose, occurrence). */
export type Purpose = 'invitation' | 'ticket' | 'moved' | 'updated' | 'event_cancelled' | 'ticket_cancelled';

/** A seat is held for somebody who waited, or is no longer because the event is cancelled. */
export type OfferPurpose = 'seat_offered' | 'offer_withdrawn' | 'offer_revoked';

/** What a notice without a calendar part is for; `bare_pair_used` tells whoever runs an event that its ids alone changed it. */
export type PlainPurpose = OfferPurpose | 'bare_pair_used';

/** What a service mail tells: what was done, and the network it came from (a /24 or /64). */
export type ServiceFacts = { verb: 'cancelled' | 'moved'; network: string };

/** RFC 5546 §1.4: the two methods an organizer sends. */
export type ItipMethod = 'REQUEST' | 'CANCEL';

/**
 * What the calendar object's UID stands for, which decides STATUS in a CANCEL (RFC 5546 §3.2.5):
 * `event`: one UID shared by every attendee of a meeting; `ticket`: one UID for each ticket.
 */
export type UidScope = 'event' | 'ticket';

/** The event as it stood at the notice's revision; stored with the plan, so that a mail never needs today's row. */
export type EventFacts = {
  title: string;
  /** Plain text, may hold line breaks. */
  description: string;
  location: string | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** IANA name: the zone the event itself lives in. */
  zone: string;
  /** The person or house the mail speaks for; the From name and the CN of ORGANIZER. */
  organizerName: string;
  /** The organizer's own address, for Reply-To; never ORGANIZER. */
  replyTo: string | null;
  /** Our own mailbox, ORGANIZER and From for the life of the UID. */
  organizerMailbox: string;
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
  /** Its mails carry links for each attendee, to cancel and to move it. */
  attendeeLinks?: boolean;
  /** How many take part, where its mails carry links: who may act for all depends on it. */
  attendees?: number;
  /** The attendee who made this change in the organizer's stead. */
  changedBy?: string;
};

/** One message owed to one recipient for one purpose: all that is needed to compose its bytes, always the same. */
export type Notice = {
  deliveryId: number;
  purpose: Purpose;
  /** Unique id of the message, without angle brackets: `<hash>@<domain>`. The same for every retry. */
  messageId: string;
  /** The first mail this person got about this subject, without angle brackets; null when this is the first. */
  inReplyTo: string | null;
  /** The Date header, fixed when the notice was planned. */
  date: Temporal.Instant;
  event: EventFacts;
  /** What this recipient was last told, for `moved` and `updated`; null when they were told nothing else. */
  previous: { title: string; location: string | null; startsAt: Temporal.Instant; endsAt: Temporal.Instant } | null;
  /** The caller's own words, untrusted; null when none were given. */
  reason: string | null;
  recipient: {
    email: string;
    name: string | null;
    zone: string;
    zoneSource: ZoneSource;
    language: Language;
    role: AttendeeRole;
    participationStatus: ParticipationStatus;
  };
  /** Null for plain attendance of a meeting. `holderName` is printed when the mail goes to somebody else than the holder. */
  ticket: { code: string; typeName: string | null; holderName: string | null } | null;
  itip: {
    uid: string;
    uidScope: UidScope;
    sequence: number;
    dtstamp: Temporal.Instant;
    method: ItipMethod;
  };
  /** The pages where this person moves or cancels the meeting, or takes or declines the seat; empty where a mail has none. */
  links: MailedLink[];
  /** Absolute address of the page where this person sees the event; null where there is none. */
  pageUrl: string | null;
};

type Plain = Omit<Notice, 'purpose' | 'ticket' | 'itip'> & { ticket: null; itip: null };

/** A message to somebody without a seat: they have no calendar entry to obey. `offer` is what is held for them, and until when. */
export type OfferNotice = Plain & { purpose: OfferPurpose; offer: { until: Temporal.Instant; typeName: string | null } };

/** A service mail to whoever runs the event: about how something was done, beside the notice of what was done. */
export type ServiceNotice = Plain & { purpose: 'bare_pair_used'; service: ServiceFacts };

export type PlainNotice = OfferNotice | ServiceNotice;

/** The iTIP method a purpose travels under. */
export function methodOf(purpose: Purpose): ItipMethod {
  return purpose === 'event_cancelled' || purpose === 'ticket_cancelled' ? 'CANCEL' : 'REQUEST';
}

/** States of a delivery, in the field's words (SMTP and job queues); `captured`: kept in the development mailbox, and sent to nobody. */
export const DELIVERY_STATES = ['queued', 'sending', 'awaiting_retry', 'sent', 'captured', 'failed', 'bounced', 'aborted'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];
