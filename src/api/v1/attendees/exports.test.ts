import { parse } from 'csv-parse/sync';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { addCalendar, addTenant } from '../../../../test/harness/world.ts';
import { createEvent } from '../../../operations/events/create-event.ts';
import { v1 } from '../routes.ts';

let demo: TestDemo;
let door: TestDoor;
let event: number;
let foreign: { event: number; change: number };
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
  const other = await addTenant(demo.context, 'Next door');
  const calendars = await sql<{ id: number }>`select id from calendars where tenant_id = ${demo.tenant.id} order by id limit 1`.execute(
    demo.db,
  );
  const make = async (tenant: typeof demo.tenant, calendarId: number) => {
    const startsAt = demo.clock.now().add({ hours: 48 });
    const input = {
      title: 'Open day',
      description: '',
      location: null,
      zone: null,
      startsAt,
      endsAt: startsAt.add({ hours: 1 }),
      capacity: null,
    };
    const given = {
      ...input,
      calendar: { id: calendarId },
      uidScope: 'ticket' as const,
      organizerName: 'Ana',
      replyTo: null,
      invitees: [],
    };
    const made = await createEvent(demo.context, tenant, given, { actor: { kind: 'system', id: 'test' }, cause: 'test', reason: null });
    if (made.outcome !== 'created') throw new Error(made.outcome);
    return made.event.id;
  };
  event = await make(demo.tenant, calendars.rows[0]?.id ?? 0);
  const theirs = await make(other, await addCalendar(demo.context, other));
  const change = await sql<{ id: number }>`select id from changes where event_id = ${theirs}`.execute(demo.db);
  foreign = { event: theirs, change: change.rows[0]?.id ?? 0 };
});
afterAll(() => demo.close());

async function call(method: string, path: string, body?: unknown, type = 'application/json', accept = '*/*') {
  const headers = { authorization: 'Bearer adj_demo_admin', 'content-type': type, accept };
  const given = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const response = await door.request(`/api/v1/${path}`, { method, headers, ...given });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const jsonOf = async (...given: Parameters<typeof call>) => JSON.parse((await call(...given)).text) as Record<string, unknown>;
const recordsOf = (text: string): Record<string, string>[] => parse(text, { columns: true });

const HOSTILE = [
  ['=HYPERLINK("http://evil.example")', '=1@example.org'],
  ['+49 is no number', '+plus@example.org'],
  ['-2', '-minus@example.org'],
  ['@SUM(A1)', 'at@example.org'],
  ['Raj, "the\nroof"; done', 'raj@example.org'],
] as const;

test('what is exported can be imported again, whatever is in it, and no cell of it is calculated by a spreadsheet', async () => {
  const rows = HOSTILE.map(([name, email], n) => ({ name, email, telephone: `+34 600 00000${n}` }));
  expect(await jsonOf('POST', `events/${event}/attendees/import?notify=false`, { rows })).toMatchObject({ added: 5 });
  const { status, headers, text } = await call('GET', `events/${event}/attendees.csv`);
  expect({ status, type: headers.get('content-type'), name: headers.get('content-disposition') }).toEqual({
    status: 200,
    type: 'text/csv; charset=utf-8',
    name: `attendees-${event}.csv"`.replace(/^/, 'attachment; filename="'),
  });
  const cells = parse(text).slice(1).flat();
  expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  const records = recordsOf(text);
  expect(records.map(({ name, telephone, reach }) => ({ name, telephone, reach }))).toEqual(
    HOSTILE.map(([name], n) => ({
      name: (/^[=+@-]/.test(name) ? `'${name}` : name).replace('\n', ' '),
      telephone: `'+34 600 00000${n}`,
      reach: 'nothing_owed',
    })),
  );
  expect(await jsonOf('POST', `events/${event}/attendees/import`, text, 'text/csv')).toMatchObject({
    added: 0,
    skipped: 5,
    ignored_columns: ['code', 'state', 'reach', 'last_reply', 'id'],
  });
});

test('a list of many pages is whole and each is in it once; the call list has who waits in vain, with number and why, as JSON and CSV', async () => {
  const people = Array.from({ length: 2_300 }, (_, n) => `guest${n}@example.org,Guest ${n},+34 700 ${n}`);
  expect(
    await jsonOf('POST', `events/${event}/attendees/import`, `email,name,telephone\n${people.join('\n')}\n,Kenji,112`, 'text/csv'),
  ).toMatchObject({ added: 2_301 });
  const all = recordsOf((await call('GET', `events/${event}/attendees.csv?q=guest`)).text);
  expect(all.map(({ name }) => name)).toEqual(Array.from({ length: 2_300 }, (_, n) => `Guest ${n}`));
  await sql`insert into deliveries (tenant_id, outbox_id, change_id, event_id, subject_kind, subject_id, revision, purpose, occurrence, recipient, zone, zone_source, language, role,
      participation_status, sequence, dtstamp, message_id, state, lane, due_at, created_at, finished_at, last_reply)
    select t.tenant_id, o.id, o.change_id, t.event_id, 'seat', t.id, o.revision, 'ticket', 0, t.email, 'UTC', 'person', 'en', 'attendee', 'accepted', 0, now(), 'm' || t.id, s.state, 1,
      now(), now(), now(), s.words
    from tickets t join outbox o on o.event_id = t.event_id and o.planned > 100
      join (values ('Guest 5', 'bounced', '550 5.1.1 no such user'), ('Guest 7', 'failed', '554 refused'), ('Guest 9', 'sent', 'ok')) s (name, state, words) on s.name = t.name
    where t.event_id = ${event}`.execute(demo.db);
  await sql`update outbox set state = 'expanded', expanded_at = now() where event_id = ${event}`.execute(demo.db);
  const list = await jsonOf('GET', `events/${event}/call-list?why=bounced&why=failed`);
  expect(list).toMatchObject({
    data: [
      { name: 'Guest 5', telephone: '+34 700 5', why: 'bounced', last_reply: '550 5.1.1 no such user', state: 'attending' },
      { name: 'Guest 7', telephone: '+34 700 7', why: 'failed' },
    ],
    next_cursor: null,
  });
  const asCsv = await call('GET', `events/${event}/call-list?why=bounced`, undefined, 'application/json', 'text/csv');
  expect(recordsOf(asCsv.text)).toMatchObject([{ name: 'Guest 5', telephone: "'+34 700 5", why: 'bounced' }]);
  expect(
    (await call('GET', `events/${event}/call-list?format=json&limit=2`, undefined, 'application/json', 'text/csv')).headers.get(
      'content-type',
    ),
  ).toBe('application/json');
  expect(recordsOf((await call('GET', `events/${event}/call-list?format=csv`)).text)).toHaveLength(2_300);
});

test('the notices of a change, and mailing again whoever was not reached; a second click mails nobody', async () => {
  const change = await sql<{ id: number }>`select max(id) as id from changes where event_id = ${event}`.execute(demo.db);
  const notices = recordsOf((await call('GET', `changes/${change.rows[0]?.id}/notices.csv`)).text);
  expect(notices.map(({ recipient, state, last_reply: reply }) => [recipient, state, reply])).toEqual([
    ['guest9@example.org', 'sent', 'ok'],
    ['guest7@example.org', 'failed', '554 refused'],
    ['guest5@example.org', 'bounced', '550 5.1.1 no such user'],
  ]);
  const seat = await sql<{ id: number }>`select id from tickets where name = 'Guest 9'`.execute(demo.db);
  const resend = async () => await jsonOf('POST', `events/${event}/attendees/${seat.rows[0]?.id}/resend`);
  expect(await resend()).toEqual({ planned: 1, on_their_way: 0, recently: 0, no_address: 0, suppressed: 0 });
  expect(await resend()).toMatchObject({ planned: 0, on_their_way: 1 });
  const all = async () => await jsonOf('POST', `events/${event}/resends`, { to: 'not_reached' });
  // Guest 9 waits; Kenji has no address.
  expect(await all()).toEqual({ planned: 2_299, on_their_way: 1, recently: 0, no_address: 1, suppressed: 0 });
  expect(await all()).toEqual({ planned: 0, on_their_way: 1, recently: 2_299, no_address: 1, suppressed: 0 });
  expect(await jsonOf('POST', `events/${event}/resends`, { to: 'all' })).toMatchObject({
    parameters: [{ name: 'to', reason: 'It must be not_reached.' }],
  });
});

test('P9: events and changes of another tenant, or of none, are missing on these routes', async () => {
  const seat = await sql<{ id: number }>`select min(id) as id from tickets where event_id = ${event}`.execute(demo.db);
  for (const [eventId, changeId] of [
    [foreign.event, foreign.change],
    [9_999_999, 9_999_999],
  ]) {
    for (const [method, path, body] of [
      ['GET', `events/${eventId}/attendees.csv`],
      ['GET', `events/${eventId}/call-list`],
      ['GET', `events/${eventId}/call-list?format=csv`],
      ['GET', `changes/${changeId}/notices.csv`],
      ['POST', `events/${eventId}/resends`, { to: 'not_reached' }],
      ['POST', `events/${eventId}/attendees/${seat.rows[0]?.id}/resend`],
    ] as const) {
      expect([path, (await call(method, path, body)).status]).toEqual([path, 404]);
    }
  }
});
