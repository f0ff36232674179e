import ICAL from 'ical.js';

/** Somebody whom an iCalendar object names, each value as it stands there; empty where it says nothing. */
export type NamedAttendee = { name: string; address: string; role: string; participationStatus: string };

/**
 * The people whom the events of an iCalendar object have as ATTENDEE (RFC 5545 §3.8.4.1), in the order they stand there; rooms and resources are none.
 * Null where the text is no such object. Some calendars keep the address in EMAIL (RFC 7986 §6.2).
 */
export function attendeesOf(icsText: string): NamedAttendee[] | null {
  try {
    const calendar = new ICAL.Component(ICAL.parse(icsText));
    return calendar
      .getAllSubcomponents('vevent')
      .flatMap((vevent) => vevent.getAllProperties('attendee'))
      .filter((property) => !/^(?:room|resource)$/i.test(parameter(property, 'cutype')))
      .map((property) => ({
        name: parameter(property, 'cn'),
        address: parameter(property, 'email') || String(property.getFirstValue()).replace(/^mailto:/i, ''),
        role: parameter(property, 'role').toLowerCase() === 'chair' ? 'organizer' : 'attendee',
        participationStatus: statusOf(parameter(property, 'partstat')),
      }));
  } catch {
    // ical.js throws its own ParserError, or a TypeError for what is not even lines.
    return null;
  }
}

/** RFC 5545 §3.2.12; what else there is, DELEGATED say, tells nothing of whether they come. */
function statusOf(partstat: string): string {
  return /^(?:accepted|declined|tentative)$/i.test(partstat) ? partstat.toLowerCase() : '';
}

function parameter(property: ICAL.Property, name: string): string {
  const value = property.getFirstParameter(name) as string | undefined;
  return value ?? '';
}
