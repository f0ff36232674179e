import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VECTORS } from '../delivery/email/golden/vectors.ts';
import { CLIENTS, holdCourt, showingsOf } from './hold-court.ts';
import { type Written, written } from './mail.fixture.ts';
import { type Mail, readMail } from '../mime/read-mail.ts';

const GOLDEN = join(import.meta.dirname, '../delivery/email/golden');
const golden = (name: string): Promise<Mail> => readMail(readFileSync(join(GOLDEN, `${name}.eml`)));
const mails = (...given: Written[]): Promise<Mail[]> =>
  Promise.all(given.map((one, index) => readMail(written({ messageId: `${index}@x.example`, ...one }))));

/** How many entries each client shows of one reader, in the order of CLIENTS. */
const shown = (read: Mail[], reader = 'ben@example.com') =>
  showingsOf(read)
    .filter((one) => one.reader === reader)
    .map(({ entries }) => entries.length);
const rulesOf = (read: Mail[]) => holdCourt(read).faults.map(({ rule, index }) => `${index} ${rule}`);

const invitation: Written = {};
const cancel = (event: Written['event'] = {}): Written => ({
  method: 'CANCEL',
  event: { DTSTAMP: '20261002T090000Z', SEQUENCE: '1', STATUS: 'CANCELLED', ...event },
});

test('a right invitation is shown, and a right cancellation takes it off, by all four', async () => {
  expect(CLIENTS.map(({ name }) => name)).toEqual(['reference', 'outlook-like', 'gmail-like', 'apple-like']);
  expect([shown(await mails(invitation)), rulesOf(await mails(invitation))]).toEqual([[1, 1, 1, 1], []]);
  const both = await mails(invitation, cancel());
  expect([shown(both), rulesOf(both)]).toEqual([[0, 0, 0, 0], []]);
});

describe('bugs of the field are convicted', () => {
  test.each<[string, Written[], string[], number[]]>([
    [
      '1: the cancel travels as REQUEST',
      [invitation, { event: { SEQUENCE: '1', STATUS: 'CANCELLED' } }],
      ['1 RFC 5546 §3.2.2'],
      [1, 1, 1, 1],
    ],
    ['2: the cancel names another UID', [invitation, cancel({ UID: 'other@events.example.org' })], ['1 RFC 5545 §3.8.4.7'], [1, 1, 1, 1]],
    [
      '3: the cancel of one seat goes to everybody',
      [invitation, { ...cancel({ ATTENDEE: 'PARTSTAT=ACCEPTED:mailto:chie@example.com' }), to: 'ben@example.com' }],
      ['1 RFC 5546 §3.2', '1 RFC 5546 §6.3'],
      [1, 0, 1, 0],
    ],
    [
      '4: a cancel without a method is only a file',
      [invitation, { ...cancel(), type: 'text/calendar; charset=UTF-8', method: null }],
      ['1 RFC 5545 §3.7.2', '1 RFC 6047 §2.4'],
      [1, 1, 1, 1],
    ],
    [
      '5: who is uninvited is told that the event is cancelled',
      [invitation, { to: 'chie@example.com', event: { ATTENDEE: 'PARTSTAT=NEEDS-ACTION:mailto:chie@example.com' } }, cancel()],
      ['2 RFC 5546 §3.2.5'],
      [0, 0, 0, 0],
    ],
    [
      '6: the uninvite is like the last version',
      [invitation, cancel({ SEQUENCE: '0', STATUS: null })],
      ['1 RFC 5546 §2.1.4', '1 RFC 5546 §3.2.5'],
      [0, 1, 1, 0],
    ],
    ['7: the live part lies where not all look', [invitation, { ...cancel(), shape: 'late' }], ['1 RFC 6047 §2.4'], [0, 1, 0, 0]],
    [
      '8: METHOD is missing from the header',
      [invitation, { ...cancel(), type: 'text/calendar; charset=UTF-8' }],
      ['1 RFC 6047 §2.4'],
      [1, 0, 1, 0],
    ],
    ['8: two SEQUENCE lines', [invitation, cancel({ SEQUENCE: ['1', '1'] })], ['1 RFC 5545 §3.6.1'], [1, 0, 1, 0]],
    [
      '9: the header says REQUEST whatever it is',
      [invitation, { ...cancel(), type: 'text/calendar; charset=UTF-8; method=REQUEST' }],
      ['1 RFC 6047 §2.4'],
      [1, 0, 1, 0],
    ],
  ])('field-bugs %s', async (_bug, given, rules, calendars) => {
    const read = await mails(...given);
    expect([rulesOf(read), shown(read)]).toEqual([rules, calendars]);
  });

  test('field-bugs 7: what Outlook.com writes, flat, is read like any other', async () => {
    const read = await mails({ shape: 'flat' }, { ...cancel(), shape: 'flat' });
    expect([rulesOf(read), shown(read)]).toEqual([[], [0, 0, 0, 0]]);
  });

  test.each<[string, Written, string]>([
    ['an attached live part', { disposition: 'attachment; filename=invite.ics' }, 'RFC 6047 §2.6'],
    [
      'another type',
      { type: 'application/octet-stream; name=invite.ics', disposition: 'attachment; filename=invite.ics' },
      'RFC 6047 §2.4',
    ],
    ['a zone without its rules', { event: { DTSTART: null, 'DTSTART;TZID=Europe/Madrid': '20261105T150000' } }, 'RFC 5545 §3.2.19'],
    ['a time of no zone', { event: { DTSTART: '20261105T150000' } }, 'RFC 5545 §3.3.5'],
    ['an end before its start', { event: { DTEND: '20261105T120000Z' } }, 'RFC 5545 §3.8.2.2'],
    ['a line too long', { event: { SUMMARY: 'x'.repeat(80) } }, 'RFC 5545 §3.1'],
    ['no organizer', { event: { ORGANIZER: null } }, 'RFC 5546 §3.2'],
  ])('%s', async (_what, given, rule) => {
    expect(rulesOf(await mails(given))).toContain(`0 ${rule}`);
  });

  test('numbers that fall, a resend that is older, an organizer who changes, an answer that is taken back', async () => {
    const accepted = 'PARTSTAT=ACCEPTED:mailto:ben@example.com';
    const later = { DTSTAMP: '20261003T090000Z' };
    const series: [Written, Written, string][] = [
      [{ event: { SEQUENCE: '2' } }, { event: { SEQUENCE: '1', ...later } }, 'RFC 5545 §3.8.7.4'],
      [{ event: later }, {}, 'RFC 5546 §2.1.5'],
      [{}, { event: { ORGANIZER: 'mailto:ana@example.com', ...later } }, 'RFC 5546 §3.2.2.4'],
      [{}, { event: { DTSTART: '20261105T143000Z', ...later } }, 'RFC 5546 §2.1.4'],
      [{ event: { ATTENDEE: accepted } }, { event: later }, 'RFC 5546 §3.2.2.2'],
      [cancel(), { event: later }, 'RFC 5545 §3.8.7.4'],
    ];
    for (const [first, second, rule] of series) expect(rulesOf(await mails(first, second))).toContain(`1 ${rule}`);
  });
});

test('itip: each of our own mails is acquitted, and shows what it says', async () => {
  for (const [name, { itip, recipient }] of Object.entries(VECTORS)) {
    const mail = await golden(name);
    const entries = CLIENTS.map(() => (itip.method === 'REQUEST' ? 1 : 0));
    expect([name, holdCourt([mail]).faults, shown([mail], recipient.email)]).toEqual([name, [], entries]);
  }
});

test('itip: a ticket’s life is acquitted, in whatever order its mails come, doubled, or lost but for the last', async () => {
  const life = await Promise.all(['book', 'move', 'move-again', 'resend', 'cancel-ticket'].map(golden));
  expect(rulesOf(life)).toEqual([]);
  const last = fc.integer({ min: 0, max: life.length - 1 });
  fc.assert(
    fc.property(last, fc.array(fc.nat(life.length - 1), { maxLength: 8 }), fc.nat(8), (until, heard, at) => {
      const order = heard.filter((index) => index < until);
      const latest = life[until]!;
      const mailbox = order.toSpliced(Math.min(at, order.length), 0, until).map((index) => life[index]!);
      const expected = until === life.length - 1 ? [] : [holdCourt([latest]).showings[0]!.entries[0]!.startsAt];
      for (const { entries, client } of showingsOf(mailbox))
        expect([client, ...entries.map(({ startsAt }) => startsAt)]).toEqual([client, ...expected]);
    }),
    { numRuns: 500, seed: 11 },
  );
});

test('what is no mail, or no calendar, convicts nobody and shows nothing', async () => {
  for (const raw of ['', 'no mail at all', 'Content-Type: text/calendar; method=REQUEST\r\nTo: ben@example.com\r\n\r\nBEGIN:NOTHING']) {
    const verdict = holdCourt([await readMail(Buffer.from(raw))]);
    expect(verdict.showings.flatMap(({ entries }) => entries)).toEqual([]);
  }
});
