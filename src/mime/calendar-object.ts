import ICAL from 'ical.js';
import { folded } from '../domain/people/address.ts';

/** A VEVENT as a client reads it. Instants are in milliseconds; addresses in lower case, without `mailto:`. */
export type CalendarEvent = {
  uid: string;
  /** As written; null: the whole of it. */
  recurrenceId: string | null;
  sequence: number;
  dtstamp: number;
  startsAt: number | null;
  endsAt: number | null;
  summary: string | null;
  location: string | null;
  /** In upper case. */
  status: string | null;
  organizer: string | null;
  attendees: { address: string; participationStatus: string }[];
  /** Names of properties that may stand once (RFC 5545 §3.6.1) and stand more often, in upper case. */
  repeated: string[];
  hasAlarm: boolean;
  /** TZIDs it uses. */
  zones: string[];
  /** Neither UTC, nor with a zone, nor a date. */
  floats: boolean;
};

/** A VCALENDAR. `method` in upper case. */
export type CalendarObject = { method: string | null; events: CalendarEvent[]; definedZones: string[] };

const ONCE = [
  'uid',
  'dtstamp',
  'dtstart',
  'dtend',
  'duration',
  'sequence',
  'status',
  'organizer',
  'summary',
  'description',
  'location',
  'transp',
  'created',
  'last-modified',
  'recurrence-id',
];

/** Reads an iCalendar text (RFC 5545) with events; null where it is none. */
export function readCalendar(text: string): CalendarObject | null {
  let calendar: ICAL.Component;
  try {
    calendar = new ICAL.Component(ICAL.parse(text));
  } catch {
    // ical.js throws its own ParserError, or a TypeError for what is not even lines.
    return null;
  }
  if (calendar.name !== 'vcalendar') return null;
  const zones = calendar.getAllSubcomponents('vtimezone');
  const events = calendar.getAllSubcomponents('vevent').map((vevent) => eventOf(vevent));
  return {
    method: textOf(calendar, 'method')?.toUpperCase() ?? null,
    events,
    definedZones: zones.map((zone) => String(zone.getFirstPropertyValue('tzid'))),
  };
}

function eventOf(vevent: ICAL.Component): CalendarEvent {
  const times = ['dtstart', 'dtend', 'recurrence-id'].flatMap((name) => vevent.getFirstProperty(name) ?? []);
  const values = times.map((property) => property.getFirstValue()).filter((value) => value instanceof ICAL.Time);
  const zones = times.flatMap((property) => property.getFirstParameter('tzid') ?? []);
  return {
    uid: textOf(vevent, 'uid') ?? '',
    recurrenceId: textOf(vevent, 'recurrence-id'),
    sequence: Number(textOf(vevent, 'sequence') ?? 0),
    dtstamp: instantOf(vevent, 'dtstamp') ?? 0,
    startsAt: instantOf(vevent, 'dtstart'),
    endsAt: instantOf(vevent, 'dtend'),
    summary: textOf(vevent, 'summary'),
    location: textOf(vevent, 'location'),
    status: textOf(vevent, 'status')?.toUpperCase() ?? null,
    organizer: addressOf(vevent.getFirstProperty('organizer')),
    attendees: vevent.getAllProperties('attendee').flatMap((property) => {
      const address = addressOf(property);
      const status = property.getFirstParameter('partstat');
      return address === null ? [] : [{ address, participationStatus: (status || 'NEEDS-ACTION').toUpperCase() }];
    }),
    repeated: ONCE.filter((name) => vevent.getAllProperties(name).length > 1).map((name) => name.toUpperCase()),
    hasAlarm: vevent.getFirstSubcomponent('valarm') !== null,
    zones,
    floats: zones.length < times.length && values.some((value) => !value.isDate && value.zone !== ICAL.Timezone.utcTimezone),
  };
}

function textOf(component: ICAL.Component, name: string): string | null {
  const value = component.getFirstPropertyValue(name);
  return value === null ? null : String(value);
}

function instantOf(component: ICAL.Component, name: string): number | null {
  const value = component.getFirstPropertyValue(name);
  return value instanceof ICAL.Time ? value.toJSDate().getTime() : null;
}

function addressOf(property: ICAL.Property | null): string | null {
  const value = property === null ? null : String(property.getFirstValue());
  return value === null ? null : folded(value.replace(/^mailto:/i, ''));
}
