import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { addCalendar, addTenant } from '../../../../test/harness/world.ts';
import { createEvent } from '../../../operations/events/create-event.ts';
import { v1 } from '../routes.ts';

let demo: TestDemo;
let door: TestDoor;
/** A ticketed event with two types and 12,000 seats, a meeting, and another tenant's event. */
let event: number;
let meeting: number;
let foreign: number;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
  const other = await addTenant(demo.context, 'Next door');
  const calendars = await sql<{ id: number }>`select id from calendars where tenant_id = ${demo.tenant.id} order by id limit 1`.execute(
    demo.db,
  );
  const make = async (uidScope: 'event' | 'ticket', tenant = demo.tenant, calendarId = calendars.rows[0]?.id ?? 0) => {
    const startsAt = demo.clock.now().add({ hours: 48 });
    const given = {
      title: 'Open day',
      description: '',
      location: 'Pier 3',
      zone: null,
      startsAt,
      endsAt: startsAt.add({ hours: 1 }),
      capacity: 12_000,
    };
    const input = { ...given, calendar: { id: calendarId }, uidScope, organizerName: 'Ana', replyTo: null, invitees: [] };
    const made = await createEvent(demo.context, tenant, input, { actor: { kind: 'system', id: 'test' }, cause: 'test', reason: null });
    if (made.outcome !== 'created') throw new Error(made.outcome);
    return made.event.id;
  };
  [event, meeting] = [await make('ticket'), await make('event')];
  foreign = await make('ticket', other, await addCalendar(demo.context, other));
  await sql`insert into ticket_types (tenant_id, event_id, name, currency, capacity, created_at, updated_at)
    select ${demo.tenant.id}, ${event}, name, 'EUR', capacity, now(), now() from (values ('Standard', null), ('Balcony', 2)) t (name, capacity)`.execute(
    demo.db,
  );
});
afterAll(() => demo.close());

type Body = Record<string, unknown> & { data: Record<string, unknown>[]; rows: unknown[] };

async function call(method: string, path: string, body?: unknown, type = 'application/json', key = 'adj_demo_admin') {
  const headers = { authorization: `Bearer ${key}`, 'content-type': type };
  const given =
    body === undefined ? {} : { body: typeof body === 'string' || body instanceof Uint8Array ? (body as string) : JSON.stringify(body) };
  const response = await door.request(`/api/v1/events/${path}`, { method, headers, ...given });
  const text = await response.text();
  return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as Body };
}

const csv = async (text: string, query = '', of = event) => await call('POST', `${of}/attendees/import${query}`, text, 'text/csv');
const stored = async () =>
  (
    await sql`select count(*)::int as tickets, (select count(*)::int from outbox) as plans, (select count(*)::int from changes) as changes from tickets`.execute(
      demo.db,
    )
  ).rows[0];

test('an attendee is added, read, corrected and removed; every one of them by number or UUID', async () => {
  const added = await call('POST', `${meeting}/attendees`, {
    name: ' Mina ',
    email: 'mina@example.org',
    telephone: '+34 600 000 001',
    zone: 'europe/madrid',
  });
  expect(added).toMatchObject({
    status: 201,
    body: { name: 'Mina', zone: 'Europe/Madrid', state: 'attending', reach: 'queued', participation_status: 'needs-action' },
  });
  expect((await call('POST', `${meeting}/attendees`, { email: 'MINA@example.org' })).status).toBe(409);
  expect(await call('POST', `${meeting}/attendees`, { email: 'noor@example.org', notify: false })).toMatchObject({
    status: 201,
    body: { reach: 'nothing_owed' },
  });
  const { public_id: uuid } = added.body;
  const path = `${meeting}/attendees/${String(uuid)}`;
  expect((await call('GET', path)).body).toEqual(added.body);
  expect(await call('PATCH', path, { email: 'pia@example.org', name: 'Pia' })).toMatchObject({
    status: 200,
    body: { email: 'pia@example.org', name: 'Pia', reach: 'queued' },
  });
  expect(await call('PATCH', path, { email: 'noor@example.org' })).toMatchObject({ status: 409 });
  expect((await call('GET', `${meeting}/attendees?q=pi&reach=not_reached`)).body.data).toMatchObject([{ name: 'Pia' }]);
  expect((await call('DELETE', path)).status).toBe(204);
  expect((await call('DELETE', path)).status).toBe(409);
  expect((await call('PATCH', path, { name: 'Pia' })).status).toBe(409);
  expect((await call('GET', path)).body).toMatchObject({ state: 'removed', removed_at: demo.clock.now().toString() });
  expect((await call('GET', `${meeting}/attendees`)).body.data.map(({ email }) => email)).toEqual(['noor@example.org']);
  expect((await call('GET', `${meeting}/attendees?state=removed`)).body.data.map(({ email }) => email)).toEqual(['pia@example.org']);
});

test('what cannot be read is refused with a sentence for each field, and changes nothing', async () => {
  const before = await stored();
  const wrong = { email: 'mina', telephone: 'call me', zone: '+02:00', language: 'nonsense!', role: 'guest', notify: 'no' };
  const { status, body } = await call('POST', `${event}/attendees`, wrong);
  expect({ status, parameters: body['parameters'] }).toEqual({
    status: 400,
    parameters: [
      { name: 'email', reason: 'It must be a mail address, as in ana@example.com.' },
      { name: 'telephone', reason: 'It must be a telephone number: digits, with a plus, spaces or hyphens.' },
      { name: 'zone', reason: 'It must be a time zone by its IANA name, as in Europe/Madrid.' },
      { name: 'language', reason: 'It must be a language by its tag, as in en or de.' },
      { name: 'role', reason: 'It must be one of attendee, organizer.' },
      { name: 'notify', reason: 'It must be true or false.' },
    ],
  });
  expect((await call('POST', `${event}/attendees`, { telephone: '12345' })).body['parameters']).toEqual([
    { name: 'email', reason: 'It must be there, or a name.' },
  ]);
  expect((await call('POST', `${event}/attendees`, { name: 'Raj', ticket_type_id: 9_999_999 })).status).toBe(404);
  expect(await stored()).toEqual(before);
});

test('a list is read as people write it: either separator, a byte order mark, headings of many names, quoted lines, types by name', async () => {
  const bytes = `\ufeffE-Mail;"Full name";Phone;Ticket type;Shoe size\r\nraj@example.org;"Raj ""the\nroof""";+91 22 0000 0001;balcony;43\r\n;;;;\r\n;Kenji;'+81 3 0000 0001;;\r\n`;
  expect(await csv(bytes, '?dry_run=true')).toMatchObject({ status: 200, body: { added: 2, skipped: 0, dry_run: true } });
  expect(await csv(bytes)).toEqual({
    status: 200,
    body: { added: 2, skipped: 0, notices: 1, ignored_columns: ['Shoe size'], dry_run: false },
  });
  expect((await call('GET', `${event}/attendees`)).body.data).toMatchObject([
    { name: 'Raj "the roof"', email: 'raj@example.org', telephone: '+91 22 0000 0001', ticket_type: 'Balcony', reach: 'queued' },
    { name: 'Kenji', email: null, telephone: '+81 3 0000 0001', ticket_type: null, reach: 'no_address' },
  ]);
  expect((await csv(bytes)).body).toMatchObject({ added: 0, skipped: 2, notices: 0 });
  const rows = [
    { first_name: 'Ana', last_name: 'Sol', email: 'ana@example.com', role: 'Organizer', ticket_type: 'STANDARD' },
    { email: 'ANA@example.com' },
  ];
  expect((await call('POST', `${event}/attendees/import?notify=false`, { rows })).body).toMatchObject({ added: 1, skipped: 1, notices: 0 });
  const ics = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VEVENT',
    'UID:1',
    'ATTENDEE;CN="Chie, of the pier";PARTSTAT=DECLINED;ROLE=CHAIR:mailto:chie@example.com',
    'ATTENDEE;CUTYPE=ROOM:mailto:room@example.com',
    'ATTENDEE;EMAIL=ben@example.com;PARTSTAT=DELEGATED:urn:uuid:1',
    'END:VEVENT',
    'BEGIN:VEVENT',
    'UID:1',
    'ATTENDEE:MAILTO:chie@example.com',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
  const imported = await call('POST', `${meeting}/attendees/import`, ics, 'text/calendar; charset=utf-8');
  expect(imported.body).toMatchObject({ added: 2, skipped: 1, notices: 2 });
  expect((await call('GET', `${meeting}/attendees?q=e@example.com`)).body.data).toMatchObject([
    { name: 'Chie, of the pier', role: 'organizer', participation_status: 'declined' },
  ]);
});

test('a list with a fault changes nothing, and the answer names each row and column; so does one that is no list, or does not fit', async () => {
  const before = await stored();
  const wrong = await csv('email,name,zone,ticket type\nomar@example.org,Omar,,\n\njane,Jane,Mars/Olympus,Stalls\n,,Europe/Madrid,\n');
  expect(wrong).toMatchObject({ status: 422, body: { faults: 4, detail: '4 cells cannot be read. Nobody was added.' } });
  expect(wrong.body.rows).toEqual([
    { row: 4, column: 'email', reason: 'It must be a mail address, as in ana@example.com.' },
    { row: 4, column: 'zone', reason: 'It must be a time zone by its IANA name, as in Europe/Madrid.' },
    { row: 4, column: 'ticket_type', reason: 'It must be a ticket type of the event: Standard, Balcony.' },
    { row: 5, column: 'email', reason: 'It must be a mail address; or there must be a name.' },
  ]);
  const many = await csv(`email\n${Array.from({ length: 150 }, (_, n) => `wrong ${n}`).join('\n')}`);
  expect([many.body.rows.length, many.body['faults']]).toEqual([100, 150]);
  expect((await csv('email,name\na@example.org,Ana,more')).body.rows).toEqual([expect.objectContaining({ row: 2, column: '3' })]);
  expect((await csv('email\n"a@example.org\n')).body).toMatchObject({
    rows: [{ row: 2, column: '', reason: expect.stringContaining('quotation mark') }],
  });
  const details = async (sent: Promise<{ status: number; body: Body }>) => [(await sent).status, (await sent).body['detail']];
  expect(await details(csv('mina@example.org\nnoor@example.org'))).toEqual([
    422,
    'The first row must name the columns, among them "email" or "name".',
  ]);
  expect(await details(csv('email,Mail\na,b'))).toEqual([422, 'Two columns are "email": email, Mail.']);
  const latin = Buffer.from('email,name\nana@example.com,Jos\u00e9', 'latin1');
  expect(await details(call('POST', `${event}/attendees/import`, latin, 'text/csv'))).toEqual([
    422,
    'The file is not UTF-8. Save it as "CSV UTF-8".',
  ]);
  expect(await details(call('POST', `${event}/attendees/import`, 'BEGIN', 'text/calendar'))).toEqual([422, 'This is no iCalendar object.']);
  expect((await call('POST', `${event}/attendees/import`, 'x', 'text/plain')).status).toBe(415);
  expect(await details(csv('email,ticket type\na@example.org,Balcony\nb@example.org,Balcony'))).toEqual([
    409,
    expect.stringMatching(/^1 seats are free of ticket type \d+, and 2 are wanted/),
  ]);
  expect((await csv(`email\n${'a'.repeat(8 * 1024 * 1024)}`)).status).toBe(413);
  expect(await stored()).toEqual(before);
});

test('10,000 people come in one call, the sums add up, and pages of a list that long are read by its cursor alone', async () => {
  const lines = Array.from({ length: 10_000 }, (_, n) => `guest${n}@example.org,Guest ${n},+34 600 ${String(n).padStart(6, '0')}`);
  expect(await csv(`email,name,telephone\n${lines.join('\n')}\nlast@example.org,Last,`)).toMatchObject({
    status: 422,
    body: { detail: 'A list has at most 10000 rows; this has 10001.' },
  });
  const done = await csv(`email,name,telephone\n${lines.join('\n')}`);
  expect(done).toEqual({ status: 200, body: { added: 10_000, skipped: 0, notices: 10_000, ignored_columns: [], dry_run: false } });
  const counted = await sql`select live_tickets, (select count(distinct code)::int from tickets where event_id = ${event}) as codes,
    (select count(*)::int from tickets where event_id = ${event} and released_revision is null) as held from events where id = ${event}`.execute(
    demo.db,
  );
  expect(counted.rows).toEqual([{ liveTickets: 10_003, codes: 10_003, held: 10_003 }]);
  const first = (await call('GET', `${event}/attendees?limit=200&q=guest`)).body;
  const second = (await call('GET', `${event}/attendees?limit=200&q=guest&cursor=${String(first['next_cursor'])}`)).body;
  expect([...first.data, ...second.data].map(({ name }) => name)).toEqual(Array.from({ length: 400 }, (_, n) => `Guest ${n}`));
  expect(second.data[0]).toMatchObject({ reach: 'not_written' });
  const plan = await sql<{
    'QUERY PLAN': string;
  }>`explain select * from tickets where event_id = ${event} and id > 5 order by id limit 200`.execute(demo.db);
  expect(JSON.stringify(plan.rows)).toContain('tickets_by_event');
});

test('P9: an event of another tenant, or of none, is missing on every route', async () => {
  const seat = (await call('GET', `${event}/attendees?limit=1`)).body.data[0]!['id'];
  for (const id of [foreign, 9_999_999]) {
    for (const [method, path, body, type] of [
      ['GET', 'attendees'],
      ['POST', 'attendees', { email: 'mina@example.org' }],
      ['POST', 'attendees/import', 'email\nmina@example.org', 'text/csv'],
      ['GET', `attendees/${String(seat)}`],
      ['PATCH', `attendees/${String(seat)}`, { name: 'Mina' }],
      ['DELETE', `attendees/${String(seat)}`],
    ] as const) {
      expect([path, (await call(method, `${id}/${path}`, body, type)).status]).toEqual([path, 404]);
    }
  }
  expect((await sql`select count(*)::int as n from tickets where event_id = ${foreign}`.execute(demo.db)).rows).toEqual([{ n: 0 }]);
});
