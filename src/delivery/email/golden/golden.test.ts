import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { composeEmail } from '../compose-email.ts';
import { PLAIN_VECTORS, VECTORS } from './vectors.ts';

const file = (name: string): string => `${import.meta.dirname}/${name}.eml`;

if (process.env['GOLDEN'] === 'write') {
  for (const [name, notice] of Object.entries({ ...VECTORS, ...PLAIN_VECTORS })) writeFileSync(file(name), composeEmail(notice).raw);
}

/** One MIME part as found by boundaries alone, read without the code that wrote it. */
type Part = { type: string; headers: string; body: string; children: Part[] };

function readPart(source: string): Part {
  const end = source.indexOf('\r\n\r\n');
  const headers = source.slice(0, end).replace(/\r\n[ \t]/g, ' ');
  const type = /^Content-Type: ([^\r]*)/im.exec(headers)?.[1] ?? '';
  const body = source.slice(end + 4);
  const boundary = /boundary="([^"]+)"/.exec(type)?.[1];
  const pieces = boundary === undefined ? [] : body.split(`--${boundary}`);
  if (boundary !== undefined && !pieces.at(-1)?.startsWith('--\r\n')) throw new Error('a multipart is not closed');
  return { type, headers, body, children: pieces.slice(1, -1).map((piece) => readPart(piece.replace(/^\r\n/, ''))) };
}

/** The parts that matter of a kept mail: the live calendar part, its file, and the object in both. */
function readMail(name: string): { root: Part; live: Part; copy: Part; object: string; properties: string[] } {
  const root = readPart(readFileSync(file(name), 'latin1'));
  const [alternative, copy] = root.children;
  const live = alternative?.children[2];
  if (live === undefined || copy === undefined) throw new Error(`${name} has not the shape of a mail of ours`);
  const object = Buffer.from(live.body, 'base64').toString();
  return { root, live, copy, object, properties: object.replaceAll('\r\n ', '').split('\r\n') };
}

const value = (properties: string[], name: string): string | undefined =>
  properties.find((line) => new RegExp(`^${name}[:;]`).test(line))?.replace(/^[^:]*:/, '');

test('every kept mail has its vector and every vector its mail', () => {
  const kept = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.eml'));
  expect(kept.toSorted()).toEqual(Object.keys({ ...VECTORS, ...PLAIN_VECTORS }).map((name) => `${name}.eml`).toSorted());
});

describe.each(Object.entries(VECTORS))('%s', (name, notice) => {
  test('composes to the kept bytes', () => {
    expect(composeEmail(notice).raw.toString('latin1')).toBe(readFileSync(file(name), 'latin1'));
  });

  test('must never: the live part outside the first child, marked as attachment, or unlike its copy', () => {
    const { root, live, copy } = readMail(name);
    expect(root.type).toMatch(/^multipart\/mixed;/);
    expect(root.children).toHaveLength(2);
    expect(root.children[0]?.children.map(({ type }) => type.split(';')[0])).toEqual(['text/plain', 'text/html', 'text/calendar']);
    expect(live.headers).not.toMatch(/Content-Disposition/i);
    expect(copy.headers).toMatch(/Content-Disposition: attachment/);
    expect(copy.body.replace(/\s/g, '')).toBe(live.body.replace(/\s/g, ''));
  });

  test('must never: METHOD and header parameter differ, or a STATUS that is not the method’s', () => {
    const { live, properties } = readMail(name);
    const method = /^text\/calendar; charset=UTF-8; method=(\w+); component=VEVENT$/.exec(live.type)?.[1];
    expect(value(properties, 'METHOD')).toBe(method);
    const uninvite = notice.purpose === 'ticket_cancelled' && notice.itip.uidScope === 'event';
    expect(value(properties, 'STATUS')).toBe(method === 'REQUEST' ? 'CONFIRMED' : uninvite ? undefined : 'CANCELLED');
  });

  test('must never: an alarm, a property twice, a zone of its own or none', () => {
    const { object, properties } = readMail(name);
    const names = properties.map((line) => line.split(/[:;]/)[0]).filter((one) => one !== 'BEGIN' && one !== 'END');
    expect(new Set(names).size).toBe(names.length);
    expect(object).not.toMatch(/VALARM|TZID|VTIMEZONE|RECURRENCE-ID/);
    for (const time of ['DTSTART', 'DTEND', 'DTSTAMP']) expect(value(properties, time)).toMatch(/^\d{8}T\d{6}Z$/);
  });

  test('must never: a line over 75 octets, a bare line feed, a split character', () => {
    const { live, object } = readMail(name);
    const bytes = Buffer.from(live.body, 'base64');
    expect(Buffer.from(object).equals(bytes)).toBe(true);
    expect(object).not.toContain('\uFFFD');
    expect(object.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of object.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(Buffer.from(line).toString()).toBe(line);
    }
  });

  test('must never: an address of somebody else', async () => {
    const { properties } = readMail(name);
    const own = [notice.recipient.email, notice.event.organizerMailbox, notice.event.replyTo ?? ''];
    const { headers } = readPart(readFileSync(file(name), 'latin1'));
    const shown = headers.split('\r\n').filter((line) => /^(?:From|To|Cc|Bcc|Reply-To|Sender):/i.test(line));
    expect(shown.map((line) => /<([^>]+)>$/.exec(line)?.[1])).toEqual([own[1], own[2], own[0]]);
    expect(properties.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
    expect(value(properties, 'ATTENDEE')).toBe(`mailto:${own[0]}`);
    expect(value(properties, 'ORGANIZER')).toBe(`mailto:${own[1]}`);
    const { to, cc, bcc } = await PostalMime.parse(readFileSync(file(name)));
    expect([to?.length, cc, bcc]).toEqual([1, undefined, undefined]);
  });

  test('an RFC 5545 parser reads what the notice says', () => {
    const vevent = new ICAL.Component(ICAL.parse(readMail(name).object)).getFirstSubcomponent('vevent');
    const read = (property: string): string => String(vevent?.getFirstPropertyValue(property));
    expect(read('uid')).toBe(notice.itip.uid);
    expect(read('sequence')).toBe(String(notice.itip.sequence));
    expect(read('dtstart')).toBe(notice.event.startsAt.toString());
    expect(read('dtend')).toBe(notice.event.endsAt.toString());
    expect(read('summary')).toContain(notice.event.title);
    expect(vevent?.getFirstProperty('attendee')?.getParameter('cn')).toBe(notice.recipient.name?.replaceAll('"', "'"));
  });

  test('two mail parsers that do not know each other read the same text and title', async () => {
    const bytes = readFileSync(file(name));
    const [one, other] = [await PostalMime.parse(bytes), await simpleParser(bytes)];
    expect(one.subject).toBe(other.subject);
    expect(one.text?.trim()).toBe(other.text?.trim());
    expect(one.html?.trim()).toBe(other.html === false ? undefined : other.html?.trim());
  });
});

test('must never: a later state of one entry with a lower number, a resend with a higher one or an older stamp', () => {
  const facts = (name: string): { uid: string; organizer: string; sequence: number; dtstamp: string } => {
    const { properties } = readMail(name);
    return {
      uid: value(properties, 'UID') ?? '',
      organizer: value(properties, 'ORGANIZER') ?? '',
      sequence: Number(value(properties, 'SEQUENCE')),
      dtstamp: value(properties, 'DTSTAMP') ?? '',
    };
  };
  const life = ['book', 'move', 'move-again', 'cancel-ticket'].map(facts);
  expect(life.map(({ sequence }) => sequence)).toEqual([0, 1, 2, 3]);
  expect(new Set(life.map(({ uid, organizer }) => `${uid} ${organizer}`)).size).toBe(1);
  for (const [first, again] of [['move-again', 'resend'], ['cancel', 'cancel-resend']] as const) {
    expect(facts(again)).toMatchObject({ uid: facts(first).uid, sequence: facts(first).sequence });
    expect(facts(again).dtstamp > facts(first).dtstamp).toBe(true);
  }
});

test('two tickets on one address are two entries with a code each', () => {
  const [one, other] = ['two-tickets-one-address-1', 'two-tickets-one-address-2'].map((name) => readMail(name));
  expect(value(one?.properties ?? [], 'UID')).not.toBe(value(other?.properties ?? [], 'UID'));
  expect(one?.root.body).toContain('HL-9021-QX7K');
  expect(other?.root.body).toContain('HL-9022-W4TA');
  expect(other?.root.body).not.toContain('HL-9021-QX7K');
});

test('an organizer’s new display name leaves ORGANIZER’s address and the UID as they were', () => {
  const [before, after] = ['book', 'organizer-name-changed'].map((name) => readMail(name).properties);
  for (const name of ['UID', 'ORGANIZER']) expect(value(after ?? [], name)).toBe(value(before ?? [], name));
  expect(after?.find((line) => line.startsWith('ORGANIZER'))).toContain('CN=Harbour Loft & Friends');
});

test('a reason with line breaks and iCalendar text stays one COMMENT', () => {
  const { properties } = readMail('reason-crlf-injection');
  expect(value(properties, 'COMMENT')).toMatch(/^Sorry\\nBcc: raj@example\.org\\n\\nEND:VEVENT\\nATTENDEE:mailto:raj@example\.org\\\\nATTENDEE/);
});

test('a reason of 255 characters in several scripts arrives whole', () => {
  const { object } = readMail('reason-255-multibyte');
  const comment = new ICAL.Component(ICAL.parse(object)).getFirstSubcomponent('vevent')?.getFirstPropertyValue('comment');
  expect(comment).toBe(VECTORS['reason-255-multibyte']?.reason);
});

describe.each(Object.entries(PLAIN_VECTORS))('%s', (name, notice) => {
  test('composes to the kept bytes', () => {
    expect(composeEmail(notice).raw.toString('latin1')).toBe(readFileSync(file(name), 'latin1'));
  });

  test('must never: a calendar part or an attachment, for the reader holds no seat', async () => {
    const root = readPart(readFileSync(file(name), 'latin1'));
    expect([root.type.split(';')[0], root.children.map(({ type }) => type.split(';')[0])]).toEqual(['multipart/alternative', ['text/plain', 'text/html']]);
    const mail = await PostalMime.parse(readFileSync(file(name)));
    expect([mail.attachments, mail.to?.map(({ address }) => address)]).toEqual([[], [notice.recipient.email]]);
  });

  test('two mail parsers that do not know each other read the same text, and what matters is in it', async () => {
    const bytes = readFileSync(file(name));
    const [one, other] = [await PostalMime.parse(bytes), await simpleParser(bytes)];
    expect(one.text?.trim()).toBe(other.text?.trim());
    expect(one.html?.trim()).toBe(other.html === false ? undefined : other.html?.trim());
    const { purpose } = notice;
    const shown = 'offer' in notice ? notice.offer.until.toZonedDateTimeISO(notice.recipient.zone).toPlainTime().toString({ smallestUnit: 'minute' }) : 'service' in notice ? notice.service.network : notice.message.subject;
    for (const part of [one.text, one.html]) {
      expect(part).toContain(notice.event.title);
      expect(part?.includes(shown)).toBe(purpose === 'seat_offered' || purpose === 'bare_pair_used' || purpose === 'message');
      expect(part?.includes('https://loft.example.org/events/77')).toBe(purpose === 'seat_offered' || purpose === 'offer_revoked' || purpose === 'message');
    }
  });
});
