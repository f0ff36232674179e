import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { expect, test } from 'vitest';
import type { Purpose } from '../domain/notices/notice.ts';
import { sampleNotice } from '../../test/harness/sample-notice.ts';
import type { NoticeParts } from '../../test/harness/sample-notice.ts';
import { itipObject } from './itip-object.ts';

const REQUESTS: Purpose[] = ['invitation', 'ticket', 'moved', 'updated'];
const CANCELS: Purpose[] = ['event_cancelled', 'ticket_cancelled'];
const TICKET = { code: 'HL-9021', typeName: null, holderName: null };
const HOSTILE = 'x\r\nATTENDEE:mailto:raj@example.org\\nEND:VEVENT "q";,: \u202Eevil 🎉\u0000';

const linesOf = (parts: NoticeParts): string[] => itipObject(sampleNotice(parts)).replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
const line = (parts: NoticeParts, name: string): string | undefined =>
  linesOf(parts).find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`));
const names = (lines: string[]): string[] => lines.map((one) => one.split(/[:;]/)[0] ?? '');

test('properties stand in a fixed order with METHOD before any component', () => {
  expect(names(linesOf({ purpose: 'event_cancelled', reason: 'storm' }))).toEqual(
    (
      'BEGIN VERSION PRODID CALSCALE METHOD BEGIN UID DTSTAMP DTSTART DTEND SEQUENCE STATUS ORGANIZER ATTENDEE SUMMARY ' +
      'COMMENT DESCRIPTION LOCATION TRANSP CREATED LAST-MODIFIED END END'
    ).split(' '),
  );
});

test.each(REQUESTS)('%s travels as REQUEST, CONFIRMED, and blocks the time', (purpose) => {
  const lines = linesOf({ purpose });
  expect(lines).toEqual(expect.arrayContaining(['METHOD:REQUEST', 'STATUS:CONFIRMED', 'TRANSP:OPAQUE']));
});

test.each(CANCELS)('%s of a ticket with its own UID travels as CANCEL, CANCELLED, and frees the time', (purpose) => {
  const lines = linesOf({ purpose, ticket: TICKET, itip: { uidScope: 'ticket' } });
  expect(lines).toEqual(expect.arrayContaining(['METHOD:CANCEL', 'STATUS:CANCELLED', 'TRANSP:TRANSPARENT']));
});

test('the cancel of a whole meeting says CANCELLED', () => {
  expect(line({ purpose: 'event_cancelled', itip: { uidScope: 'event' } }, 'STATUS')).toBe('STATUS:CANCELLED');
});

test('an uninvite from a shared UID has no STATUS, so that the event of the others lives on', () => {
  expect(line({ purpose: 'ticket_cancelled', itip: { uidScope: 'event' } }, 'STATUS')).toBeUndefined();
});

test('a purpose cannot travel under the other method', () => {
  expect(() => itipObject(sampleNotice({ purpose: 'event_cancelled', itip: { method: 'REQUEST' } }))).toThrow(RangeError);
});

test('UID, SEQUENCE and DTSTAMP are those of the notice, SEQUENCE 0 too', () => {
  const dtstamp = Temporal.Instant.from('2026-10-02T10:11:12.999Z');
  const lines = linesOf({ itip: { uid: 'u1@events.example.org', sequence: 0, dtstamp } });
  expect(lines).toEqual(expect.arrayContaining(['UID:u1@events.example.org', 'SEQUENCE:0', 'DTSTAMP:20261002T101112Z']));
  expect(line({ itip: { sequence: 7 } }, 'SEQUENCE')).toBe('SEQUENCE:7');
});

test('times are UTC in REQUEST and CANCEL alike, without TZID or VTIMEZONE', () => {
  for (const purpose of [...REQUESTS, ...CANCELS]) {
    const lines = linesOf({ purpose });
    expect(lines).toEqual(expect.arrayContaining(['DTSTART:20261105T150000Z', 'DTEND:20261105T160000Z']));
    expect(lines.join('\n')).not.toMatch(/TZID|VTIMEZONE/);
  }
});

test('DTEND is left out rather than not later than DTSTART', () => {
  const startsAt = Temporal.Instant.from('2026-11-05T15:00:00Z');
  expect(line({ event: { startsAt, endsAt: startsAt.add({ milliseconds: 400 }) } }, 'DTEND')).toBeUndefined();
});

test('ORGANIZER is our mailbox under the organizer’s name, never the organizer’s own address', () => {
  expect(line({}, 'ORGANIZER')).toBe('ORGANIZER;CN=Ana:mailto:harbour-loft@events.example.org');
  expect(itipObject(sampleNotice())).not.toContain('ana@example.com');
});

test('exactly one ATTENDEE, the recipient, at the address as stored', () => {
  const attendees = linesOf({ recipient: { email: 'Ben+Work@Example.com' } }).filter((one) => one.startsWith('ATTENDEE'));
  expect(attendees).toEqual([
    'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=Ben:mailto:Ben+Work@Example.com',
  ]);
});

test('a ticket is consent: ACCEPTED and no answer asked, even when moved', () => {
  for (const purpose of ['ticket', 'moved'] as const) {
    expect(line({ purpose, ticket: TICKET }, 'ATTENDEE')).toContain('PARTSTAT=ACCEPTED;RSVP=FALSE');
  }
});

test('an answer given to a meeting stays when only its details change', () => {
  const recipient = { participationStatus: 'tentative' } as const;
  expect(line({ purpose: 'updated', recipient }, 'ATTENDEE')).toContain('PARTSTAT=TENTATIVE;RSVP=TRUE');
});

test('an answer is asked for again when the meeting moves, but not from who runs it, nor when the time is the same', () => {
  const recipient = { participationStatus: 'accepted' } as const;
  const { event } = sampleNotice();
  expect(line({ purpose: 'moved', recipient }, 'ATTENDEE')).toContain('PARTSTAT=NEEDS-ACTION;RSVP=TRUE');
  expect(line({ purpose: 'moved', recipient: { ...recipient, role: 'organizer' } }, 'ATTENDEE')).toContain('ROLE=CHAIR;PARTSTAT=ACCEPTED');
  expect(line({ purpose: 'moved', recipient, previous: event }, 'ATTENDEE')).toContain('PARTSTAT=ACCEPTED');
});

test.each([
  ['ben@büro.example', 'mailto:ben@xn--bro-hoa.example'],
  ['Ben@XN--BRO-hoa.example', 'mailto:Ben@XN--BRO-hoa.example'],
  ['a&b@example.org', 'mailto:a&b@example.org'],
  ['sales/eu@example.org', 'mailto:sales/eu@example.org'],
  ['jürgen@büro.example', 'mailto:j%C3%BCrgen@xn--bro-hoa.example'],
])('issue 9 C14: calendars compare the attendee %s in A-labels', (email, address) => {
  expect(line({ recipient: { email } }, 'ATTENDEE')?.split(/:(?=mailto)/)[1]).toBe(address);
  expect(line({ event: { organizerMailbox: email } }, 'ORGANIZER')?.split(/:(?=mailto)/)[1]).toBe(address);
  // And so they are read by parsers that are not ours.
  const text = itipObject(sampleNotice({ recipient: { email } }));
  const event = new ICAL.Component(ICAL.parse(text) as unknown[] as never).getFirstSubcomponent('vevent')!;
  expect(event.getFirstPropertyValue('attendee')).toBe(address);
  const read = Object.values(nodeIcal.sync.parseICS(text)).find((one) => one?.type === 'VEVENT');
  expect(read).toMatchObject({ attendee: { val: address } });
});

test('a cancel asks nobody for an answer', () => {
  expect(line({ purpose: 'event_cancelled' }, 'ATTENDEE')).toContain('RSVP=FALSE');
});

test.each([
  ['en', 'SUMMARY:Cancelled: Site visit'],
  ['de', 'SUMMARY:Abgesagt: Site visit'],
  ['es', 'SUMMARY:Cancelado: Site visit'],
  ['fr', 'SUMMARY:Annulé\u00a0: Site visit'],
] as const)('the summary of a cancel says so in %s', (language, summary) => {
  expect(line({ purpose: 'event_cancelled', recipient: { language } }, 'SUMMARY')).toBe(summary);
  expect(line({ purpose: 'moved', recipient: { language } }, 'SUMMARY')).toBe('SUMMARY:Site visit');
});

test('the reason is the COMMENT; place and description are carried; empty ones are left out', () => {
  const full = { reason: 'Storm', event: { description: 'a\nb' } };
  expect(linesOf(full)).toEqual(expect.arrayContaining(['COMMENT:Storm', 'DESCRIPTION:a\\nb', 'LOCATION:Pier 4']));
  const bare = names(linesOf({ event: { description: ' ', location: null } }));
  for (const name of ['COMMENT', 'DESCRIPTION', 'LOCATION']) expect(bare).not.toContain(name);
});

test('CREATED and LAST-MODIFIED are never after DTSTAMP, though the clock stepped back', () => {
  const late = Temporal.Instant.from('2027-01-01T00:00:00Z');
  const lines = linesOf({ event: { createdAt: late, updatedAt: late } });
  expect(lines).toEqual(expect.arrayContaining(['CREATED:20261001T090000Z', 'LAST-MODIFIED:20261001T090000Z']));
});

test('no alarm, no link, no request status, nothing twice', () => {
  for (const purpose of [...REQUESTS, ...CANCELS]) {
    const found = names(linesOf({ purpose, reason: 'x', pageUrl: 'https://loft.example.org/tickets/1' })).filter(
      (name) => name !== 'BEGIN' && name !== 'END',
    );
    expect(new Set(found).size).toBe(found.length);
    for (const name of ['VALARM', 'URL', 'REQUEST-STATUS', 'ATTACH', 'RECURRENCE-ID']) expect(found).not.toContain(name);
  }
});

test('hostile words cannot add a line, end the object or break out of a parameter', () => {
  const calm = names(linesOf({ reason: 'x' }));
  const hostile = linesOf({
    reason: HOSTILE,
    event: { title: HOSTILE, description: HOSTILE, location: HOSTILE, organizerName: HOSTILE },
    recipient: { name: HOSTILE },
  });
  expect(names(hostile)).toEqual(calm);
  expect(hostile.join('')).not.toMatch(/[\u0000-\u001F\u202A-\u202E]/);
  expect(hostile.find((one) => one.startsWith('ATTENDEE'))).toMatch(/;CN="[^"]*":mailto:ben@example\.com$/);
});

test('an address cannot add a line either', () => {
  expect(line({ recipient: { email: 'ben\r\nX:1@example.com' } }, 'ATTENDEE')).toMatch(/:mailto:ben%0D%0AX:1@example\.com$/);
});

test('whatever the texts, the object stays below 32 kB, with CRLF ends and lines of at most 75 octets', () => {
  const long = fc.string({ unit: fc.constantFrom('高', '🎉', ',', '\n', '\r\n', 'a', '\u0301', '"'), minLength: 9000, maxLength: 10_000 });
  fc.assert(
    fc.property(long, fc.constantFrom(...REQUESTS, ...CANCELS), (text, purpose) => {
      const object = itipObject(
        sampleNotice({
          purpose,
          reason: text,
          event: { title: text, description: text, location: text, organizerName: text },
          recipient: { name: text },
        }),
      );
      expect(Buffer.byteLength(object)).toBeLessThan(32_768);
      expect(object).toMatch(/\r\nEND:VCALENDAR\r\n$/);
      expect(object.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(Math.max(...object.split('\r\n').map((one) => Buffer.byteLength(one)))).toBeLessThanOrEqual(75);
    }),
    { seed: 32, numRuns: 20 },
  );
});

test('the same notice gives the same object', () => {
  expect(itipObject(sampleNotice())).toBe(itipObject(sampleNotice()));
});
