import type { EventFacts, UidScope } from '../notices/notice.ts';
import type { Actor } from '../people/people.ts';

/** draft: being prepared; no public door shows it, and nobody is mailed of it. */
export const EVENT_STATUSES = ['draft', 'scheduled', 'cancelled'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

/** An event as stored: the thing with a time (VEVENT). Instants are exact, `zone` is the IANA zone it lives in. */
export type Event = {
  tenantId: number;
  id: number;
  publicId: string;
  calendarId: number;
  uidScope: UidScope;
  uid: string;
  organizerMailbox: string;
  organizerName: string;
  replyTo: string | null;
  title: string;
  description: string;
  location: string | null;
  zone: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  /** Seats offered; null means no limit. */
  capacity: number | null;
  /** Tickets not released. */
  liveTickets: number;
  /** Seats that unpaid orders and standing offers hold: nobody's yet, and not free. */
  heldSeats: number;
  /** May people wait for a seat when there is none? */
  waitlistEnabled: boolean;
  /** Do the mails to its attendees carry links that cancel and move it? */
  attendeeLinks: boolean;
  status: EventStatus;
  /** Counts committed changes. */
  revision: number;
  /** RFC 5545 §3.8.7.4: only ever rises. */
  sequence: number;
  /** The last DTSTAMP given to any object of this event. */
  dtstamp: Temporal.Instant;
  cancelledAt: Temporal.Instant | null;
  cancelReason: string | null;
  cancelledByKind: Actor['kind'] | null;
  cancelledById: string | null;
  createdAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
};

/** What a notice says about the event as it stands now, after a change by that actor. */
export function factsOf(event: Event, by: Actor): EventFacts {
  return {
    title: event.title,
    description: event.description,
    location: event.location,
    startsAt: event.startsAt,
    endsAt: event.endsAt,
    zone: event.zone,
    organizerName: event.organizerName,
    replyTo: event.replyTo,
    organizerMailbox: event.organizerMailbox,
    createdAt: event.createdAt,
    updatedAt: event.updatedAt,
    ...(event.attendeeLinks && { attendeeLinks: true, attendees: event.liveTickets }),
    ...(by.name !== undefined && { changedBy: by.name }),
  };
}

/**
 * The DTSTAMP of the next object of this event: now in whole seconds, but always later than the last one,
 * since it breaks ties between objects of one SEQUENCE (RFC 5546 §2.1.5) and wall clocks step back.
 */
export function nextDtstamp(event: Pick<Event, 'dtstamp'>, now: Temporal.Instant): Temporal.Instant {
  const second = now.round({ smallestUnit: 'second', roundingMode: 'floor' });
  const later = event.dtstamp.add({ seconds: 1 });
  return Temporal.Instant.compare(second, later) >= 0 ? second : later;
}
