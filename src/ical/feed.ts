import type { Event } from '../domain/events/event.ts';
import type { Language } from '../domain/people/people.ts';
import { cancelledTitle } from './cancelled-word.ts';
import { contentLine } from './content-line.ts';
import { LIMITS, PRODID } from './itip-object.ts';
import { cleanLine, cleanText } from './plain-text.ts';
import { startAndEnd, utcLine } from './utc-line.ts';

/** What a feed shows of an event: never who attends, nor why it was cancelled, which is between its organizer and them. */
export type FeedEntry = Pick<
  Event,
  'uid' | 'title' | 'description' | 'location' | 'startsAt' | 'endsAt' | 'status' | 'sequence' | 'createdAt' | 'updatedAt'
>;

/**
 * A calendar to subscribe to: one VEVENT for each entry, in the given order. It has no METHOD, as it asks nobody for anything, and
 * neither ORGANIZER nor ATTENDEE (RFC 5545 §3.8.4.3 forbids them where nobody is invited). A cancelled event says so by STATUS and,
 * for calendars that show no status, in its title. The same entries give the same bytes: DTSTAMP is the last change
 * (§3.8.7.2, an object without METHOD).
 */
export function feedCalendar(name: string, language: Language, entries: FeedEntry[]): string {
  const title = cleanLine(name, LIMITS.title);
  return (
    'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n' +
    contentLine('prodid', 'text', PRODID) +
    'CALSCALE:GREGORIAN\r\n' +
    // RFC 7986 §5.1 and §5.7, and the names their readers knew before it.
    (title === '' ? '' : contentLine('name', 'text', title) + contentLine('x-wr-calname', 'text', title)) +
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\nX-PUBLISHED-TTL:PT1H\r\n' +
    entries.map((entry) => feedEvent(entry, language)).join('') +
    'END:VCALENDAR\r\n'
  );
}

function feedEvent(entry: FeedEntry, language: Language): string {
  const cancelled = entry.status === 'cancelled';
  const title = cleanLine(entry.title, LIMITS.title);
  // The description of a cancelled event may hold the words it was cancelled with.
  const description = cancelled ? '' : cleanText(entry.description, LIMITS.description);
  const location = entry.location === null ? '' : cleanLine(entry.location, LIMITS.location);
  return (
    'BEGIN:VEVENT\r\n' +
    contentLine('uid', 'text', entry.uid) +
    utcLine('dtstamp', entry.updatedAt) +
    startAndEnd(entry.startsAt, entry.endsAt) +
    contentLine('sequence', 'integer', entry.sequence) +
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}\r\n` +
    contentLine('summary', 'text', cancelled ? cancelledTitle(title, language) : title) +
    (description === '' ? '' : contentLine('description', 'text', description)) +
    (location === '' ? '' : contentLine('location', 'text', location)) +
    // Knowing of an event is not attending it: nobody is busy.
    'TRANSP:TRANSPARENT\r\n' +
    utcLine('created', entry.createdAt) +
    utcLine('last-modified', entry.updatedAt) +
    'END:VEVENT\r\n'
  );
}
