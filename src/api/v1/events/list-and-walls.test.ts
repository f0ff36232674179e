import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { addTenant } from '../../../../test/harness/world.ts';
import { hashSecret } from '../../../crypto/secret.ts';
import { type EventListing, type EventPlace, listEvents } from '../../../operations/events/list-events.ts';
import { CREDENTIALS, type Credential } from '../principal.ts';
import { v1 } from '../routes.ts';

const EVENTS = 10_000;

let demo: TestDemo;
let door: TestDoor;
let calendars: number[];
/** An organizer who runs the second calendar alone shows `Organizer`, whatever else there is. */
const byHeader: Credential = async ({ context }, c) => {
  const [byKey] = CREDENTIALS;
  const principal = await byKey?.({ context, demo: true } as never, c);
  return principal && c.req.header('x-runs')
    ? { ...principal, scopes: ['events:write', 'notices:read'], calendars: [Number(c.req.header('x-runs'))] }
    : principal;
};

beforeAll(async () => {
  demo = await openDemo();
  door = openDoor((options) => v1(options, [byHeader]), demo, { throttled: false });
  calendars = [];
  for (const name of ['Roof', 'Hall']) calendars.push((await ask('POST', '/calendars', { name })).body['id'] as number);
  // Two in an hour, in turn in both calendars; one in a hundred is a draft, and one is cancelled.
  await sql`
    insert into events (tenant_id, public_id, calendar_id, uid_scope, uid, organizer_mailbox, organizer_name, title, location, zone, starts_at, ends_at,
      status, cancelled_at, dtstamp, created_at, updated_at)
    select ${demo.tenant.id}, gen_random_uuid(), (${calendars}::bigint[])[1 + n % 2], 'ticket', 'bulk-' || n, 'events@adjourn.example',
      case when n % 500 = 0 then 'Mina Aalto' else 'Noor' end, case n % 3 when 0 then 'Harbour walk ' || n else 'Reading' end,
      'Pier ' || n % 7, 'UTC', t, t + interval '1 hour', s, case s when 'cancelled' then ${demo.clock.now()}::timestamptz end,
      ${demo.clock.now()}, ${demo.clock.now()}, ${demo.clock.now()}
    from generate_series(1, ${EVENTS}::int) n
    cross join lateral (select timestamptz '2031-01-01T00:00:00Z' + (n / 2) * interval '1 hour' as t,
      case n % 100 when 1 then 'draft' when 2 then 'cancelled' else 'scheduled' end as s) v`.execute(demo.db);
});
afterAll(() => demo.close());

type Body = Record<string, unknown>;
type Listed = { id: number; starts_at: string; status: string; title: string; organizer_name: string; calendar_id: number };

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Body }> {
  const answer = await door.request(`/api/v1${path}`, {
    method,
    headers: { authorization: 'Bearer adj_demo_admin', ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
  return { status: answer.status, body: isJson ? ((await answer.json()) as Body) : {} };
}

const page = async (query: string, headers = {}) =>
  (await ask('GET', `/events?${query}`, undefined, headers)).body as { data: Listed[]; next_cursor: string | null };

async function pages(query: string): Promise<Listed[]> {
  const all: Listed[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const found = await page(`${query}&limit=200${cursor && `&cursor=${cursor}`}`);
    all.push(...found.data);
    cursor = found.next_cursor;
  }
  return all;
}

test('issue 10: 10,000 events come in pages by their start, each once', async () => {
  const all = await pages('from=2031-01-01T00:00:00Z');
  expect(all).toHaveLength(EVENTS);
  const order = all.map(({ starts_at: start, id }) => [start, id] as const);
  expect(order).toEqual(order.toSorted(([a, m], [b, n]) => (a === b ? m - n : a < b ? -1 : 1)));
  expect(new Set(all.map(({ id }) => id)).size).toBe(EVENTS);
});

test('issue 10: a list is of a stretch of time, a calendar, states, and words that title, place or organizer begin with', async () => {
  const day = await page('from=2031-01-02T00:00:00Z&to=2031-01-02T02:00:00Z');
  expect(day.data.map(({ starts_at: start }) => start)).toEqual([
    '2031-01-02T00:00:00Z',
    '2031-01-02T00:00:00Z',
    '2031-01-02T01:00:00Z',
    '2031-01-02T01:00:00Z',
  ]);
  const [first = 0] = calendars;
  const ofOne = await pages(`calendar=${first}&status=draft&status=cancelled`);
  expect(ofOne).toHaveLength(EVENTS / 100);
  expect(new Set(ofOne.map(({ calendar_id: id, status }) => `${id} ${status}`))).toEqual(new Set([`${first} cancelled`]));
  expect(await pages('q=MIN%20pier&status=scheduled')).toHaveLength(EVENTS / 500);
  expect((await page('q=harb%204998')).data).toMatchObject([{ title: 'Harbour walk 4998' }]);
  for (const none of ['q=arbour', 'q=%27%29%7C', 'q=harbour%20reading', `calendar=999999`])
    expect([none, (await page(none)).data]).toEqual([none, []]);
  expect((await ask('GET', '/events?status=lost')).status).toBe(400);
});

test('issue 10: words are looked up, and a page far behind reads no more than the first', async () => {
  const { tenant, context } = demo;
  const all = { calendarIds: null, from: null, to: null, statuses: null, search: null };
  /** How many rows of events a page reads, from the table or by way of an index. */
  const rowsRead = (filter: Partial<EventListing>, after: EventPlace | null = null) =>
    demo.db.transaction().execute(async (tx) => {
      const read = async () => {
        const found = await sql<{ n: number }>`
          select (seq_tup_read + idx_tup_fetch)::int as n from pg_stat_xact_user_tables where relname = 'events'`.execute(tx);
        return found.rows[0]?.n ?? 0;
      };
      const before = await read();
      const { events } = await listEvents({ ...context, db: tx }, tenant, { ...all, ...filter }, { after, limit: 50 });
      return { listed: events.length, read: (await read()) - before };
    });
  const behind = { startsAt: Temporal.Instant.from('2031-07-01T00:00:00Z'), id: 0 };
  const first = { listed: 50, read: 51 };
  expect(await rowsRead({})).toEqual(first);
  expect(await rowsRead({}, behind)).toEqual(first);
  expect(await rowsRead({ calendarIds: calendars.slice(0, 1) }, behind)).toEqual(first);
  // Found by the index, and looked up by its number.
  expect(await rowsRead({ search: 'harbour 4998' })).toEqual({ listed: 1, read: 2 });
});

test('issue 10: whoever runs some calendars sees and changes events of those alone', async () => {
  const [roof = 0, hall = 0] = calendars;
  const runs = { 'x-runs': String(hall) };
  expect(new Set((await page('limit=200', runs)).data.map(({ calendar_id: id }) => id))).toEqual(new Set([hall]));
  expect((await page(`calendar=${roof}`, runs)).data).toEqual([]);
  const [theirs] = (await page('limit=1&status=scheduled', runs)).data;
  const [others] = (await page(`calendar=${roof}&limit=1&status=scheduled`)).data;
  const renamed = (id: number | undefined) => ask('PATCH', `/events/${id}`, { title: 'Ours' }, runs);
  expect([(await renamed(theirs?.id)).status, (await renamed(others?.id)).status]).toEqual([200, 404]);
  const { body } = await ask('GET', `/events/${theirs?.id}/changes`, undefined, runs);
  const [change] = body['data'] as { id: number }[];
  const elsewhere = await ask('PATCH', `/events/${others?.id}`, { title: 'Theirs' });
  expect(elsewhere.status).toBe(200);
  const [foreign] = (await ask('GET', `/events/${others?.id}/changes`)).body['data'] as { id: number }[];
  expect((await ask('GET', `/changes/${change?.id}`, undefined, runs)).status).toBe(200);
  expect((await ask('GET', `/changes/${foreign?.id}`, undefined, runs)).status).toBe(404);
  expect((await ask('GET', '/calendars', undefined, runs)).body['data']).toMatchObject([{ id: hall }]);
  const made = (calendar: number) =>
    ask('POST', '/events', { calendar_id: calendar, title: 'x', starts_at: '2031-05-01T14:00:00Z', ends_at: '2031-05-01T15:00:00Z' }, runs);
  expect([(await made(hall)).status, (await made(roof)).status]).toEqual([201, 404]);
  expect((await ask('POST', '/calendars', { name: 'Mine' }, runs)).status).toBe(403);
});

test('issue 10: another tenant’s calendars, events, ticket types, changes and pictures are missing ones, on every route', async () => {
  const neighbour = await addTenant(demo.context, 'Next door');
  await sql`insert into api_keys (tenant_id, label, key_hash, door, scopes, created_at)
    values (${neighbour.id}, 'Theirs', ${hashSecret('adj_next_door')}, 'v1', '{admin}', ${demo.clock.now()})`.execute(demo.db);
  const [event] = (await page('limit=1&status=scheduled')).data;
  const type = (await ask('POST', `/events/${event?.id}/ticket-types`, { name: 'Standard' })).body;
  const [change] = (await ask('GET', `/events/${event?.id}/changes`)).body['data'] as { id: number; public_id: string }[];
  const record = (await ask('GET', `/events/${event?.id}`)).body;
  const { paths } = (await ask('GET', '/openapi.json')).body as { paths: Record<string, Record<string, unknown>> };
  const bodies: Record<string, unknown> = {
    'patch /events/{id}': { title: 'Taken' },
    'post /events/{id}/copy': { starts_at: '2032-01-01T00:00:00Z' },
    'post /events/{id}/reschedules': { starts_at: '2032-01-01T00:00:00Z' },
    'post /events/{id}/cancellations': {},
    'post /events/{id}/ticket-types': { name: 'Taken' },
    'patch /events/{id}/ticket-types/{typeId}': { name: 'Taken' },
    'patch /calendars/{id}': { name: 'Taken' },
  };
  const named = (path: string, isPublic: boolean) => {
    const id = path.startsWith('/calendars')
      ? isPublic
        ? record['calendar_public_id']
        : record['calendar_id']
      : path.startsWith('/changes')
        ? isPublic
          ? change?.public_id
          : change?.id
        : isPublic
          ? record['public_id']
          : record['id'];
    return path.replace('{id}', String(id)).replace('{typeId}', String(isPublic ? type['public_id'] : type['id']));
  };
  const asked: string[] = [];
  for (const [long, verbs] of Object.entries(paths)) {
    const path = long.replace('/api/v1', '');
    if (
      !/^\/(?:events\/\{id\}(?:\/(?:ticket-types|changes|image|publish|unpublish|copy|cancellations|reschedules).*)?|calendars\/\{id\}|changes\/\{id\})$/.test(
        path,
      ) ||
      path.endsWith('capacity')
    )
      continue;
    for (const verb of Object.keys(verbs)) {
      for (const isPublic of [true, false]) {
        const body = bodies[`${verb} ${path}`];
        const init = verb === 'put' ? { 'content-type': 'image/png' } : {};
        const raw =
          verb === 'put'
            ? await putPicture(named(path, isPublic))
            : (await ask(verb.toUpperCase(), named(path, isPublic), body, { ...init, authorization: 'Bearer adj_next_door' })).status;
        expect([verb, path, raw]).toEqual([verb, path, 404]);
      }
      asked.push(`${verb} ${path}`);
    }
  }
  expect(asked.length).toBeGreaterThan(16);
  const into = { calendar_id: record['calendar_id'], title: 'x', starts_at: '2032-01-01T00:00:00Z', ends_at: '2032-01-01T01:00:00Z' };
  expect((await ask('POST', '/events', into, { authorization: 'Bearer adj_next_door' })).status).toBe(404);
  expect((await page('limit=200', { authorization: 'Bearer adj_next_door' })).data).toEqual([]);
  expect((await page('q=harbour', { authorization: 'Bearer adj_next_door' })).data).toEqual([]);
  expect((await ask('GET', `/events/${event?.id}`)).body).toEqual(record);
});

async function putPicture(path: string): Promise<number> {
  const body = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const headers = { authorization: 'Bearer adj_next_door', 'content-type': 'image/png' };
  return (await door.request(`/api/v1${path}`, { method: 'PUT', headers, body })).status;
}
