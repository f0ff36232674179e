import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import { meetbit } from './routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(meetbit, demo, { throttled: false });
});
afterAll(() => demo.close());

type Listed = { id: number; deleted_at: string | null; canceled_by_type: string | null; canceled_by_id: number | null };

function list(query: Record<string, string> | string, { calendar = '12', keyId = 'MBP-readonly' } = {}) {
  const text = typeof query === 'string' ? query : new URLSearchParams(query).toString();
  const headers = { 'X-Access-Key-Id': keyId, 'X-Access-Key-Secret': 'demo-secret' };
  return door.request(`/api/public/v2.0/calendars/${calendar}/events?${text}`, { headers });
}

async function listed(query: Record<string, string> | string, options = {}): Promise<Listed[]> {
  const response = await list(query, options);
  const body = (await response.json()) as { message: string; data: Listed[] };
  expect([response.status, body.message]).toEqual([200, 'Successfully fetched Events.']);
  return body.data;
}
const ids = async (query: Record<string, string> | string, options = {}) => (await listed(query, options)).map((one) => one.id);

const year = { from: '2030-01-01T00:00:00Z', to: '2031-01-01T00:00:00Z' };

describe('the window', () => {
  // Event 345 is on from 14:00 to 15:00 UTC on 2030-05-01, 346 a day later.
  test.each([
    ['holds what is on during it, by start', '2030-05-01T00:00:00Z', '2030-05-03T00:00:00Z', [345, 346]],
    ['holds what began before it', '2030-05-01T14:59:59Z', '2030-05-01T16:00:00Z', [345]],
    ['does not hold what ended at its start', '2030-05-01T15:00:00Z', '2030-05-01T16:00:00Z', []],
    ['does not hold what starts at its end', '2030-05-01T13:00:00Z', '2030-05-01T14:00:00Z', []],
    ['takes any offset', '2030-05-01T23:59:00+09:00', '2030-05-01T11:00:00-04:00', [345]],
    [
      'may reach as far as the format goes',
      '0001-01-01T00:00:00+14:00',
      '9999-12-31T23:59:59-12:00',
      [345, 346, 347, 348, 349, 350, 351, 352, 353, 354, 355],
    ],
  ])('meetbit §12-18 §12-19 §12-13: %s', async (_what, from, to, expected) => {
    expect(await ids({ from, to })).toEqual(expected);
  });

  test('meetbit §12-13: takes a plus sign that was not encoded', async () => {
    expect(await ids('from=2030-05-01T23:59:00+09:00&to=2030-05-01T23:59:59+09:00')).toEqual([345]);
  });
});

test.each([
  [{}, { from: ['The from field is required.'], to: ['The to field is required.'] }, 'The from field is required. (and 1 more error)'],
  [{ ...year, from: 'tomorrow' }, { from: ['The from field must be a valid date.'] }, 'The from field must be a valid date.'],
  [{ ...year, to: '2030-02-30T00:00:00Z' }, { to: ['The to field must be a valid date.'] }, 'The to field must be a valid date.'],
  [{ ...year, to: '2030-01-01' }, { to: ['The to field must be a valid date.'] }, 'The to field must be a valid date.'],
  [
    { from: year.to, to: year.from },
    { to: ['The to field must be a date after or equal to from.'] },
    'The to field must be a date after or equal to from.',
  ],
  [
    { to: 'x', with_trashed: 'perhaps' },
    {
      from: ['The from field is required.'],
      to: ['The to field must be a valid date.'],
      with_trashed: ['The with_trashed field must be true or false.'],
    },
    'The from field is required. (and 2 more errors)',
  ],
])('meetbit §6.2b §6.4b §12-20 §12-18: a bad query names every field at fault: %j', async (query, errors, message) => {
  const response = await list(query);
  expect([response.status, await response.json()]).toEqual([400, { message, errors }]);
});

test("meetbit §6a §12-8 §12-9: what is not there is missing: another tenant's calendar, an unknown one, no number; also with a bad query", async () => {
  await sql`with other as (insert into tenants (name, zone, locale, sender_mailbox, created_at) values ('Pier Hall', 'UTC', 'en', 'x@pier.example', now()) returning id)
    insert into calendars (tenant_id, id, public_id, name, zone, created_at) select id, 99, gen_random_uuid(), 'Foreign', 'UTC', now() from other`.execute(
    demo.db,
  );
  await sql`update tenants set hosts = '{home.example}' where id = 1`.execute(demo.db);
  const headers = { host: 'home.example', 'X-Access-Key-Id': 'MBP-readonly', 'X-Access-Key-Secret': 'demo-secret' };
  for (const calendar of ['99', '98', '-12', 'abc', '9007199254740993']) {
    for (const query of ['', `?${new URLSearchParams(year).toString()}`]) {
      const response = await door.request(`/api/public/v2.0/calendars/${calendar}/events${query}`, { headers });
      expect([calendar, response.status, await response.text()]).toEqual([calendar, 404, 'Resource object does not exist.']);
    }
  }
  await sql`delete from calendars where id = 99`.execute(demo.db);
  await sql`delete from tenants where id <> 1`.execute(demo.db);
});

test('meetbit §6.2c §6.2d §7.1b §7.3a §7.3b §9a §12-20: a canceled event is left out unless asked for, and says by whom as far as this API has words', async () => {
  const actors = [
    { actor: { kind: 'client' as const, id: '7' }, as: ['Client', 7] },
    { actor: { kind: 'customer' as const, id: '64' }, as: ['Customer', 64] },
    { actor: { kind: 'user' as const, id: '1' }, as: ['User', 1] },
    { actor: { kind: 'account' as const, id: '32' }, as: ['User', null] },
    { actor: { kind: 'token' as const, id: 'k1' }, as: ['Customer', null] },
    { actor: { kind: 'system' as const, id: 'sweep' }, as: ['User', null] },
  ];
  for (const [index, { actor }] of actors.entries()) {
    await cancelEvent(demo.context, demo.tenant, { id: 350 + index }, { actor, cause: 'test', reason: 'é'.repeat(300) });
  }
  expect(await ids(year)).toEqual([345, 346, 347, 348, 349]);
  for (const without of ['0', 'false', '']) expect(await ids({ ...year, with_trashed: without })).toHaveLength(5);
  for (const with_trashed of ['1', 'true']) expect(await ids({ ...year, with_trashed })).toHaveLength(11);
  const trashed = (await listed({ ...year, with_trashed: '1' })).filter((one) => one.deleted_at !== null);
  expect(trashed.map((one) => [one.canceled_by_type, one.canceled_by_id])).toEqual(
    actors.map(({ as: [type, id] }) => [`App\\Models\\Tenant\\${type}`, id]),
  );
  expect(trashed[0]).toMatchObject({ deleted_at: '2030-04-01T10:00:00Z', cancel_note: 'é'.repeat(255) });
  expect((await listed(year))[0]).toMatchObject({
    deleted_at: null,
    canceled_by_type: null,
    canceled_by_id: null,
    attendees: [{}, {}, {}],
  });
});

test('meetbit §6.2a: the three vendors see one world: tickets and calls stand in the calendars, too', async () => {
  expect(await ids(year, { calendar: '11' })).toEqual([76, 77, 78, 79, 80]);
  expect(await ids(year, { calendar: '14' })).toEqual([357]);
});

test('meetbit §12-19: events that start together are listed by id, after one that starts before them', async () => {
  // The table has them the other way round, and no index happens to have them by id.
  await sql`drop index events_by_calendar`.execute(demo.db);
  await sql`insert into events (tenant_id, id, public_id, calendar_id, uid_scope, uid, organizer_mailbox, organizer_name, title, zone, starts_at, ends_at, dtstamp, created_at, updated_at)
    select 1, n, gen_random_uuid(), 13, 'event', 'together' || n, 'x@y.example', 'Ana', 'Review', 'UTC', timestamptz '2033-01-02Z' - (n = 9020)::int * interval '1 second',
      timestamptz '2033-01-03Z', now(), now(), now() from generate_series(9020, 9001, -1) n`.execute(demo.db);
  const together = Array.from({ length: 19 }, (_, index) => 9_001 + index);
  expect(await ids({ from: '2033-01-01T00:00:00Z', to: '2034-01-01T00:00:00Z' }, { calendar: '13' })).toEqual([9_020, ...together]);
});

test('meetbit §6.2a §6.2g: a window that holds more than an answer can is refused, never cut', async () => {
  await sql`insert into events (tenant_id, public_id, calendar_id, uid_scope, uid, organizer_mailbox, organizer_name, title, zone, starts_at, ends_at, dtstamp, created_at, updated_at)
    select 1, gen_random_uuid(), 13, 'event', 'u' || n, 'x@y.example', 'Ana', 'Review', 'UTC', timestamptz '2032-01-01Z' + n * interval '1 hour',
      timestamptz '2032-01-01Z' + (n + 1) * interval '1 hour', now(), now(), now() from generate_series(0, 1000) n`.execute(demo.db);
  const all = await list({ from: '2032-01-01T00:00:00Z', to: '2033-01-01T00:00:00Z' }, { calendar: '13' });
  expect([all.status, Object.keys(((await all.json()) as { errors: object }).errors)]).toEqual([400, ['to']]);
  expect(await ids({ from: '2032-01-01T01:00:00Z', to: '2033-01-01T00:00:00Z' }, { calendar: '13' })).toHaveLength(1_000);
  // The 501st attendee of an event is shown in no answer, and counts for none.
  await sql`update events set live_tickets = 501 where calendar_id = 13 and starts_at between '2032-01-01T01:00:00Z' and '2032-01-02T16:00:00Z'`.execute(
    demo.db,
  );
  expect(await ids({ from: '2032-01-01T01:00:00Z', to: '2033-01-01T00:00:00Z' }, { calendar: '13' })).toHaveLength(1_000);
  await sql`update events set live_tickets = 1 where calendar_id = 13 and starts_at = '2032-02-01T00:00:00Z'`.execute(demo.db);
  const crowded = await list({ from: '2032-01-01T01:00:00Z', to: '2033-01-01T00:00:00Z' }, { calendar: '13' });
  expect([crowded.status, Object.keys(((await crowded.json()) as { errors: object }).errors)]).toEqual([400, ['to']]);
});

test('meetbit §3b §12-22 §3d: permissions for single events show those events; none at all shows nothing', async () => {
  await sql`update roles set permissions = '{events.read.346,events.read.357}' where id = 2`.execute(demo.db);
  expect(await ids(year)).toEqual([346]);
  await sql`update roles set permissions = '{events.delete.*,event.read.*,events.readers.*}' where id = 2`.execute(demo.db);
  const response = await list(year);
  expect([response.status, await response.text()]).toEqual([401, 'Access denied.']);
});
