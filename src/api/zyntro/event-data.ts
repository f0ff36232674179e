import { addressOf } from '../../domain/people/address.ts';
import { type Invitee, MAX_TITLE } from '../../domain/events/create-event.ts';
import { cut, lengthOf, plainLine, plainText } from '../../domain/plain-text.ts';
import type { Contact } from '../../operations/people/find-people.ts';
import { objectOf } from '../http/json-body.ts';
import { type Body, type Parsed, instantOf, isMissing, uuidOf, zoneNamed } from './schema.ts';

const MAX_DESCRIPTION = 10_000;
const MAX_ATTENDEES = 50;
const MAX_NAME = 255;

/** What createEvent's `event_data` says, checked as far as that needs no look-up. */
export type EventData = {
  /** Null where it is no UUID: there is no such calendar. */
  calendarId: string | null;
  title: string;
  description: string;
  location: string | null;
  zone: string;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  attendees: AttendeeData[];
};

/** An attendee as given; what is null may be known of their contact. */
export type AttendeeData = Pick<Invitee, 'role' | 'name' | 'email' | 'zone'> & { contactId: string | null };

/** Reads `event_data` (zyntro.md §8; §12, choices 22 and 24). */
export function eventDataOf(data: Body): Parsed<EventData> {
  const { calendar_id: calendar, event_title: title, event_start_time: start, event_end_time: end, event_timezone: zoneName } = data;
  if (isMissing(calendar)) return { code: 'MISSING_CALENDAR_ID' };
  const plainTitle = typeof title === 'string' ? plainLine(title) : '';
  if (plainTitle === '') return { code: 'MISSING_TITLE' };
  if (lengthOf(plainTitle) > MAX_TITLE) return { code: 'TITLE_TOO_LONG' };
  const description = typeof data['event_description'] === 'string' ? plainText(data['event_description']) : '';
  if (lengthOf(description) > MAX_DESCRIPTION) return { code: 'DESCRIPTION_TOO_LONG' };
  if (isMissing(start)) return { code: 'MISSING_START' };
  if (isMissing(end)) return { code: 'MISSING_END' };
  if (isMissing(zoneName)) return { code: 'MISSING_TIMEZONE' };
  const zone = zoneNamed(zoneName);
  if (!zone) return { code: 'INVALID_TIMEZONE' };
  const startsAt = timestampIn(zone, start);
  const endsAt = timestampIn(zone, end);
  if (!startsAt || !endsAt) return { code: 'INVALID_DATE' };
  const attendees = attendeesOf(data['attendee_data']);
  if ('code' in attendees) return attendees;
  return {
    value: {
      calendarId: uuidOf(calendar),
      title: plainTitle,
      description,
      location: locationOf(data['location_type']),
      zone,
      startsAt,
      endsAt,
      attendees: attendees.value,
    },
  };
}

/**
 * Who is invited: the attendees, with what their contact record adds; the main contact when none are named; and the organizer as a
 * host when nobody else is one (choice 12). Each needs an address that can be one.
 */
export function inviteesOf(
  attendees: AttendeeData[],
  main: Contact,
  contacts: Map<string, Contact>,
  organizer: Invitee,
): Parsed<Invitee[]> {
  const mainAlone: AttendeeData = { role: 'attendee', name: null, email: null, zone: null, contactId: main.id };
  const named = attendees.length > 0 ? attendees : [mainAlone];
  const invitees = named.map((one): Invitee => {
    const contact = one.contactId === null ? undefined : contacts.get(one.contactId);
    return {
      role: one.role,
      name: one.name ?? contact?.fullName ?? null,
      email: addressOf(one.email ?? contact?.email ?? ''),
      zone: one.zone ?? contact?.zone ?? null,
      language: contact?.language ?? null,
      contactId: contact?.id ?? null,
    };
  });
  if (invitees.some(({ email }) => email === null)) {
    return { code: 'INVALID_ATTENDEE_EMAIL' };
  }
  const hasHost = invitees.some(({ role }) => role === 'organizer');
  return { value: hasHost ? invitees : [organizer, ...invitees] };
}

function attendeesOf(given: unknown): Parsed<AttendeeData[]> {
  if (given === undefined || given === null) return { value: [] };
  if (!Array.isArray(given)) return { code: 'INVALID_ATTENDEES' };
  if (given.length > MAX_ATTENDEES) return { code: 'TOO_MANY_ATTENDEES' };
  const attendees: AttendeeData[] = [];
  for (const one of given) {
    const person = objectOf(one);
    if (!person) return { code: 'INVALID_ATTENDEES' };
    const { contact_timezone: zoneName, contact_email: email } = person;
    const zone = isMissing(zoneName) ? null : zoneNamed(zoneName);
    if (!zone && !isMissing(zoneName)) return { code: 'INVALID_TIMEZONE' };
    if (!isMissing(email) && typeof email !== 'string') return { code: 'INVALID_ATTENDEE_EMAIL' };
    const names = [person['contact_fname'], person['contact_lname']].filter((part) => typeof part === 'string');
    attendees.push({
      role: person['contact_role'] === 'host' ? 'organizer' : 'attendee',
      name: cut(plainLine(names.join(' ')), MAX_NAME) || null,
      email: typeof email === 'string' ? email.trim() || null : null,
      zone,
      contactId: uuidOf(person['contact_id']),
    });
  }
  return { value: attendees };
}

/** The vendor's kinds of place name none; any other words are the place as given (choice 22). */
function locationOf(given: unknown): string | null {
  if (typeof given !== 'string' || ['video', 'phone', 'in_person', 'custom'].includes(given)) return null;
  return cut(plainLine(given), 255) || null;
}

/** `YYYY-MM-DD HH:MM:SS` on the clocks of a zone; seconds may be missing, and a `T` may stand between. */
function timestampIn(zone: string, given: unknown): Temporal.Instant | null {
  if (typeof given !== 'string') return null;
  const [date, time, ...rest] = given.trim().split(/[ T]/);
  return rest.length > 0 ? null : instantOf(date, time, zone);
}
