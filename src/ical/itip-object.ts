import { methodOf } from '../domain/notices/notice.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { Language } from '../domain/people/people.ts';
import { type ItipNotice, calendarUser, organizerUser } from './calendar-user.ts';
import { cancelledTitle } from './cancelled-word.ts';
import { contentLine } from './content-line.ts';
import { cleanLine, cleanText } from './plain-text.ts';
import { startAndEnd, utcLine } from './utc-line.ts';

/** Fixed for all we write; its version rises when the meaning of what we write changes. */
export const PRODID = '-//Adjourn//Adjourn 1//EN';

/**
 * Longest texts that go into an object, in UTF-16 units. At three octets a unit and folding on top, all of them together
 * stay below 32 kB, which is what receivers are known to take.
 */
export const LIMITS = { title: 300, location: 500, description: 5000, reason: 2000 } as const;

/** What the lines that are the same for every recipient are made of. */
export type ItipFrameFacts = Pick<Notice, 'purpose' | 'event' | 'reason'> & {
  uidScope: Notice['itip']['uidScope'];
  language: Language;
};

/** The lines all recipients of one change share, between those that are each recipient's own. */
export type ItipFrame = { head: string; times: string; standing: string; texts: string };

/**
 * The iTIP object of a notice: one VCALENDAR with one VEVENT, CRLF line ends, below 32 kB (RFC 5546 §3.2.2 REQUEST,
 * §3.2.5 CANCEL). Properties stand in a fixed order, so that the same notice gives the same bytes.
 * @throws RangeError when the method is not the one the purpose travels under: such a mail would contradict itself.
 */
export function itipObject(notice: ItipNotice): string {
  return fillItipFrame(
    itipFrame({
      purpose: notice.purpose,
      event: notice.event,
      reason: notice.reason,
      uidScope: notice.itip.uidScope,
      language: notice.recipient.language,
    }),
    notice,
  );
}

/** Renders what every recipient of a change shares; `fillItipFrame` adds what is one recipient's own. */
export function itipFrame(facts: ItipFrameFacts): ItipFrame {
  const { event, language } = facts;
  const cancel = methodOf(facts.purpose) === 'CANCEL';
  // RFC 5546 §3.2.5: without STATUS the CANCEL takes one attendee off a UID that goes on for the others.
  const uninvite = facts.purpose === 'ticket_cancelled' && facts.uidScope === 'event';
  const title = cleanLine(event.title, LIMITS.title);
  const description = cleanText(event.description, LIMITS.description);
  const location = event.location === null ? '' : cleanLine(event.location, LIMITS.location);
  const reason = facts.reason === null ? '' : cleanText(facts.reason, LIMITS.reason);
  return {
    head:
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n' +
      contentLine('prodid', 'text', PRODID) +
      `CALSCALE:GREGORIAN\r\nMETHOD:${methodOf(facts.purpose)}\r\nBEGIN:VEVENT\r\n`,
    times: startAndEnd(event.startsAt, event.endsAt),
    standing:
      (uninvite ? '' : `STATUS:${cancel ? 'CANCELLED' : 'CONFIRMED'}\r\n`) + organizerUser(event.organizerMailbox, event.organizerName),
    texts:
      contentLine('summary', 'text', cancel ? cancelledTitle(title, language) : title) +
      (reason === '' ? '' : contentLine('comment', 'text', reason)) +
      (description === '' ? '' : contentLine('description', 'text', description)) +
      (location === '' ? '' : contentLine('location', 'text', location)) +
      `TRANSP:${cancel ? 'TRANSPARENT' : 'OPAQUE'}\r\n`,
  };
}

/**
 * The finished object: the shared lines with this recipient's own between them.
 * @throws RangeError as `itipObject`
 */
export function fillItipFrame(frame: ItipFrame, notice: ItipNotice): string {
  const { itip, event, purpose } = notice;
  if (itip.method !== methodOf(purpose)) throw new RangeError(`a ${purpose} notice cannot travel as ${itip.method}`);
  // RFC 5545 §3.8.7.3: not after DTSTAMP, even when the wall clock stepped back between the change and the notice.
  const modified = earlier(event.updatedAt, itip.dtstamp);
  return (
    frame.head +
    contentLine('uid', 'text', itip.uid) +
    utcLine('dtstamp', itip.dtstamp) +
    frame.times +
    `SEQUENCE:${itip.sequence}\r\n` +
    frame.standing +
    calendarUser(notice) +
    frame.texts +
    utcLine('created', earlier(event.createdAt, modified)) +
    utcLine('last-modified', modified) +
    'END:VEVENT\r\nEND:VCALENDAR\r\n'
  );
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : b;
}
