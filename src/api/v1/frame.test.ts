import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addTenant } from '../../../test/harness/world.ts';
import { hashSecret } from '../../crypto/secret.ts';
import type { Scope } from '../../domain/access/scope.ts';
import { numberOfPublicId, publicIdOf } from '../../domain/public-id.ts';
import type { Credential } from './principal.ts';
import { v1 } from './routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
});
afterAll(() => demo.close());

const ask = (method: string, path: string, key = 'adj_demo_admin', from = door) =>
  from.request(`/api/v1${path}`, { method, headers: { authorization: `Bearer ${key}` } });

/** A key that may do this and no more. */
async function keyOf(...scopes: Scope[]): Promise<string> {
  const key = `adj_${scopes.join('_')}`;
  await sql`insert into api_keys (tenant_id, label, key_hash, door, scopes, created_at)
    values (${demo.tenant.id}, 'A key', ${hashSecret(key)}, 'v1', ${scopes}::text[], ${demo.clock.now()})`.execute(demo.db);
  return key;
}

type Operation = { security: { apiKey: Scope[] }[]; operationId: string };

test('issue 10: every operation takes the scope that its description names, and another opens nothing', async () => {
  const { paths } = (await (await ask('GET', '/openapi.json')).json()) as { paths: Record<string, Record<string, Operation>> };
  const wrong = await keyOf('check-ins:write');
  const seen: string[] = [];
  for (const [path, verbs] of Object.entries(paths)) {
    for (const [verb, { security, operationId }] of Object.entries(verbs)) {
      // Any of them will do; the first is named where all are missing.
      const [scope, ...others] = security.flatMap(({ apiKey }) => apiKey);
      if (!scope || [scope, ...others].includes('check-ins:write')) continue;
      const address = path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, '1');
      const refused = await ask(verb.toUpperCase(), address, wrong);
      expect([operationId, refused.status, await refused.json()]).toMatchObject([
        operationId,
        403,
        { type: 'urn:adjourn:problem:forbidden', scope, detail: expect.stringContaining(scope) },
      ]);
      seen.push(operationId);
    }
  }
  expect(seen).toEqual([...new Set(seen)]);
  expect(seen.length).toBeGreaterThan(15);
});

test('issue 10: a scope opens its own subject, writing includes reading, and admin all of it', async () => {
  const cases: [string, Scope, number][] = [
    ['/orders', 'orders:read', 200],
    ['/orders', 'orders:write', 200],
    ['/orders', 'admin', 200],
    ['/orders', 'webhooks:read', 403],
    ['/webhooks', 'webhooks:read', 200],
  ];
  for (const [path, scope, status] of cases) {
    expect([path, scope, await ask('GET', path, await keyOf(scope)).then((answer) => answer.status)]).toEqual([path, scope, status]);
    await sql`delete from api_keys where label = 'A key'`.execute(demo.db);
  }
});

test('issue 10: a public UUID stands for the number of its tenant’s own thing and of nothing else', async () => {
  const other = await addTenant(demo.context, 'Elsewhere');
  for (const id of [1, 345, 2 ** 53 - 1]) {
    const uuid = publicIdOf(demo.tenant, 'order', id);
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(numberOfPublicId(demo.tenant, 'order', uuid.toUpperCase())).toBe(id);
    expect([numberOfPublicId(demo.tenant, 'ticket', uuid), numberOfPublicId(other, 'order', uuid)]).toEqual([undefined, undefined]);
  }
  for (const bad of ['', 'x', '11111111-1111-4111-8111-111111111111']) expect(numberOfPublicId(demo.tenant, 'order', bad)).toBeUndefined();
  await sql`insert into orders (tenant_id, customer_id, state, currency, total, created_at, due_at, finished_at)
    values (${demo.tenant.id}, 64, 'expired', 'EUR', 1, now(), now(), now())`.execute(demo.db);
  const { data } = (await (await ask('GET', '/orders')).json()) as { data: { id: number; public_id: string }[] };
  const [first] = data;
  const byNumber = await (await ask('GET', `/orders/${first?.id}`)).json();
  expect(byNumber).toMatchObject({ state: 'expired', public_id: first?.public_id });
  expect(await (await ask('GET', `/orders/${first?.public_id}`)).json()).toEqual(byNumber);
  expect((await ask('GET', `/orders/${publicIdOf(other, 'order', first?.id ?? 0)}`)).status).toBe(404);
});

test('issue 10: every answer carries the number of its request, which the problem and the log name, too', async () => {
  for (const [path, key] of [
    ['/orders', 'adj_demo_admin'],
    ['/orders', 'x'],
    ['/nothing', 'x'],
    ['/orders/x', 'adj_demo_admin'],
  ] as const) {
    const answer = await ask('GET', path, key);
    const id = door.lines.at(-1)?.requestId;
    expect(answer.headers.get('x-request-id')).toBe(id);
    expect(((await answer.json()) as { request_id?: string }).request_id).toBe(answer.ok ? undefined : id);
  }
});

test('issue 10: which verbs a path has follows from what is registered; another one is 405 and says them', async () => {
  const { paths } = (await (await ask('GET', '/openapi.json')).json()) as { paths: Record<string, object> };
  for (const [path, operations] of Object.entries(paths)) {
    const refused = await ask('MOVE', path.replace('/api/v1', '').replaceAll(/\{\w+\}/g, '1'));
    const verbs = Object.keys(operations).flatMap((verb) => (verb === 'get' ? ['GET', 'HEAD'] : [verb.toUpperCase()]));
    expect([path, refused.status, refused.headers.get('allow')?.split(', ').toSorted()]).toEqual([path, 405, verbs.toSorted()]);
  }
});

test('issue 10: whoever may see some calendars sees nothing of the events of others, by number, UUID or notice', async () => {
  const of =
    (calendars: number[]): Credential =>
    async () => ({
      tenant: demo.tenant,
      actor: { kind: 'user', id: '1' },
      scopes: ['notices:read'],
      calendars,
    });
  const event = await sql<{ calendarId: number; publicId: string }>`select calendar_id, public_id from events where id = 345`.execute(
    demo.db,
  );
  const { calendarId, publicId } = event.rows[0]!;
  for (const [calendars, status] of [
    [[calendarId], 200],
    [[calendarId + 1], 404],
    [[], 404],
  ] as const) {
    const limited = openDoor((options) => v1(options, [of([...calendars])]), demo);
    for (const name of ['345', publicId]) expect((await ask('GET', `/events/${name}/unreached`, '', limited)).status).toBe(status);
    expect((await ask('GET', '/deliveries', '', limited)).status).toBe(400);
    const listed = await ask('GET', '/deliveries?event=345', '', limited);
    expect([listed.status, await listed.json()]).toMatchObject([200, { data: expect.any(Array) as unknown[] }]);
  }
});
