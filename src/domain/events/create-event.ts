import { folded } from '../people/address.ts';
import type { Change } from '../notices/change.ts';
import type { Event } from './event.ts';
import type { AttendeeRole, ParticipationStatus, ZoneSource } from '../people/people.ts';

export const MAX_TITLE = 255;

/** Somebody to be invited, as a caller names them. */
export type Invitee = {
  name: string | null;
  email: string | null;
  /** Null: the calendar's zone is taken, and the mail says so. */
  zone: string | null;
  language: string | null;
  role: AttendeeRole;
  contactId?: string | null;
};

export type Seated = Invitee & {
  zone: string;
  zoneSource: ZoneSource;
  language: string;
  participationStatus: ParticipationStatus;
};

/**
 * Seats invitees: one attendance for each address (the first mention wins, an organizer before an attendee), each with a zone
 * and where it came from: their own or that of the event's calendar. Who runs the event has accepted it.
 */
export function seatInvitees(invitees: Invitee[], calendarZone: string, language: string): Seated[] {
  const seats = new Map<string, Seated>();
  const organizersFirst = invitees.toSorted((a, b) => Number(b.role === 'organizer') - Number(a.role === 'organizer'));
  for (const [index, person] of organizersFirst.entries()) {
    const address = person.email === null ? `nobody ${index}` : folded(person.email);
    if (seats.has(address)) continue;
    seats.set(address, {
      ...person,
      zone: person.zone ?? calendarZone,
      zoneSource: person.zone === null ? 'calendar' : 'contact',
      language: person.language ?? language,
      participationStatus: person.role === 'organizer' ? 'accepted' : 'needs-action',
    });
  }
  return [...seats.values()];
}

/** The first change of an event: it exists, and everybody seated at it is invited. */
export function eventCreated(event: Event): Change {
  return {
    kind: 'event_created',
    ticketId: null,
    before: {},
    after: { title: event.title, startsAt: event.startsAt.toString(), endsAt: event.endsAt.toString(), zone: event.zone },
    event,
    plans: [{ purpose: event.uidScope === 'ticket' ? 'ticket' : 'invitation', method: 'REQUEST', audience: { kind: 'joined' } }],
  };
}
