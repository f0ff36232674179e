import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { openApi } from '../../../test/harness/openapi.ts';
import { addTenant, request } from '../../../test/harness/world.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import { v1 } from './routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo);
  await cancelEvent(demo.context, demo.tenant, { id: 345 }, request);
  await sql`update deliveries set state = 'bounced', leased_by = null, finished_at = due_at, attempts = 1, last_reply = '550 5.1.1 no such user' where recipient = 'ben@example.com'`.execute(
    demo.db,
  );
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, attempts = 1, last_reply = '250 taken' where recipient = 'ana@example.com'`.execute(
    demo.db,
  );
});
afterAll(() => demo.close());

const key = { authorization: 'Bearer adj_demo_admin' };

async function get(path: string, headers: Record<string, string> = key): Promise<{ response: Response; body: Record<string, never> }> {
  const response = await door.request(`/api/v1${path}`, { headers });
  return { response, body: (await response.json()) as Record<string, never> };
}

test('who was told what: the deliveries of a change, newest first, with purpose, state, attempts and last reply', async () => {
  const { response, body } = await get('/deliveries?event=345');
  expect(response.status).toBe(200);
  expect(body['data']).toMatchObject([
    { recipient: 'chie@example.com', purpose: 'event_cancelled', state: 'queued', attempts: 0, sequence: 1, last_reply: null },
    { recipient: 'ben@example.com', state: 'bounced', attempts: 1, last_reply: '550 5.1.1 no such user' },
    { recipient: 'ana@example.com', state: 'sent' },
  ]);
  const change = (body['data'] as unknown as { change_id: number }[])[0]?.change_id;
  const narrowed = await get(`/deliveries?change=${change}&state=queued&state=bounced&recipient=BEN@example.com`);
  expect(narrowed.body['data']).toHaveLength(1);
});

test('pages follow each other without a gap or a repeat', async () => {
  const seen: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page = (await get(`/deliveries?limit=2${cursor ? `&cursor=${cursor}` : ''}`)).body as unknown as {
      data: { id: number }[];
      next_cursor: string | null;
    };
    seen.push(...page.data.map((one) => one.id));
    cursor = page.next_cursor;
  }
  expect(seen).toEqual([...new Set(seen)].toSorted((a, b) => b - a));
  expect(seen).toHaveLength(3);
});

test('who does not know yet, and why: the sums are everybody (promise 6)', async () => {
  const { body } = await get('/events/345/unreached');
  expect(body).toMatchObject({
    event_id: 345,
    status: 'cancelled',
    people: 3,
    reached: 1,
    nothing_owed: 0,
    counts: { bounced: 1, queued: 1, not_written: 0 },
    next_cursor: null,
  });
  expect(body['unreached']).toMatchObject([
    { recipient: 'ben@example.com', why: 'bounced', state: 'bounced', attempts: 1, last_reply: '550 5.1.1 no such user' },
    { recipient: 'chie@example.com', why: 'queued', state: 'queued', attempts: 0, last_reply: null },
  ]);
});

test('who does not know yet comes in pages, each with all counts; a cursor of another list is none of its own', async () => {
  const { body: first } = await get('/events/345/unreached?limit=1');
  expect(first).toMatchObject({
    counts: { bounced: 1, queued: 1 },
    unreached: [{ recipient: 'ben@example.com' }],
    next_cursor: expect.any(String),
  });
  const { body: second } = await get(`/events/345/unreached?limit=1&cursor=${first['next_cursor']}`);
  expect(second).toMatchObject({ counts: { bounced: 1, queued: 1 }, unreached: [{ recipient: 'chie@example.com' }], next_cursor: null });
  const { body: list } = await get('/deliveries?limit=1');
  expect((await get(`/events/345/unreached?cursor=${list['next_cursor']}`)).response.status).toBe(400);
  expect((await get(`/deliveries?cursor=${first['next_cursor']}`)).response.status).toBe(400);
});

test('every answer is what the OpenAPI document says it is', async () => {
  const { body: document } = await get('/openapi.json', {});
  expect(document['openapi']).toBe('3.1.0');
  const described = openApi(document);
  const list = (await get('/deliveries')).body as unknown as { data: { id: number }[] };
  const asked = {
    '/deliveries': ['/deliveries', '/deliveries?state=lost'],
    '/deliveries/{id}': [`/deliveries/${list.data[0]?.id}`, '/deliveries/0'],
    '/events/{id}/unreached': [
      '/events/345/unreached',
      '/events/345/unreached?limit=1',
      '/events/345/unreached?limit=0',
      '/events/999999/unreached',
    ],
  };
  for (const [path, addresses] of Object.entries(asked)) {
    for (const address of addresses) {
      const response = await door.request(`/api/v1${address}`, { headers: key });
      expect([address, await described.faultsOf(`get /api/v1${path}`, response)]).toEqual([address, []]);
    }
  }
});

test.each([
  ['/deliveries', {}, 401],
  ['/deliveries', { authorization: 'Bearer nobody' }, 401],
  ['/deliveries', { authorization: 'Basic YTpi' }, 401],
  ['/deliveries?state=lost', key, 400],
  ['/deliveries?limit=0', key, 400],
  ['/deliveries?limit=1e3', key, 400],
  ['/deliveries?cursor=zzz', key, 400],
  ['/deliveries?color=red', key, 400],
  ['/events/345/unreached?limit=201', key, 400],
  ['/events/345/unreached?cursor=zzz', key, 400],
  ['/events/345/unreached?cursor=dTE', key, 400],
  ['/events/345/unreached?state=queued', key, 400],
  ['/deliveries/0', key, 404],
  ['/deliveries/99999999999999999999', key, 404],
  ['/deliveries/x', key, 404],
  ['/events/999999/unreached', key, 404],
  ['/nothing', key, 404],
])('%s with %j is a problem document: %i', async (path, headers, status) => {
  const { response, body } = await get(path, headers);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(body).toMatchObject({ status, type: expect.stringMatching(/^urn:adjourn:problem:/) });
});

test('another verb is 405 with Allow, and changes nothing', async () => {
  const response = await door.request('/api/v1/deliveries', { method: 'DELETE', headers: key });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe('GET, HEAD');
});

test("another tenant's ledger is an empty one, and its rows are missing ones", async () => {
  const stranger = await addTenant(demo.context, 'Elsewhere');
  await sql`update api_keys set tenant_id = ${stranger.id} where door = 'v1'`.execute(demo.db);
  expect((await get('/deliveries')).body['data']).toEqual([]);
  expect((await get('/events/345/unreached')).response.status).toBe(404);
  await sql`update api_keys set tenant_id = ${demo.tenant.id} where door = 'v1'`.execute(demo.db);
});

test('a demo key opens nothing once the demo is off', async () => {
  const closed = openDoor(v1, demo, { demo: false });
  expect((await closed.request('/api/v1/deliveries', { headers: key })).status).toBe(401);
});

test('issue 10: each key has its own requests a minute, told in every answer, wherever they come from', async () => {
  // A minute that nobody was counted in.
  demo.clock.advance({ minutes: 1 });
  const busy = openDoor(v1, demo);
  const from = (address: string) => busy.request('/api/v1/deliveries?limit=1', { headers: key, from: address });
  const [first] = [await from('192.0.2.1')];
  expect([first.headers.get('ratelimit-policy'), first.headers.get('ratelimit')]).toEqual([
    '"principal";q=600;w=60',
    '"principal";r=599;t=60',
  ]);
  // Who shows no key from there uses up nothing of it.
  await Promise.all(Array.from({ length: 301 }, () => busy.request('/api/v1/deliveries', { headers: {} })));
  const answers: Response[] = [];
  for (let batch = 0; batch < 6; batch += 1) answers.push(...(await Promise.all(Array.from({ length: 100 }, () => from('192.0.2.2')))));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
});

test('too many requests from one address: 429 with when to come back', async () => {
  demo.clock.advance({ minutes: 1 });
  const busy = openDoor(v1, demo);
  const answers = await Promise.all(Array.from({ length: 301 }, () => busy.request('/api/v1/deliveries', { headers: {} })));
  const refused = answers.filter((answer) => answer.status === 429);
  expect(refused).toHaveLength(1);
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
});
