import type { Event } from '../events/event.ts';
import type { ItipMethod, OfferPurpose, Purpose, ServiceFacts } from './notice.ts';
import type { SubjectKind } from './subject.ts';
import type { Actor, Recipient } from '../people/people.ts';
import { cut, plainText } from '../plain-text.ts';

export type ChangeKind =
  | 'event_created'
  | 'event_rescheduled'
  | 'event_updated'
  | 'event_cancelled'
  | 'event_published'
  | 'event_unpublished'
  | 'ticket_type_added'
  | 'ticket_type_changed'
  | 'ticket_type_removed'
  | 'ticket_issued'
  | 'ticket_cancelled'
  | 'ticket_resent'
  | 'notices_resent'
  | 'seats_offered'
  | 'waitlist_left'
  | 'order_cancelled'
  | 'capacity_changed'
  | 'attendees_added'
  | 'attendee_corrected';

/** Who asks for a change, through which door, and in which words. */
export type Request = {
  actor: Actor;
  /** Door and request, e.g. `meetbit 01J…`: kept with the change, never shown to recipients. */
  cause: string;
  /** The caller's own words; untrusted. */
  reason: string | null;
  /** The network it came from, a /24 or /64, where it is written down: absent on the command line and of a timer. */
  from?: string;
  /** Set where nothing but the event's ids was shown; the network is a /24 or /64. */
  barePair?: Pick<ServiceFacts, 'network'>;
};

/** Who a plan of notices is for, decided at its revision: see the outbox table. */
export type Audience =
  | { kind: 'standing' }
  | { kind: 'joined' }
  | { kind: 'ticket'; ticketId: number; recipient: Recipient | null; occurrence: number }
  /** Some, by their numbers in rising order: each at their own address alone. */
  | { kind: 'listed'; subject: Exclude<SubjectKind, 'event'>; ids: number[]; occurrence: number }
  /** Somebody in the waiting list; `until` is how long their seat is held. */
  | { kind: 'entry'; entryId: number; until: Temporal.Instant }
  /** Whoever runs the event, at their own address. */
  | { kind: 'organizer'; recipient: Pick<Recipient, 'email' | 'name' | 'language'>; service: ServiceFacts };

/** The notices a change owes, before anybody's address is looked at. */
export type Plan =
  | { purpose: Purpose; method: ItipMethod; audience: Exclude<Audience, { kind: 'entry' | 'organizer' }> }
  | { purpose: OfferPurpose; method: null; audience: Extract<Audience, { kind: 'entry' }> }
  | { purpose: 'bare_pair_used'; method: null; audience: Extract<Audience, { kind: 'organizer' }> };

/** A decided change: the event after it, what to write into history, and what to tell whom. */
export type Change = {
  kind: ChangeKind;
  /** `seated`: the one that this change takes for somebody, which has no number yet. */
  ticketId: number | 'seated' | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  event: Event;
  /** The event as its notices show it, where that is not as it is stored. */
  shown?: Event;
  plans: Plan[];
};

const MAX_REASON = 1_000;

/**
 * A reason as it may be kept: control characters except line feed gone, trimmed, at most 1,000 characters
 * (cut, not refused); null when nothing is left.
 */
export function cleanReason(words: string | null | undefined): string | null {
  if (words === null || words === undefined) return null;
  return cut(plainText(words), MAX_REASON) || null;
}
