import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { addTenant } from '../../../../test/harness/world.ts';
import { publicIdOf } from '../../../domain/public-id.ts';
import type { Credential } from '../principal.ts';
import { v1 } from '../routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
});
beforeEach(async () => {
  await sql`delete from api_keys where door = 'v1' and id <> 2`.execute(demo.db);
});
afterAll(() => demo.close());

type Key = { id: number; public_id: string; secret: string; scopes: string[]; last_used_at: string | null; expires_at: string | null };
type Answer<Body = Key> = { status: number; body: Body };

async function call<Body = Key>(
  method: string,
  path: string,
  body?: unknown,
  key = 'adj_demo_admin',
  through = door,
): Promise<Answer<Body>> {
  const headers = { authorization: `Bearer ${key}`, ...(body !== undefined && { 'content-type': 'application/json' }) };
  const answer = await through.request(`/api/v1/api-keys${path}`, {
    method,
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as Body };
}
const make = async (given: object) => (await call('POST', '', { name: 'Till', ...given })).body;
const opens = async (key: string) => (await call('GET', '', undefined, key)).status !== 401;

test('issue 10: a key is made with the least scopes unless told, shows its secret once, and is kept as a hash', async () => {
  const made = await make({});
  expect(made).toMatchObject({ name: 'Till', scopes: ['events:read'], expires_at: null, last_used_at: null, previous_secret_until: null });
  expect(made.secret).toMatch(/^adj_[\w-]{43}$/);
  const { body } = await call<{ data: object[] }>('GET', '');
  expect(body.data).toMatchObject([
    { id: 2, scopes: ['admin'] },
    { id: made.id, public_id: publicIdOf(demo.tenant, 'api_key', made.id) },
  ]);
  expect(JSON.stringify(body)).not.toContain(made.secret);
  const kept = await sql<{ row: string }>`select k::text as row from api_keys k where id = ${made.id}`.execute(demo.db);
  expect(kept.rows[0]?.row).not.toContain(made.secret.slice(4));
  expect((await call('GET', `/${made.public_id}`)).body).toEqual({ ...made, secret: undefined });
});

test('issue 10: nobody makes, rotates or revokes a key that may do what they may not', async () => {
  const { secret, id } = await make({ scopes: ['people:write', 'orders:read'] });
  const mine = async (scopes: string[]) => (await call('POST', '', { name: 'Till', scopes }, secret)).status;
  expect([await mine(['orders:read']), await mine(['people:read']), await mine(['orders:write']), await mine(['admin'])]).toEqual([
    201, 201, 403, 403,
  ]);
  const refused = [
    await call<{ type: string; scope: string }>('POST', '/2/rotate', undefined, secret),
    await call<{ type: string; scope: string }>('DELETE', '/2', undefined, secret),
  ];
  for (const { status, body } of refused) {
    expect([status, body]).toMatchObject([403, { type: 'urn:adjourn:problem:forbidden', scope: 'admin' }]);
  }
  expect(await opens('adj_demo_admin')).toBe(true);
  expect((await call('DELETE', `/${id}`, undefined, secret)).status).toBe(204);
  expect(await opens(secret)).toBe(false);
});

test('issue 10: whoever may see to some calendars only makes no key, which would see to all', async () => {
  const limited: Credential = async () => ({ tenant: demo.tenant, actor: { kind: 'user', id: '1' }, scopes: ['admin'], calendars: [1] });
  const through = openDoor((options) => v1(options, [limited]), demo);
  expect((await call('POST', '', { name: 'Till' }, '', through)).status).toBe(403);
});

test('issue 10: after a rotation both secrets open until the overlap is over, and a third is none of them', async () => {
  const made = await make({ scopes: ['people:read'] });
  const rotated = (await call('POST', `/${made.public_id}/rotate`, { overlap_hours: 2 })).body;
  expect(rotated).toMatchObject({ id: made.id, previous_secret_until: demo.clock.now().add({ hours: 2 }).toString() });
  expect([await opens(made.secret), await opens(rotated.secret)]).toEqual([true, true]);
  demo.clock.advance({ hours: 2 });
  expect([await opens(made.secret), await opens(rotated.secret)]).toEqual([false, true]);
  const second = (await call('POST', `/${made.id}/rotate`)).body;
  const third = (await call('POST', `/${made.id}/rotate`, { overlap_hours: 1 })).body;
  expect([await opens(rotated.secret), await opens(second.secret), await opens(third.secret)]).toEqual([false, true, true]);
  expect((await call('DELETE', `/${made.id}`)).status).toBe(204);
  expect([await opens(second.secret), await opens(third.secret)]).toEqual([false, false]);
});

test('issue 10: last use is kept to the minute, with one write a minute', async () => {
  const { id, secret } = await make({ scopes: ['people:read'] });
  const used = async () => (await call('GET', `/${id}`)).body.last_used_at;
  const start = demo.clock.now();
  await opens(secret);
  expect(await used()).toBe(start.toString());
  const versions = async () =>
    (await sql<{ xmin: string }>`select xmin::text from api_keys where id = ${id}`.execute(demo.db)).rows[0]?.xmin;
  const written = await versions();
  demo.clock.advance({ seconds: 59 });
  await Promise.all([opens(secret), opens(secret)]);
  expect([await used(), await versions()]).toEqual([start.toString(), written]);
  demo.clock.advance({ seconds: 1 });
  await opens(secret);
  expect(await used()).toBe(start.add({ seconds: 60 }).toString());
});

test('issue 10: a key ends by itself where it was told to', async () => {
  const { secret } = await make({ scopes: ['people:read'], expires_at: demo.clock.now().add({ hours: 1 }).toString() });
  expect(await opens(secret)).toBe(true);
  demo.clock.advance({ hours: 1 });
  expect(await opens(secret)).toBe(false);
});

test.each<[string, string, unknown, number]>([
  ['POST', '', { name: 'Till', scopes: ['everything'] }, 400],
  ['POST', '', { name: 'Till', scopes: [] }, 400],
  ['POST', '', { name: ' ' }, 400],
  ['POST', '', { name: 'Till', expires_at: '2030-04-01T10:00:00Z' }, 400],
  ['POST', '', { name: 'Till', expires_at: 'tomorrow' }, 400],
  ['POST', '/2/rotate', { overlap_hours: 169 }, 400],
  ['POST', '/999/rotate', undefined, 404],
  ['DELETE', '/999', undefined, 404],
  ['DELETE', '/1', undefined, 404],
  ['GET', '/x', undefined, 404],
])('%s /api-keys%s with %j is %i and changes nothing', async (method, path, body, status) => {
  expect((await call(method, path, body)).status).toBe(status);
  expect((await call<{ data: object[] }>('GET', '')).body.data).toMatchObject([{ id: 2, previous_secret_until: null }]);
});

test("issue 10: another tenant's keys are missing ones", async () => {
  const { id, secret } = await make({ scopes: ['admin'] });
  const stranger = await addTenant(demo.context, 'Elsewhere');
  await sql`update api_keys set tenant_id = ${stranger.id} where id = ${id}`.execute(demo.db);
  const answers = [
    await call('GET', `/${id}`),
    await call('DELETE', `/${id}`),
    await call('POST', `/${id}/rotate`),
    await call('GET', '/2', undefined, secret),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  await sql`delete from api_keys where id = ${id}`.execute(demo.db);
});
