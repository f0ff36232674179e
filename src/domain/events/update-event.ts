import { folded } from '../people/address.ts';
import type { Change, Plan } from '../notices/change.ts';
import { type Invitee, type Seated, seatInvitees } from './create-event.ts';
import { type Event, nextDtstamp } from './event.ts';
import { type EventDetails, changedDetails } from './event-details.ts';
import { type TimesRefusal, refusalOfTimes } from './times.ts';
import type { Ticket } from '../seats/ticket.ts';

/** What a caller may set; absent means unchanged. `invitees` is the whole list of who is to attend; a name of null stays as it was. */
export type EventUpdate = {
  title?: string;
  description?: string;
  location?: string | null;
  zone?: string;
  startsAt?: Temporal.Instant;
  endsAt?: Temporal.Instant;
  invitees?: Invitee[];
};

/** The details that an update leaves, beside those that there were. */
export type DetailsUpdate = { before: EventDetails; after: EventDetails };

export type UpdateEventDecision =
  | { outcome: 'updated'; change: Change; seat: Seated[]; release: Ticket[]; rename: Renamed[] }
  | { outcome: 'unchanged' | 'already_cancelled' | TimesRefusal | 'sold_out' };

/** A ticket and the name its holder has from now on. */
export type Renamed = { ticket: Ticket; name: string };

/**
 * Changes an event, whatever of it. People who stay are told of a new time (`moved`), title or place (`updated`); who is new
 * is invited, who is gone gets a CANCEL of their own; a new description or the new name of somebody who stays only raises the
 * revision. Organizers and people without an address stay, whether the list names them or not. `seated` are the live tickets, read under the event's lock; null when the caller may not
 * change who attends (tickets are bought, not listed). `unsaid` is what holds for new people who bring none: the calendar's zone, the tenant's language.
 */
export function updateEvent(
  event: Event,
  update: EventUpdate,
  seated: Ticket[] | null,
  unsaid: { zone: string; language: string },
  now: Temporal.Instant,
  details?: DetailsUpdate,
): UpdateEventDecision {
  if (event.status === 'cancelled') return { outcome: 'already_cancelled' };
  const { invitees, ...fields } = update;
  const { organizerName, replyTo, waitlistEnabled } = details?.after ?? event;
  const next = { ...event, ...fields, organizerName, replyTo, waitlistEnabled };
  const refusal = refusalOfTimes(next, event, now);
  if (refusal) return { outcome: refusal };
  const moved = !next.startsAt.equals(event.startsAt) || !next.endsAt.equals(event.endsAt) || next.zone !== event.zone;
  const renamed = next.title !== event.title || next.location !== event.location;
  const { seat, release, rename } = compareLists(seated ?? [], seated === null ? undefined : invitees, unsaid);
  const attendance = seat.length > 0 || release.length > 0;
  const changed = changedDetails(details?.before, details?.after);
  const reworded = next.description !== event.description;
  const unheard = rename.length > 0 || reworded || Object.keys(changed.after).length > 0;
  if (!moved && !renamed && !attendance && !unheard) return { outcome: 'unchanged' };
  const taken = event.liveTickets + event.heldSeats - release.length + seat.length;
  if (seat.length > 0 && event.capacity !== null && taken > event.capacity) return { outcome: 'sold_out' };
  // A list is only replaced where the UID is shared; who comes back to it needs a number above the CANCEL they got.
  // A draft's calendar objects are still to be made.
  const mailed = event.status !== 'draft' && (moved || renamed || attendance);
  const after: Event = {
    ...next,
    liveTickets: event.liveTickets + seat.length - release.length,
    revision: event.revision + 1,
    sequence: event.sequence + (mailed ? 1 : 0),
    dtstamp: nextDtstamp(event, now),
    updatedAt: now,
  };
  const plans: Plan[] = release.map((ticket) => ({
    purpose: 'ticket_cancelled',
    method: 'CANCEL',
    audience: { kind: 'ticket', ticketId: ticket.id, recipient: null, occurrence: 0 },
  }));
  if (moved || renamed) plans.push({ purpose: moved ? 'moved' : 'updated', method: 'REQUEST', audience: { kind: 'standing' } });
  if (seat.length > 0) plans.push({ purpose: 'invitation', method: 'REQUEST', audience: { kind: 'joined' } });
  const change: Change = {
    kind: 'event_updated',
    ticketId: null,
    before: { ...shown(event), ...(reworded && { description: event.description }), ...changed.before },
    after: {
      ...shown(after),
      ...(reworded && { description: after.description }),
      ...changed.after,
      invited: seat.length,
      uninvited: release.length,
    },
    event: after,
    plans,
  };
  return { outcome: 'updated', change, seat, release, rename };
}

function shown(event: Event): Record<string, unknown> {
  const { title, location, zone, sequence } = event;
  return { title, location, zone, sequence, startsAt: event.startsAt.toString(), endsAt: event.endsAt.toString() };
}

function compareLists(seated: Ticket[], invitees: Invitee[] | undefined, { zone, language }: { zone: string; language: string }) {
  if (invitees === undefined) return { seat: [], release: [], rename: [] };
  const address = (person: { email: string | null }) => (person.email === null ? null : folded(person.email));
  const wanted = new Map(invitees.toReversed().map((one) => [address(one), one.name]));
  const present = new Set(seated.map(address));
  return {
    seat: seatInvitees(
      invitees.filter((one) => !present.has(address(one))),
      zone,
      language,
    ),
    release: seated.filter((ticket) => ticket.role === 'attendee' && ticket.email !== null && !wanted.has(address(ticket))),
    rename: seated.flatMap((ticket): Renamed[] => {
      const name = ticket.email === null ? null : (wanted.get(address(ticket)) ?? null);
      return name === null || name === ticket.name ? [] : [{ ticket, name }];
    }),
  };
}
