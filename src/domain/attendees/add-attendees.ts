import { folded } from '../people/address.ts';
import type { Change } from '../notices/change.ts';
import { type Event, nextDtstamp } from '../events/event.ts';
import type { ParticipationStatus, ZoneSource } from '../people/people.ts';
import type { WaitlistEntry } from '../waitlist/waitlist.ts';
import { type NewAttendee, attendeeKey } from './attendee.ts';

/** Somebody who is to have a seat, with all that their mail depends on. */
export type SeatedAttendee = NewAttendee & {
  zone: string;
  zoneSource: ZoneSource;
  language: string;
  participationStatus: ParticipationStatus;
};

/** How much room there is: the event itself (null), or one of its types. */
export type Room = { ticketTypeId: number | null; capacity: number | null; liveTickets: number; heldSeats: number };

export type AddAttendeesDecision =
  /** `skipped` of them attend already, or are in the list before; `taken` are the offers of the waiting list that this takes up. */
  | { outcome: 'added'; change: Change; seats: SeatedAttendee[]; skipped: number; taken: number[] }
  | { outcome: 'all_there'; skipped: number }
  | { outcome: 'event_cancelled' | 'event_over' | 'type_not_found' }
  /** Of the event, or of one of its types. */
  | { outcome: 'sold_out'; ticketTypeId: number | null; wanted: number; free: number };

/**
 * Adds people to an event, all who are not there yet or nobody: the house's own word, for which no window of sale and no limit for each person counts,
 * but every seat does. `there` are the keys (attendeeKey) of whoever attends; `types` all types of the event; `offers` stand in its waiting list.
 * Without `notify` they count as told, and no mail is owed. Decided on what is read under the event's lock, or compared at the commit.
 */
export function addAttendees(
  event: Event,
  types: Room[],
  people: NewAttendee[],
  there: ReadonlySet<string>,
  offers: WaitlistEntry[],
  unsaid: { zone: string; language: string },
  notify: boolean,
  now: Temporal.Instant,
): AddAttendeesDecision {
  if (event.status === 'cancelled') return { outcome: 'event_cancelled' };
  if (Temporal.Instant.compare(now, event.endsAt) >= 0) return { outcome: 'event_over' };
  const fresh = new Map<string, NewAttendee>();
  for (const one of people) {
    const key = attendeeKey(one);
    if (!there.has(key) && !fresh.has(key)) fresh.set(key, one);
  }
  const skipped = people.length - fresh.size;
  if (fresh.size === 0) return { outcome: 'all_there', skipped };
  const typeIds = new Set(types.map(({ ticketTypeId }) => ticketTypeId));
  if ([...fresh.values()].some(({ ticketTypeId }) => ticketTypeId !== null && !typeIds.has(ticketTypeId)))
    return { outcome: 'type_not_found' };
  const taken = offersOf(fresh, offers, now);
  const full = fullRoom([{ ...event, ticketTypeId: null }, ...types], [...fresh.values()], taken);
  if (full) return { outcome: 'sold_out', ...full };
  const seats = [...fresh.values()].map((one) => seated(event, one, unsaid));
  const after: Event = {
    ...event,
    liveTickets: event.liveTickets + seats.length,
    heldSeats: event.heldSeats - taken.length,
    revision: event.revision + 1,
    // Where the UID is shared, who was uninvited and comes back needs a number above the CANCEL they got.
    sequence: event.uidScope === 'event' ? event.sequence + 1 : event.sequence,
    dtstamp: nextDtstamp(event, now),
  };
  const change: Change = {
    kind: 'attendees_added',
    ticketId: seats.length === 1 ? 'seated' : null,
    before: { liveTickets: event.liveTickets },
    after: { liveTickets: after.liveTickets, added: seats.length, notify },
    event: after,
    plans: notify
      ? [{ purpose: event.uidScope === 'ticket' ? 'ticket' : 'invitation', method: 'REQUEST', audience: { kind: 'joined' } }]
      : [],
  };
  return { outcome: 'added', change, seats, skipped, taken: taken.map(({ id }) => id) };
}

/** The seats that are held for some of them already, of the very type they are to have. */
function offersOf(fresh: Map<string, NewAttendee>, offers: WaitlistEntry[], now: Temporal.Instant): WaitlistEntry[] {
  return offers.filter(
    ({ email, offeredTypeId, offerExpiresAt }) =>
      offerExpiresAt !== null &&
      Temporal.Instant.compare(now, offerExpiresAt) < 0 &&
      offeredTypeId !== null &&
      fresh.get(folded(email))?.ticketTypeId === offeredTypeId,
  );
}

function fullRoom(
  rooms: Room[],
  fresh: NewAttendee[],
  taken: WaitlistEntry[],
): { ticketTypeId: number | null; wanted: number; free: number } | null {
  for (const { ticketTypeId, capacity, liveTickets, heldSeats } of rooms) {
    if (capacity === null) continue;
    const wanted = fresh.filter((one) => ticketTypeId === null || one.ticketTypeId === ticketTypeId).length;
    const held = heldSeats - taken.filter(({ offeredTypeId }) => ticketTypeId === null || offeredTypeId === ticketTypeId).length;
    const free = Math.max(0, capacity - liveTickets - held);
    if (wanted > free) return { ticketTypeId, wanted, free };
  }
  return null;
}

function seated(event: Event, one: NewAttendee, unsaid: { zone: string; language: string }): SeatedAttendee {
  const comes = event.uidScope === 'ticket' || one.role === 'organizer';
  return {
    ...one,
    zone: one.zone ?? unsaid.zone,
    zoneSource: one.zone === null ? 'calendar' : 'contact',
    language: one.language ?? unsaid.language,
    participationStatus: one.participationStatus ?? (comes ? 'accepted' : 'needs-action'),
  };
}
