import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NexudusClient, openNexudus } from '../../../test/harness/nexudus.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';

let client: NexudusClient;
beforeAll(async () => {
  client = await openNexudus();
});
afterAll(() => client.demo.close());

const ask = (start: string, end: string, headers: Record<string, string> = {}) =>
  client.request(`/en/bookings/fullCalendarEvents?${new URLSearchParams({ start, end }).toString()}`, { headers });

async function idsOf(response: Response): Promise<string[]> {
  expect(response.status).toBe(200);
  return ((await response.json()) as { id: string }[]).map(({ id }) => id);
}

test('nexudus §4.4a §4.4d §4.4f: a bare array in camel case, times as wall clock at the location', async () => {
  const response = await ask('2030-05-01T00:00:00Z', '2030-05-02T00:00:00Z');
  const entries = (await response.json()) as unknown[];
  expect([response.status, entries.length]).toEqual([200, 2]);
  expect(entries[0]).toEqual({
    id: '77',
    title: 'Rooftop Breakfast',
    start: '2030-05-01T16:00:00',
    end: '2030-05-01T18:00:00',
    allDay: false,
    shortDescription: 'Breakfast at any hour: coffee, fruit and the view over the harbour.',
    businessName: 'Harbour Loft',
    location: 'Roof terrace',
    venueAddress: null,
    ticketsPage: null,
    webAddress: null,
    url: '/events/77',
    event: true,
    editable: false,
    ignoreTimezone: true,
    resourceId: '',
    resourceName: '',
  });
});

test('nexudus §4.4c: _shape is not supported', async () => {
  const response = await client.request('/en/bookings/fullCalendarEvents?start=2030-05-01&end=2030-05-02&_shape=id');
  expect(((await response.json()) as object[])[0]).toHaveProperty('title');
});

test('nexudus §4.4b: the window takes what touches it, past events too, at any offset; without one it is UTC', async () => {
  expect(await idsOf(await ask('2030-05-01T16:00:00Z', '2030-05-03T00:00:00Z'))).toEqual([]);
  expect(await idsOf(await ask('2030-05-01T15:59:59Z', '2030-06-01T00:00:00Z'))).toEqual(['77', '78', '79', '80']);
  expect(await idsOf(await ask('2030-04-01T00:00:00Z', '2030-05-01T14:00:00Z'))).toEqual([]);
  expect(await idsOf(await ask('2030-04-01T00:00:00+02:00', '2030-05-01T16:00:01+02:00'))).toHaveLength(2);
  expect(
    await idsOf(await client.request('/en/bookings/fullCalendarEvents?start=2030-05-01T00:00:00+02:00&end=2030-05-02T00:00:00+02:00')),
  ).toHaveLength(2);
  expect(await idsOf(await ask('2030-03-01', '2030-04-01'))).toEqual(['76']);
  expect(await idsOf(await ask('2030-05-01T15:00:00', '2030-05-01T15:00:01'))).toHaveLength(2);
});

test('nexudus §4.4b: a missing, malformed, impossible or backward window is 400', async () => {
  const good = '2030-05-01T00:00:00Z';
  for (const [start, end] of [
    ['', good],
    [good, ''],
    ['soon', good],
    [good, good],
    ['2030-05-02T00:00:00Z', good],
    ['2030-02-30T00:00:00Z', good],
    ['0000-01-01T00:00:00Z', good],
    ['1e9', good],
    ['-271821-04-20T00:00:00Z', good],
    [good, '9999-12-31T23:00:00Z'],
    ['2030-05-01T00:00:00[Europe/Madrid]', '\0'],
  ] as const) {
    expect((await ask(start, end)).status, `${start} ${end}`).toBe(400);
  }
  expect((await client.request('/en/bookings/fullCalendarEvents')).status).toBe(400);
});

test('nexudus §9d: Calendars.IncludeEventsInCalendar off leaves the calendar empty', async () => {
  await sql`update tenants set settings = settings || '{"eventsInCalendar": false}'`.execute(client.demo.db);
  expect(await idsOf(await ask('2030-05-01T00:00:00Z', '2030-05-02T00:00:00Z'))).toEqual([]);
  await sql`update tenants set settings = settings - 'eventsInCalendar'`.execute(client.demo.db);
});

test('nexudus §4.4a: cancelled and unpublished events are not in it, and more than 2,000 are refused rather than cut', async () => {
  const { context, tenant, db, clock } = client.demo;
  await cancelEvent(context, tenant, { id: 77 }, { actor: { kind: 'user', id: '1' }, cause: 'test', reason: null });
  await sql`update events set published_at = null where id = 78`.execute(db);
  expect(await idsOf(await ask('2030-05-01T00:00:00Z', '2030-06-01T00:00:00Z'))).toEqual(['79', '80']);
  const fill = (count: number) =>
    sql`insert into events (tenant_id, public_id, calendar_id, uid_scope, uid, organizer_mailbox, organizer_name, title, zone, starts_at, ends_at,
      dtstamp, published_at, created_at, updated_at)
    select 1, gen_random_uuid(), 11, 'ticket', gen_random_uuid()::text, 'a@example.org', 'Ana', 'Many', 'UTC', '2031-01-01T10:00Z', '2031-01-01T11:00Z',
      ${clock.now()}, ${clock.now()}, ${clock.now()}, ${clock.now()} from generate_series(1, ${count}::int)`.execute(db);
  await fill(2_000);
  expect(await idsOf(await ask('2031-01-01', '2031-01-02'))).toHaveLength(2_000);
  await fill(1);
  expect((await ask('2031-01-01', '2031-01-02')).status).toBe(400);
  expect(client.faults).toEqual([]);
});
