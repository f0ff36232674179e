import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { addTenant } from '../../../../test/harness/world.ts';
import { joinWaitlist } from '../../../operations/waitlist/join-waitlist.ts';
import type { Buyer } from '../../../operations/orders/order-input.ts';
import { v1 } from '../routes.ts';

const mina: Buyer = {
  id: 64,
  email: 'mina@example.org',
  name: 'Mina',
  zone: 'Europe/Madrid',
  zoneSource: 'person',
  language: 'en',
  isMember: false,
};
const noor: Buyer = { ...mina, id: 65, email: 'noor@example.org', name: 'Noor', zone: 'Asia/Tokyo' };

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
  // Event 78 has two seats, both of type 502, and both are taken.
  for (const who of [mina, noor]) await joinWaitlist(demo.context, demo.tenant, 78, { customer: who, holder: who, ticketTypeId: null });
});
afterAll(() => demo.close());

async function call(method: string, path: string, body?: unknown) {
  const headers = { authorization: 'Bearer adj_demo_admin', 'content-type': 'application/json' };
  const given = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  const response = await door.request(`/api/v1/events/${path}`, { method, headers, ...given });
  const text = await response.text();
  return {
    status: response.status,
    body: (text === '' ? null : JSON.parse(text)) as Record<string, unknown> | null,
    type: response.headers.get('content-type'),
  };
}

const stored = async () =>
  (
    await sql`select e.capacity, t.capacity as of_type, e.revision, e.sequence from events e join ticket_types t on t.event_id = e.id where e.id = 78`.execute(
      demo.db,
    )
  ).rows[0];

test('who waits is seen in the order of the line; more seats, within event and type, are offered to them; who did it stands in the history', async () => {
  const waiting = await call('GET', '78/waitlist');
  expect(waiting.body).toMatchObject({
    data: [
      { email: 'mina@example.org', state: 'waiting', position: 1, customer_id: 64, ticket_type_id: null, offered_until: null },
      { email: 'noor@example.org', state: 'waiting', position: 2 },
    ],
    next_cursor: null,
  });
  expect(await call('PATCH', '78/capacity', { capacity: 5 })).toMatchObject({ status: 200, body: { capacity: 5, offered: 0 } });
  const offered = await call('PATCH', '78/ticket-types/502/capacity', { capacity: 3 });
  expect(offered).toMatchObject({ status: 200, body: { capacity: 3, offered: 1 } });
  expect(await call('PATCH', '78/ticket-types/502/capacity', { capacity: 3 })).toMatchObject({
    status: 200,
    body: { capacity: 3, offered: 0 },
  });
  const line = await call('GET', '78/waitlist');
  expect(line.body).toMatchObject({
    data: [
      {
        email: 'mina@example.org',
        state: 'offered',
        position: null,
        offered_type_id: 502,
        offered_until: demo.clock.now().add({ hours: 24 }).toString(),
      },
      { email: 'noor@example.org', state: 'waiting', position: 1 },
    ],
  });
  const changes =
    await sql`select kind, actor_kind || ' ' || actor_id as actor from changes where event_id = 78 and revision > 1 order by id`.execute(
      demo.db,
    );
  expect(changes.rows).toEqual(['capacity_changed', 'capacity_changed', 'seats_offered'].map((kind) => ({ kind, actor: 'key 2' })));
  expect(await stored()).toMatchObject({ sequence: 0 });
});

test('P6: who was offered a seat and does not know yet is among the unreached', async () => {
  expect((await call('GET', '78/unreached')).body).toMatchObject({
    people: 3,
    nothing_owed: 2,
    counts: { queued: 1 },
    unreached: [
      {
        ticket_id: null,
        entry_id: expect.any(Number),
        recipient: 'mina@example.org',
        why: 'queued',
        purpose: 'seat_offered',
        state: 'queued',
      },
    ],
  });
});

test('fewer seats than are taken or held are a conflict that says how many those are, and nothing changes', async () => {
  const before = await stored();
  for (const path of ['78/capacity', '78/ticket-types/502/capacity']) {
    const { status, type, body } = await call('PATCH', path, { capacity: 2 });
    expect([status, type, body?.['detail']]).toEqual([
      409,
      'application/problem+json',
      '3 seats are taken, 1 of them held by unpaid orders and offers: there cannot be fewer.',
    ]);
  }
  expect(await stored()).toEqual(before);
});

test('somebody can be taken out of the line; their held seat goes to the next; other states are read by name', async () => {
  const {
    data: [first],
  } = (await call('GET', '78/waitlist?limit=1')).body as { data: { id: number }[] };
  expect((await call('DELETE', `78/waitlist/${first?.id}`)).status).toBe(204);
  expect((await call('GET', '78/waitlist')).body).toMatchObject({ data: [{ email: 'noor@example.org', state: 'offered' }] });
  expect((await call('GET', '78/waitlist?state=withdrawn&state=declined')).body).toMatchObject({
    data: [{ id: first?.id, state: 'withdrawn', position: null }],
  });
  expect((await call('DELETE', `78/waitlist/${first?.id}`)).status).toBe(404);
});

test('no limit is null, and pages of the line follow each other without a gap or a repeat', async () => {
  expect(await call('PATCH', '77/capacity', { capacity: null })).toMatchObject({ status: 200, body: { capacity: null, offered: 0 } });
  await sql`insert into waitlist_entries (tenant_id, event_id, email, zone, zone_source, language, state, joined_at, updated_at)
    select 1, 79, 'ben+' || n || '@example.com', 'UTC', 'tenant', 'en', 'waiting', now(), now() from generate_series(1, 5) n`.execute(
    demo.db,
  );
  const seen: [string, number][] = [];
  for (let path: string | null = '79/waitlist?limit=2'; path !== null;) {
    const { data, next_cursor: next } = (await call('GET', path)).body as {
      data: { email: string; position: number }[];
      next_cursor: string | null;
    };
    seen.push(...data.map(({ email, position }): [string, number] => [email, position]));
    path = next === null ? null : `79/waitlist?limit=2&cursor=${next}`;
  }
  expect(seen).toEqual([1, 2, 3, 4, 5].map((n) => [`ben+${n}@example.com`, n]));
});

test.each<[string, string, unknown, number]>([
  ['PATCH', '78/capacity', {}, 400],
  ['PATCH', '78/capacity', { capacity: -1 }, 400],
  ['PATCH', '78/capacity', { capacity: 1.5 }, 400],
  ['PATCH', '78/capacity', { capacity: '50' }, 400],
  ['PATCH', '78/capacity', { capacity: 2_147_483_648 }, 400],
  ['PATCH', '78/capacity', { capacity: 50, seats: 50 }, 400],
  ['PATCH', '78/capacity', '{', 400],
  ['PATCH', '999999/capacity', { capacity: 50 }, 404],
  ['PATCH', '78/ticket-types/501/capacity', { capacity: 50 }, 404],
  ['PATCH', '78/ticket-types/x/capacity', { capacity: 50 }, 404],
  ['PATCH', '76/capacity', { capacity: 50 }, 409],
  ['POST', '78/capacity', { capacity: 50 }, 405],
  ['GET', '78/ticket-types/502/capacity', undefined, 405],
  ['GET', '999999/waitlist', undefined, 404],
  ['GET', '78/waitlist?state=lost', undefined, 400],
  ['GET', '78/waitlist?cursor=bzE', undefined, 400],
  ['DELETE', '78/waitlist/999999', undefined, 404],
  ['PATCH', '78/waitlist/1', {}, 405],
])('%s /events/%s with %j is a problem document: %i', async (method, path, body, status) => {
  const before = await stored();
  const answer = await call(method, path, body);
  expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
  expect(await stored()).toEqual(before);
});

test("another tenant's events have no seats to change and nobody who waits", async () => {
  const stranger = await addTenant(demo.context, 'Elsewhere');
  await sql`update api_keys set tenant_id = ${stranger.id} where door = 'v1'`.execute(demo.db);
  const [entry] = (await sql<{ id: number }>`select id from waitlist_entries where event_id = 78 and state = 'offered'`.execute(demo.db))
    .rows;
  const answers = [
    await call('PATCH', '78/capacity', { capacity: 9 }),
    await call('PATCH', '78/ticket-types/502/capacity', { capacity: 9 }),
    await call('GET', '78/waitlist'),
    await call('DELETE', `78/waitlist/${entry?.id}`),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  await sql`update api_keys set tenant_id = ${demo.tenant.id} where door = 'v1'`.execute(demo.db);
});
