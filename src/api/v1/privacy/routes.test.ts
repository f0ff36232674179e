import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { addTenant } from '../../../../test/harness/world.ts';
import { hashSecret } from '../../../crypto/secret.ts';
import { v1 } from '../routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
  const other = await addTenant(demo.context, 'Elsewhere');
  await sql`insert into api_keys (tenant_id, label, key_hash, door, scopes, created_at)
    values (${other.id}, 'Theirs', ${hashSecret('adj_theirs')}, 'v1', '{admin}', ${demo.clock.now()})`.execute(demo.db);
});
afterAll(() => demo.close());

async function ask(path: string, body?: object, key = 'adj_demo_admin') {
  const answer = await door.request(`/api/v1${path}`, {
    headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> & { detail?: string } };
}

test('issue 10: what is kept of a person is given and taken out by its address; another tenant’s person is nobody', async () => {
  const path = '/people-data?address=Ben@Example.com';
  expect((await ask(path, undefined, 'adj_theirs')).status).toBe(404);
  expect((await ask('/erasures', { address: 'ben@example.com', give_back_seats: true }, 'adj_theirs')).status).toBe(404);
  const kept = await ask(path);
  expect(kept).toMatchObject({ status: 200, body: { address: 'Ben@Example.com', also: [], names: ['Ben'] } });
  expect(Object.keys(kept.body['kept'] as object)).toContain('tickets');
  expect((await ask('/people-data?address=ben')).status).toBe(400);
  const refused = await ask('/erasures', { address: 'ben@example.com' });
  expect([refused.status, refused.body.detail]).toEqual([409, expect.stringContaining('“Site visit”')]);
  const done = await ask('/erasures', { address: 'ben@example.com', give_back_seats: true });
  expect(done).toMatchObject({ status: 200, body: { seats_given_back: 12, counts: { tickets: expect.any(Number) } } });
  expect((await ask(path)).status).toBe(404);
  expect((await ask('/erasures', { address: 'admin@example.org' })).status).toBe(409);
  expect(door.faults).toEqual([]);
});
