import ICAL from 'ical.js';
import { sql } from 'kysely';
import { type ParsedMail, simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { composeEmail } from '../../delivery/email/compose-email.ts';
import { claimDeliveries } from '../../ledger/claim.ts';
import { createNoticeReader } from '../../ledger/notices.ts';
import { zyntro } from './routes.ts';

const WORKER = '00000000-0000-4000-8000-000000000001';
let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(zyntro, demo, { throttled: false });
  await sql`insert into workers (id, started_at, alive_until) values (${WORKER}, now(), now() + interval '1 hour')`.execute(demo.db);
  await sql`update tenants set sender_mailbox = 'events@loft.example'`.execute(demo.db);
});
afterAll(() => demo.close());

async function ask(action: string, body: object): Promise<Record<string, unknown>> {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  const answer = (await (await door.request(`/public/calendar/${action}`, init)).json()) as {
    status: string;
    data: Record<string, unknown>;
  };
  expect(answer).toMatchObject({ status: 'success' });
  return answer.data;
}

type Mail = { parsed: ParsedMail; raw: string; calendar: ICAL.Component };

/** The mails that wait, sent, by address, read by parsers that are not ours. */
async function mails(): Promise<Map<string, Mail>> {
  const claimed = await claimDeliveries(demo.db, WORKER, 0, 500, demo.clock.now());
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, possibly_sent = true where state = 'sending'`.execute(
    demo.db,
  );
  const notices = await createNoticeReader(demo.db, 'https://events.example.org', demo.context.links).read(claimed);
  const read = notices.map(async (notice): Promise<[string, Mail]> => {
    const { raw } = composeEmail(notice);
    const parsed = await simpleParser(raw);
    const [calendar] = parsed.attachments.map(
      ({ content }) => new ICAL.Component(ICAL.parse(content.toString()) as ConstructorParameters<typeof ICAL.Component>[0]),
    );
    return [notice.recipient.email, { parsed, raw: raw.toString(), calendar: calendar! }];
  });
  return new Map(await Promise.all(read));
}

/** The method of a mail's calendar object, and properties of its one event. */
function objectOf({ calendar }: Mail) {
  const [event, ...more] = calendar.getAllSubcomponents('vevent');
  const text = (name: string) => String(event?.getFirstPropertyValue(name));
  const sequence = Number(text('sequence'));
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: text('uid'),
    sequence,
    status: text('status'),
    start: text('dtstart'),
    description: text('description'),
    more,
  };
}

/** A meeting of Omar's with Chie, in Madrid, whose invitations are sent. */
async function make(): Promise<{ id: string; pair: { user_id: string; event_id: string }; invited: Map<string, Mail> }> {
  const { event_id: id } = await ask('createEvent', {
    api_key: 'demo-api-key',
    org_id: '11111111-1111-4111-8111-111111111111',
    member_id: '22222222-2222-4222-8222-222222222222',
    contact_id: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
    event_data: {
      calendar_id: '3d21426f-9042-40d9-a0b2-94037f551d51',
      event_title: 'Discovery Call',
      event_start_time: '2031-06-03 22:00:00',
      event_end_time: '2031-06-03 23:00:00',
      event_timezone: 'Europe/Madrid',
      attendee_data: [
        { contact_email: 'chie@example.com', contact_fname: 'Chie', contact_timezone: 'Asia/Tokyo', contact_role: 'participant' },
        { contact_email: 'kenji@example.net' },
      ],
    },
  });
  return { id: String(id), pair: { user_id: '32', event_id: String(id) }, invited: await mails() };
}
const to = { new_date: '2031-06-04', new_time: '09:30:15', target_timezone: 'Europe/Madrid', duration_minutes: 60 };

test('zyntro §5d §6c §10a §10b §12-27: the cancel mail holds title, reason and original time, date and zone of its reader’s, comes in the organiser’s name from the organisation’s mailbox, and replies reach them', async () => {
  const { pair, invited } = await make();
  await ask('processCancel', { ...pair, cancel_reason: 'Host is ill' });
  const { parsed } = (await mails()).get('chie@example.com')!;
  for (const part of [parsed.text ?? '', parsed.html || '']) {
    expect(part).toContain('Discovery Call');
    // 22:00 in Madrid is the next morning in Tokyo.
    expect(part).toMatch(/4 June 2031|June 4, 2031/);
    expect(part).toMatch(/0?5:00/);
    expect(part).toContain('Asia/Tokyo');
    expect(part).toContain('Host is ill');
  }
  for (const mail of [parsed, invited.get('chie@example.com')!.parsed]) {
    expect(mail.from?.value).toEqual([{ name: 'Omar', address: 'events@loft.example' }]);
    expect(mail.replyTo?.value).toEqual([{ name: 'Omar', address: 'omar@example.org' }]);
  }
});

test('zyntro §8d §5d §12-28: the invitation shows each their own zone and, of whoever has none, the calendar’s, named; the role is in the calendar object', async () => {
  const { invited } = await make();
  expect(invited.get('chie@example.com')!.parsed.text).toContain('Asia/Tokyo');
  const calendar = await sql<{ zone: string }>`select zone from calendars where public_id = '3d21426f-9042-40d9-a0b2-94037f551d51'`.execute(
    demo.db,
  );
  expect(calendar.rows).toEqual([{ zone: 'Europe/London' }]);
  expect(invited.get('kenji@example.net')!.parsed.text).toMatch(/21:00[^\n]*\n?.*Europe\/London/);
  const [event] = invited.get('chie@example.com')!.calendar.getAllSubcomponents('vevent');
  const chie = event!.getAllProperties('attendee').find((one) => String(one.getFirstValue()).includes('chie@'));
  expect(chie?.getFirstParameter('role')).toBe('REQ-PARTICIPANT');
});

test('zyntro §7a §7b §5d: the mail of a move shows the new time in each reader’s zone, and its calendar object is a REQUEST above the invitation', async () => {
  const { pair, invited } = await make();
  expect(await ask('processReschedule', { ...pair, ...to })).toMatchObject({
    new_start_time: '2031-06-04 07:30:15',
    new_end_time: '2031-06-04 08:30:15',
  });
  const moved = await mails();
  expect([...moved.keys()].toSorted()).toEqual(['chie@example.com', 'kenji@example.net', 'omar@example.org']);
  const times = {
    'chie@example.com': ['16:30', 'Asia/Tokyo'],
    'kenji@example.net': ['08:30', 'Europe/London'],
    'omar@example.org': ['08:30', 'Europe/London'],
  };
  for (const [address, [time, zone]] of Object.entries(times)) {
    const mail = moved.get(address)!;
    expect(mail.parsed.text).toContain(time);
    expect(mail.parsed.text).toContain(zone);
    const object = objectOf(mail);
    expect(object).toMatchObject({ method: 'REQUEST', start: expect.stringMatching(/^2031-06-04T/), more: [] });
    expect(object.sequence).toBeGreaterThan(objectOf(invited.get(address)!).sequence);
  }
});

test('zyntro §12-26 §13-S6: invitation, move and cancel have one UID, which is not event_id, each a higher SEQUENCE, and the last a CANCEL', async () => {
  const { id, pair, invited } = await make();
  await ask('processReschedule', { ...pair, ...to });
  const moved = await mails();
  await ask('processCancel', pair);
  const cancelled = await mails();
  const all = [invited, moved, cancelled].map((some) => some.get('chie@example.com')!);
  const objects = all.map(objectOf);
  expect(objects.map(({ method }) => method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
  expect(objects[2]?.status).toBe('CANCELLED');
  expect(new Set(objects.map(({ uid }) => uid))).toEqual(new Set([objects[0]!.uid]));
  expect(objects[0]!.uid).toMatch(/^[0-9a-f-]{36}@loft\.example$/);
  const sequences = objects.map(({ sequence }) => sequence);
  expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
  for (const { raw, parsed, calendar } of all) expect(`${raw}${parsed.text}${String(parsed.html)}${calendar.toString()}`).not.toContain(id);
});

test('zyntro §13-S9: markup, line breaks, headers and calendar text in a reason are words in the mail, and nothing else', async () => {
  const { pair } = await make();
  const reason =
    '<img src=x onerror=alert(1)> <a href="https://example.org/x">pay</a>\r\nBcc: ben@example.com\r\n\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTENDEE:mailto:ben@example.com\r\nEND:VCALENDAR;,\\n';
  await ask('processCancel', { ...pair, cancel_reason: reason });
  const mail = (await mails()).get('chie@example.com')!;
  const { parsed } = mail;
  expect(parsed.to).toMatchObject({ value: [{ address: 'chie@example.com' }] });
  expect([parsed.cc, parsed.bcc]).toEqual([undefined, undefined]);
  expect(parsed.subject).not.toMatch(/img|Bcc|VEVENT/);
  expect(parsed.html).not.toMatch(/<img|<a [^>]*example\.org\/x/i);
  expect(parsed.html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  // No program makes a link of an address that is not whole.
  expect(parsed.text).not.toMatch(/https:\/\/example\.org|ben@example\.com/);
  const words = parsed.text?.replaceAll('\u200b', '');
  expect(words).toContain('<img src=x onerror=alert(1)> <a href="https://example.org/x">pay</a>');
  expect(words).toMatch(/Bcc: ben@example\.com\n\n\s*END:VEVENT\n\s*BEGIN:VALARM\n/);
  const { calendar } = mail;
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
  const [event] = calendar.getAllSubcomponents('vevent');
  expect(event!.getAllSubcomponents('valarm')).toEqual([]);
  expect(event!.getAllProperties('attendee').map((one) => String(one.getFirstValue()))).not.toContain('mailto:ben@example.com');
  expect(objectOf(mail)).toMatchObject({ method: 'CANCEL', status: 'CANCELLED' });
});
