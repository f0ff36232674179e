import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { addEvent } from '../../../../test/harness/world.ts';
import { v1 } from '../routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
});
afterAll(() => demo.close());

const call = (method: string, path: string, body?: unknown, key = 'adj_demo_admin') =>
  door.request(`/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
const hook = { name: 'CRM', url: 'https://crm.example.net/hook', topics: ['created', 'cancelled'] };

type Hook = { id: string; secret: string; status: string; topics: string[] };

async function make(): Promise<Hook> {
  const response = await call('POST', '/webhooks', hook);
  expect(response.status).toBe(201);
  return (await response.json()) as Hook;
}

test('meetbit §11a §11f: a webhook is made with 10 seconds to answer in, its secret shown once, changed, paused, given another secret, and removed', async () => {
  const made = await make();
  expect(made).toMatchObject({
    ...hook,
    dialect: 'meetbit',
    status: 'active',
    timeout_seconds: 10,
    secret: expect.stringMatching(/^whsec_/),
  });
  const read = await (await call('GET', `/webhooks/${made.id}`)).json();
  expect(read).not.toHaveProperty('secret');
  expect(await (await call('GET', '/webhooks')).json()).toMatchObject({ data: expect.arrayContaining([read]) });
  const changed = await call('PATCH', `/webhooks/${made.id}`, { status: 'paused', topics: ['updated'] });
  expect(await changed.json()).toMatchObject({ name: 'CRM', status: 'paused', topics: ['updated'] });
  const rotated = (await (await call('POST', `/webhooks/${made.id}/rotate-secret`)).json()) as Hook;
  expect(rotated.secret).toMatch(/^whsec_/);
  expect(rotated.secret).not.toBe(made.secret);
  expect((await call('DELETE', `/webhooks/${made.id}`)).status).toBe(204);
  expect((await call('GET', `/webhooks/${made.id}`)).status).toBe(404);
});

test('what became of its messages can be read', async () => {
  const made = await make();
  const event = await addEvent({ ...demo, calendarId: 12 });
  const listed = (await (await call('GET', `/webhooks/${made.id}/deliveries`)).json()) as { data: unknown[] };
  expect(listed.data).toMatchObject([{ event_id: event.id, topics: ['created'], state: 'queued', attempts: 0, last_status: null }]);
});

test.each<[unknown, string]>([
  [{ ...hook, url: 'http://crm.example.net' }, 'url'],
  [{ ...hook, url: 'https://a:b@crm.example.net' }, 'url'],
  [{ ...hook, url: 'https://10.1.2.3/hook' }, 'url'],
  [{ ...hook, topics: [] }, 'topics'],
  [{ ...hook, topics: ['everything'] }, 'topics'],
  [{ ...hook, name: '' }, 'name'],
  [{ ...hook, secret: 'mine' }, 'secret'],
])('meetbit §11a: %j is a problem that names the field', async (body, name) => {
  const response = await call('POST', '/webhooks', body);
  expect([response.status, response.headers.get('content-type')]).toEqual([400, 'application/problem+json']);
  expect(await response.json()).toMatchObject({ parameters: [{ name }] });
});

test.each(['\u0000', 'C\u0000M', 'CRM\ud83c', '\udf89', 'a\u001b[2Jb', 'a\r\nb'])(
  'issue 9 D20: %j in a name or URL is a problem and changes nothing',
  async (bad) => {
    const { id } = await make();
    const all = async () => (await call('GET', '/webhooks')).json();
    const before = await all();
    const name = { name: `${bad}x` };
    const url = { url: `https://crm.example.net/${bad}/hook` };
    for (const given of [name, url])
      for (const response of [await call('POST', '/webhooks', { ...hook, ...given }), await call('PATCH', `/webhooks/${id}`, given)]) {
        expect(response.status).toBe(400);
        expect(await response.json()).toMatchObject({ parameters: [{ name: Object.keys(given)[0] }] });
      }
    expect(await all()).toEqual(before);
  },
);

test('what is no JSON, what is too long and a fault are described problems', async () => {
  const { paths } = (await (await call('GET', '/openapi.json')).json()) as { paths: Record<string, { post?: { responses: object } }> };
  const described = Object.keys(paths['/api/v1/webhooks']?.post?.responses ?? {}).map(Number);
  const broken = openDoor(v1, {
    context: {
      ...demo.context,
      clock: {
        now: () => {
          throw new Error('secret cause');
        },
      },
    },
  });
  const send = (headers: Record<string, string>, body: string, to = door) =>
    to.request('/api/v1/webhooks', { method: 'POST', headers: { authorization: 'Bearer adj_demo_admin', ...headers }, body });
  const json = { 'content-type': 'application/json' };
  const answers = [
    await send({ 'content-type': 'text/plain' }, '{}'),
    await send(json, 'x'.repeat(70_000)),
    await send(json, JSON.stringify(hook), broken),
  ];
  expect(answers.map(({ status }) => status)).toEqual([415, 413, 500]);
  expect(described).toEqual(expect.arrayContaining([415, 413, 500]));
  expect(await answers[2]?.text()).not.toContain('secret cause');
  expect(broken.faults).toEqual([new Error('secret cause')]);
});

test('unreadable bodies, unknown ids, other verbs and other keys are problems, too', async () => {
  const unknown = '11111111-1111-4111-8111-111111111111';
  const answers = [
    await call('POST', '/webhooks', '{'),
    await call('PATCH', `/webhooks/${unknown}`, {}),
    await call('DELETE', `/webhooks/${unknown}`),
    await call('POST', `/webhooks/${unknown}/rotate-secret`),
    await call('GET', '/webhooks/x'),
    await call('PUT', '/webhooks', hook),
    await call('GET', '/webhooks', undefined, 'demo-api-key'),
    await call('POST', '/webhooks', { ...hook, name: 'n'.repeat(70_000) }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([400, 404, 404, 404, 404, 405, 401, 413]);
  for (const response of answers) expect(response.headers.get('content-type')).toBe('application/problem+json');
});

test('issue 9 A1: a tenant has as many webhooks as its setting says, and no more', async () => {
  await sql`update tenants set settings = settings || '{"maxWebhooks": 1}'`.execute(demo.db);
  await sql`delete from webhooks`.execute(demo.db);
  await make();
  const refused = await call('POST', '/webhooks', hook);
  expect([refused.status, await refused.json()]).toMatchObject([409, { detail: expect.stringContaining('There are 1 webhooks already') }]);
  expect((await sql`select from webhooks`.execute(demo.db)).rows).toHaveLength(1);

  await sql`delete from webhooks`.execute(demo.db);
  // Six connections stand before they are wanted, or making them would let one call after the other through.
  await Promise.all(Array.from({ length: 6 }, () => sql`select pg_sleep(0.05)`.execute(demo.db)));
  const atOnce = await Promise.all(Array.from({ length: 6 }, () => call('POST', '/webhooks', hook)));
  expect(atOnce.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
});
