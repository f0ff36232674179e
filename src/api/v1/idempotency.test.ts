import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { beginRequest, forgetRepeats } from '../../operations/access/repeats.ts';
import { hashSecret } from '../../crypto/secret.ts';
import { v1 } from './routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
});
beforeEach(async () => {
  await sql`delete from webhooks`.execute(demo.db);
  await sql`delete from idempotency_keys`.execute(demo.db);
});
afterAll(() => demo.close());

const hook = { name: 'CRM', url: 'https://crm.example.net/hook', topics: ['created'] };

async function post(key: string, body: unknown = hook, { path = '/webhooks', as = 'adj_demo_admin', through = door } = {}) {
  const headers = { authorization: `Bearer ${as}`, 'content-type': 'application/json', 'idempotency-key': key };
  const answer = await through.request(`/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const text = await answer.text();
  return { status: answer.status, text, body: JSON.parse(text) as Record<string, string>, headers: answer.headers };
}

const webhooks = async () => (await sql`select from webhooks`.execute(demo.db)).rows.length;

test('issue 10: a repeat is given the answer of the first, the secret in it too, and does nothing', async () => {
  const first = await post('one');
  const again = await post('"one"');
  expect([again.status, again.text, await webhooks()]).toEqual([201, first.text, 1]);
  expect(first.body['secret']).toMatch(/^.{20,}$/);
  expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
  expect(again.headers.get('content-type')).toBe('application/json');
  // Kept so that nobody reads it who reads the table.
  const kept = await sql<{ row: string }>`select encode(answer_sealed, 'escape') || k::text as row from idempotency_keys k`.execute(
    demo.db,
  );
  expect(kept.rows[0]?.row).not.toMatch(new RegExp(`${first.body['secret']}|crm\\.example`));
});

test('issue 10: a key is of one request: another body or address with it is 422 and does nothing', async () => {
  const { body } = await post('two');
  for (const other of [await post('two', { ...hook, name: 'Other' }), await post('two', hook, { path: `/webhooks/${body['id']}/test` })]) {
    expect([other.status, other.body['type']]).toEqual([422, 'urn:adjourn:problem:idempotency-key-reused']);
  }
  expect(await webhooks()).toBe(1);
});

test('issue 10: keys of one program are none of another’s', async () => {
  await sql`insert into api_keys (tenant_id, label, key_hash, door, scopes, created_at)
    values (${demo.tenant.id}, 'Other', ${hashSecret('adj_other')}, 'v1', '{admin}', now())`.execute(demo.db);
  await post('three');
  expect((await post('three', { ...hook, name: 'Other' }, { as: 'adj_other' })).status).toBe(201);
  expect(await webhooks()).toBe(2);
});

test('issue 10: the same request at the same moment is worked on once; the others are told that it is, or given its answer', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => post('four')));
  expect(await webhooks()).toBe(1);
  expect(answers.filter(({ status, headers }) => status === 201 && !headers.has('idempotency-replayed'))).toHaveLength(1);
  for (const { status } of answers) expect([201, 409]).toContain(status);
});

test('issue 10: a request whose process died is worked on again after three minutes, and its late answer counts for nothing', async () => {
  const request = `POST /api/v1/webhooks\n${JSON.stringify(hook)}`;
  const dead = await beginRequest(demo.context, demo.tenant, { principal: 'key 2', key: 'five', request });
  if (dead.outcome !== 'first') throw new Error(dead.outcome);
  const meanwhile = await post('five');
  expect([meanwhile.status, meanwhile.body['type'], meanwhile.headers.get('retry-after')]).toEqual([
    409,
    'urn:adjourn:problem:idempotency-key-in-use',
    '5',
  ]);
  expect((await post('five', { ...hook, name: 'Other' })).status).toBe(422);
  demo.clock.advance({ minutes: 3, seconds: 1 });
  const worked = await post('five');
  expect([worked.status, await webhooks()]).toEqual([201, 1]);
  await dead.keep({ status: 201, headers: {}, body: '{}' });
  await dead.release();
  expect((await post('five')).text).toBe(worked.text);
});

test('issue 10: after a day the key is a new one, and what was kept is gone', async () => {
  await post('six');
  demo.clock.advance({ hours: 24, seconds: 1 });
  expect((await post('six', { ...hook, name: 'Tomorrow' })).status).toBe(201);
  await post('seven', { ...hook, name: 'Seven' });
  demo.clock.advance({ hours: 25 });
  await post('eight', { ...hook, name: 'Eight' });
  await forgetRepeats(demo.context);
  const kept = await sql<{ key: string }>`select key from idempotency_keys`.execute(demo.db);
  expect(kept.rows).toEqual([{ key: 'eight' }]);
});

test('issue 10: a refusal before anything was decided does not use a key up, nor does a fault; one that decided does', async () => {
  expect((await post('nine', { ...hook, name: ' ' })).status).toBe(400);
  const broken = openDoor(v1, {
    context: {
      ...demo.context,
      random: {
        ...demo.context.random,
        bytes: () => {
          throw new Error('no chance');
        },
      },
    },
  });
  expect((await post('nine', hook, { through: broken })).status).toBe(500);
  const { status, body } = await post('nine');
  expect([status, await webhooks()]).toEqual([201, 1]);
  await sql`update webhooks set status = 'paused'`.execute(demo.db);
  const test = { path: `/webhooks/${body['id']}/test` };
  expect((await post('ten', {}, test)).status).toBe(409);
  await sql`update webhooks set status = 'active'`.execute(demo.db);
  expect((await post('ten', {}, test)).status).toBe(409);
  expect((await post('eleven', {}, test)).status).toBe(202);
});

test('issue 10: a key that cannot be read is 400', async () => {
  for (const bad of ['', '""', 'a b', 'x'.repeat(201)]) {
    expect([bad, (await post(bad)).body['parameters']]).toMatchObject([bad, [{ name: 'Idempotency-Key' }]]);
  }
  expect(await webhooks()).toBe(0);
});
