import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleNotice } from '../../test/harness/sample-notice.ts';
import type { NoticeParts } from '../../test/harness/sample-notice.ts';
import { explainItip } from './explain-itip.ts';
import { itipObject } from './itip-object.ts';

const meanings = (parts: NoticeParts): string => explained(itipObject(sampleNotice(parts)));
const explained = (text: string): string =>
  explainItip(text)
    .map(({ line, meaning }) => `${line} => ${meaning}`)
    .join('\n');

test('an invitation is explained line by line', () => {
  expect(meanings({ itip: { sequence: 2 } })).toBe(
    `METHOD:REQUEST => This is an invitation or an update: calendars add the entry, or change the one they have.
SUMMARY:Site visit => The entry is called “Site visit”.
UID:7c6a180b36896a0a@events.example.org => This name finds the entry in the calendar; every mail about it carries the same.
SEQUENCE:2 => This is version 2 of the entry: calendars ignore lower ones.
DTSTAMP:20261001T090000Z => Written on Thursday, 1 October 2026 at 09:00 UTC; of two texts with one version the later one counts.
STATUS:CONFIRMED => The event takes place.
DTSTART:20261105T150000Z => It starts on Thursday, 5 November 2026 at 15:00 UTC.
DTEND:20261105T160000Z => It ends on Thursday, 5 November 2026 at 16:00 UTC.
LOCATION:Pier 4 => It takes place at “Pier 4”.
ORGANIZER;CN=Ana:mailto:harbour-loft@events.example.org => Ana (harbour-loft@events.example.org) runs it: calendars obey mails of this organizer only.
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Ben:mailto:ben@example.com => It concerns Ben (ben@example.com), who has not answered yet, and is asked to answer.
TRANSP:OPAQUE => It blocks the time.`,
  );
});

test('a cancellation says that the entry goes, and why', () => {
  const text = meanings({ purpose: 'event_cancelled', reason: 'Storm, sorry' });
  expect(text).toContain('METHOD:CANCEL => This is a cancellation: calendars take the entry away.');
  expect(text).toContain('STATUS:CANCELLED => The whole entry is off.');
  expect(text).toContain('The reason given: “Storm, sorry”.');
});

test('an uninvite is told apart from a cancelled event', () => {
  expect(meanings({ purpose: 'ticket_cancelled' })).toContain('Only this attendee is taken off');
});

test('a calendar without METHOD is called a snapshot', () => {
  const text = itipObject(sampleNotice()).replace('METHOD:REQUEST\r\n', '');
  expect(explained(text)).toContain('no calendar will obey it');
});

test('a REQUEST that says CANCELLED is called a mistake', () => {
  const text = itipObject(sampleNotice()).replace('STATUS:CONFIRMED', 'STATUS:CANCELLED');
  expect(explained(text)).toContain('This is a mistake');
});

test.each(['', 'hello', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n', 'BEGIN:VEVENT\r\n', '<html>'])(
  'what is no calendar object is called so: %j',
  (text) => {
    expect(explained(text)).toContain('This is no calendar object');
  },
);

test('a damaged calendar part is explained or called unreadable, but never breaks the page', () => {
  const whole = itipObject(sampleNotice({ reason: 'x' }));
  fc.assert(
    fc.property(fc.nat(whole.length), fc.nat(40), fc.string({ maxLength: 5 }), (at, length, put) => {
      expect(explainItip(whole.slice(0, at) + put + whole.slice(at + length)).length).toBeGreaterThan(0);
    }),
    { seed: 5545 },
  );
});
