import { hash } from 'node:crypto';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { expect, test, vi } from 'vitest';
import type { Notice, Purpose } from '../../domain/notices/notice.ts';
import { sampleNotice } from '../../../test/harness/sample-notice.ts';
import type { NoticeParts } from '../../../test/harness/sample-notice.ts';
import { itipObject } from '../../ical/itip-object.ts';
import { composeEmail, createComposer } from './compose-email.ts';

const HOSTILE = 'Mina "x" <raj@example.org>,\r\nBcc: pia@example.org\r\n\r\nbody \u202Egnp.exe 🎉';
const raw = (parts: NoticeParts = {}): string => composeEmail(sampleNotice(parts)).raw.toString();
const headersOf = (mail: string): string[] => (mail.split('\r\n\r\n')[0] ?? '').replace(/\r\n[ \t]/g, ' ').split('\r\n');
const header = (mail: string, key: string): string[] => headersOf(mail).filter((line) => line.startsWith(`${key}: `));

test('a mail is alternative text, HTML and live calendar part, then the same calendar bytes as a file', async () => {
  const notice = sampleNotice({ purpose: 'event_cancelled' });
  const mail = composeEmail(notice).raw.toString();
  const types = [...mail.matchAll(/^(?:Content-Type|Content-Disposition): ([^\r]*)/gm)].map((match) => match[1]);
  expect(types.map((type) => type?.replace(/=_\w+/, 'B'))).toEqual([
    'multipart/mixed; boundary="B"',
    'multipart/alternative; boundary="B"',
    'text/plain; charset=UTF-8',
    'text/html; charset=UTF-8',
    'text/calendar; charset=UTF-8; method=CANCEL; component=VEVENT',
    'application/ics; name="cancel.ics"',
    'attachment; filename="cancel.ics"',
  ]);
  const { attachments } = await PostalMime.parse(mail);
  expect(attachments.map(({ mimeType, method, disposition }) => ({ mimeType, method, disposition }))).toEqual([
    { mimeType: 'text/calendar', method: 'CANCEL', disposition: null },
    { mimeType: 'application/ics', method: undefined, disposition: 'attachment' },
  ]);
  // postal-mime rewrites line ends of calendar parts, mailparser keeps the bytes.
  const kept = (await simpleParser(mail)).attachments.map(({ content }) => content.toString());
  expect(kept).toEqual([itipObject(notice), itipObject(notice)]);
});

test('method parameter, METHOD property and file name agree for every purpose', () => {
  const purposes: Purpose[] = ['invitation', 'ticket', 'moved', 'updated', 'event_cancelled', 'ticket_cancelled'];
  for (const purpose of purposes) {
    const notice = sampleNotice({ purpose });
    const mail = composeEmail(notice).raw.toString();
    const method = notice.itip.method;
    expect(mail).toContain(`method=${method};`);
    expect(itipObject(notice)).toContain(`METHOD:${method}\r\n`);
    expect(mail).toContain(`filename="${method === 'CANCEL' ? 'cancel' : 'invite'}.ics"`);
  }
});

test('issue 9 E28: the headers are the fixed ones, each once; Exchange is asked not to answer', () => {
  const mail = raw({ inReplyTo: 'first@events.example.org' });
  expect(headersOf(mail).slice(0, -1)).toEqual([
    'From: Ana <harbour-loft@events.example.org>',
    'Reply-To: Ana <ana@example.com>',
    'Subject: Invitation: Site visit, Thu, 5 Nov 2026, 10:00 (UTC-5)',
    'Auto-Submitted: auto-generated',
    'X-Auto-Response-Suppress: All',
    'Content-Language: en',
    'To: Ben <ben@example.com>',
    'Date: Thu, 01 Oct 2026 09:00:00 +0000',
    'Message-ID: <0f343b0931126a20@events.example.org>',
    'In-Reply-To: <first@events.example.org>',
    'References: <first@events.example.org>',
    'MIME-Version: 1.0',
  ]);
});

test('a first mail refers to none, an organizer without address gets no Reply-To', () => {
  const mail = raw({ event: { replyTo: null } });
  for (const key of ['In-Reply-To', 'References', 'Reply-To']) expect(header(mail, key)).toEqual([]);
});

test('the envelope is the organizer mailbox and the one recipient', () => {
  expect(composeEmail(sampleNotice()).envelope).toEqual({
    from: 'harbour-loft@events.example.org',
    to: 'ben@example.com',
  });
});

test('a domain in other letters travels in ASCII', () => {
  const { envelope, raw: bytes } = composeEmail(sampleNotice({ recipient: { email: 'ben@büro.example' } }));
  expect(envelope.to).toBe('ben@xn--bro-hoa.example');
  expect(header(bytes.toString(), 'To')).toEqual(['To: Ben <ben@xn--bro-hoa.example>']);
});

test.each(['ben@example.com\r\nBcc: raj@example.org', 'ben', '@example.com', 'ben,raj@example.com', 'a@b@example.com', '<x>@example.com'])(
  'no mail is composed for the impossible address %j, and the fault does not repeat it',
  (email) => {
    expect(() => raw({ recipient: { email } })).toThrow(/^the address is not one that mail can be sent to$/);
  },
);

test.each([HOSTILE, 'x'.repeat(10_000), '🎉'.repeat(5_000), '=?utf-8?Q?a=0D=0ABcc:_pia@example.org?=', '\u0000', ''])(
  'no name, title or reason can add or change a header (case %#)',
  async (text) => {
    const calm = headersOf(raw({ reason: 'x', ticket: { code: 'c', typeName: 't', holderName: 'h' }, purpose: 'ticket' }));
    const mail = raw({
      purpose: 'ticket',
      reason: text,
      messageId: '0f343b0931126a20@events.example.org',
      ticket: { code: text, typeName: text, holderName: text },
      event: { title: text, organizerName: text, description: text, location: text },
      recipient: { name: text },
    });
    const keys = (lines: string[]): string[] => lines.map((line) => line.split(':')[0] ?? '');
    expect(keys(headersOf(mail))).toEqual(keys(calm));
    const parsed = await PostalMime.parse(mail);
    expect(parsed.to?.map(({ address }) => address)).toEqual(['ben@example.com']);
    expect(parsed.from?.address).toBe('harbour-loft@events.example.org');
    expect(parsed.replyTo?.map(({ address }) => address)).toEqual(['ana@example.com']);
    expect(parsed.attachments).toHaveLength(2);
    expect(JSON.stringify([parsed.from, parsed.to, parsed.subject])).not.toMatch(/[\u202A-\u202E]|\\[rn]/);
  },
);

test('HTML in anybody’s words stays text', async () => {
  const text = '<img src=x onerror=alert(1)>"\'&';
  const { html } = await PostalMime.parse(
    raw({
      purpose: 'event_cancelled',
      reason: text,
      event: { title: text, location: text, organizerName: text },
      recipient: { name: text },
    }),
  );
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x onerror=');
});

test('every octet is 7-bit, every line ends with CRLF and is short enough for any server', () => {
  const mail = raw({ reason: `é🎉\n${'x'.repeat(3000)}`, recipient: { name: 'Ñoor' } });
  expect(mail).toMatch(/^[\u0000-\u007F]*$/);
  expect(mail.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...mail.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
});

test('a page address that is no web address is not linked', async () => {
  const { html, text } = await PostalMime.parse(raw({ pageUrl: 'javascript:alert(1)' }));
  expect(`${html}${text}`).not.toContain('javascript');
});

test('the same notice gives the same bytes, and their hash is that of the bytes', () => {
  const first = composeEmail(sampleNotice());
  const second = composeEmail(sampleNotice());
  expect(second.raw.equals(first.raw)).toBe(true);
  expect(first.sha256).toBe(hash('sha256', first.raw));
});

test('a retry of another notice of the change has other boundaries, made from its message id', () => {
  const boundary = (messageId: string): string | undefined => /boundary="([^"]*)"/.exec(raw({ messageId }))?.[1];
  expect(boundary('a@events.example.org')).not.toBe(boundary('b@events.example.org'));
});

/** Few values for each field, so that notices of one run share some facts and differ in any. */
const anyNotice: fc.Arbitrary<Notice> = fc
  .record({
    purpose: fc.constantFrom<Purpose>('invitation', 'ticket', 'moved', 'updated', 'event_cancelled', 'ticket_cancelled'),
    title: fc.constantFrom('Site visit', 'Begehung 🎉'),
    description: fc.constantFrom('', 'Bring boots.'),
    location: fc.constantFrom(null, 'Pier 4'),
    organizerName: fc.constantFrom('Ana', 'Omar'),
    organizerMailbox: fc.constantFrom('loft@events.example.org', 'omar@events.example.org'),
    replyTo: fc.constantFrom(null, 'ana@example.com'),
    minutes: fc.constantFrom(0, 30),
    eventZone: fc.constantFrom('Europe/Madrid', 'UTC'),
    reason: fc.constantFrom(null, 'Storm'),
    previous: fc.constantFrom(null, sampleNotice().event, { ...sampleNotice().event, title: 'Old', location: null }),
    ticket: fc.constantFrom(null, { code: 'A', typeName: null, holderName: null }, { code: 'B', typeName: 'T', holderName: 'Pia' }),
    messageId: fc.constantFrom('a@events.example.org', 'b@events.example.org'),
    inReplyTo: fc.constantFrom(null, 'c@events.example.org'),
    pageUrl: fc.constantFrom(null, 'https://loft.example.org/e/1'),
    email: fc.constantFrom('ben@example.com', 'chie@example.com'),
    name: fc.constantFrom(null, 'Ben', 'Chie'),
    zone: fc.constantFrom('America/New_York', 'Asia/Tokyo'),
    zoneSource: fc.constantFrom('person' as const, 'fallback' as const),
    language: fc.constantFrom('en' as const, 'fr' as const),
    role: fc.constantFrom('organizer' as const, 'attendee' as const),
    participationStatus: fc.constantFrom('accepted' as const, 'declined' as const),
    uid: fc.constantFrom('u1', 'u2'),
    uidScope: fc.constantFrom('event' as const, 'ticket' as const),
    sequence: fc.nat(1),
    seconds: fc.nat(1),
  })
  .map((it) =>
    sampleNotice({
      purpose: it.purpose,
      reason: it.reason,
      previous: it.previous,
      ticket: it.ticket,
      messageId: it.messageId,
      inReplyTo: it.inReplyTo,
      pageUrl: it.pageUrl,
      event: {
        title: it.title,
        description: it.description,
        location: it.location,
        organizerName: it.organizerName,
        organizerMailbox: it.organizerMailbox,
        replyTo: it.replyTo,
        endsAt: sampleNotice().event.endsAt.add({ minutes: it.minutes }),
        zone: it.eventZone,
      },
      recipient: {
        email: it.email,
        name: it.name,
        zone: it.zone,
        zoneSource: it.zoneSource,
        language: it.language,
        role: it.role,
        participationStatus: it.participationStatus,
      },
      itip: {
        uid: it.uid,
        uidScope: it.uidScope,
        sequence: it.sequence,
        dtstamp: sampleNotice().itip.dtstamp.add({ seconds: it.seconds }),
      },
    }),
  );

test('a composer that remembers gives the bytes of one that does not, in any order and however little it may keep', () => {
  fc.assert(
    fc.property(anyNotice, fc.array(anyNotice, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 3 }), (one, others, capacity) => {
      const compose = createComposer(capacity);
      // Every other notice also differs from the first in one thing only, which is where a wrong hit would show.
      const near = others.flatMap((other) => [
        { ...one, recipient: other.recipient },
        { ...one, event: other.event },
        { ...one, previous: other.previous, reason: other.reason },
        { ...one, ticket: other.ticket, itip: { ...one.itip, uidScope: other.itip.uidScope } },
        other,
      ]);
      for (const notice of [one, ...near, one]) {
        expect(compose(notice).sha256).toBe(composeEmail(notice).sha256);
      }
    }),
    { seed: 1, numRuns: 30 },
  );
});

test(
  'issue 8: mails of many meetings, one among the other, have the bytes of a process that made none before',
  { timeout: 20_000 },
  async () => {
    const meetings = fc.sample(anyNotice, { seed: 8, numRuns: 60 }).flatMap((notice, index) =>
      ['Europe/Madrid', 'Asia/Tokyo', 'UTC'].map((zone) => ({
        ...notice,
        event: {
          ...notice.event,
          title: `Site visit ${index % 20}`,
          startsAt: notice.event.startsAt.subtract({ minutes: (index % 3) * 30 }),
        },
        recipient: { ...notice.recipient, zone },
      })),
    );
    const compose = createComposer(2);
    const order = meetings
      .map((notice, index) => ({ notice, place: (index * 37) % meetings.length }))
      .toSorted((a, b) => a.place - b.place);
    const made = order.map(({ notice }) => ({ notice, sha256: compose(notice).sha256 }));
    for (const { notice, sha256 } of made.filter((_, index) => index % 18 === 0)) {
      vi.resetModules();
      const { composeEmail: first } = await import('./compose-email.ts');
      expect(sha256).toBe(first(notice).sha256);
    }
  },
);

test('issue 8: what meetings of the same minute share is not worked out again for each, nor what the three of one share', () => {
  const compose = createComposer();
  const zones = ['America/New_York', 'Europe/Madrid', 'Asia/Tokyo'];
  const meeting = (title: string): void =>
    zones.forEach((zone) =>
      compose(sampleNotice({ event: { title }, recipient: { zone }, messageId: `${title}${zone}@events.example.org` })),
    );
  meeting('Site visit');
  const clocks = vi.spyOn(Temporal.Instant.prototype, 'toZonedDateTimeISO');
  try {
    for (let n = 0; n < 50; n += 1) meeting(`Meeting ${n}`);
    expect(clocks).not.toHaveBeenCalled();
  } finally {
    clocks.mockRestore();
  }
});
