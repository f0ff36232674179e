import { isDeepStrictEqual } from 'node:util';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addEvent, ledgerOf, markSent } from '../../../test/harness/world.ts';
import { SETTINGS, type Setting } from '../../domain/tenants/settings.ts';
import { meetbit } from './routes.ts';

const BASE = '/api/public/v2.0';
const WINDOW = 'from=2030-01-01T00:00:00Z&to=2031-01-01T00:00:00Z';
const keysOf = (keyId: string) => ({ 'X-Access-Key-Id': keyId, 'X-Access-Key-Secret': 'demo-secret', 'Content-Type': 'application/json' });

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(meetbit, demo, { throttled: false });
});
afterAll(() => demo.close());

const call = (method: string, path: string, body?: unknown, keyId = 'MBP-demo') =>
  door.request(`${BASE}${path}`, { method, headers: keysOf(keyId), ...(body === undefined ? {} : { body: JSON.stringify(body) }) });

test('meetbit §1a §4c §12-25 §12-27 §12-28: eight routes and no other are below the prefix, and none answers 201, 204, 403 or 422', async () => {
  const { id } = await addEvent({ ...demo, calendarId: 12 });
  const events = `/calendars/12/events`;
  const asked = [
    ['GET', `${events}?${WINDOW}`],
    ['PATCH', `${events}/${id}`],
    ['POST', `${events}/${id}/cancel`],
    ['GET', `${events}/${id}`],
    ['POST', events],
    ['DELETE', `${events}/${id}`],
    ['POST', `${events}/${id}/reschedule`],
    ['POST', `${events}/${id}/reassign`],
    ['GET', '/calendars'],
    ['GET', '/calendars/12'],
    ['GET', '/users'],
    ['PATCH', '/users/1'],
    ['POST', '/customers'],
    ['POST', '/online_conferences'],
    ['PATCH', '/online_conferences/1'],
    ['GET', '/users/1'],
    ['POST', '/users'],
    ['GET', '/customers'],
    ['GET', '/online_conferences'],
    ['DELETE', '/online_conferences/1'],
    ['GET', '/clients'],
  ] as const;
  const statuses = [];
  for (const [method, path] of asked) {
    const keyId = /^\/(users|customers|online_conferences)/.test(path) ? 'MBP-desk' : 'MBP-demo';
    statuses.push((await call(method, path, method === 'GET' ? undefined : { cancel_note: 'x' }, keyId)).status);
  }
  expect(statuses).toEqual([200, 400, 200, 404, 404, 404, 404, 404, 404, 404, 200, 400, 400, 400, 404, 404, 404, 404, 404, 404, 404]);
  expect((await door.request(`/api/public/v2.1${events}?${WINDOW}`, { headers: keysOf('MBP-demo') })).status).toBe(404);
});

test('meetbit §3a §3e §12-15: a role that may read may not update or cancel, and is told so in the bare words', async () => {
  expect((await call('GET', `/calendars/12/events?${WINDOW}`, undefined, 'MBP-readonly')).status).toBe(200);
  for (const [method, path] of [
    ['PATCH', '/calendars/12/events/345'],
    ['POST', '/calendars/12/events/345/cancel'],
  ] as const) {
    const response = await call(method, path, { cancel_note: 'x' }, 'MBP-readonly');
    expect([response.status, await response.text()]).toEqual([401, 'Access denied.']);
  }
});

test('meetbit §4.1e §12-14: refusals are bare sentences in text/plain; charset=UTF-8, without quotes or a newline', async () => {
  const refusals = [
    await call('GET', `/calendars/12/events?${WINDOW}`, undefined, 'MBP-nobody'),
    await call('POST', '/calendars/12/events/345/cancel', {}, 'MBP-readonly'),
    await call('POST', '/calendars/12/events/999999/cancel', {}),
  ];
  for (const response of refusals) {
    expect(response.headers.get('content-type')).toBe('text/plain; charset=UTF-8');
    expect(await response.text()).toMatch(/^[A-Z][^"\n{]+\.$/);
  }
});

test('meetbit §5b: a client whose limit is set has that limit', async () => {
  const throttled = openDoor(meetbit, demo);
  const limitOf = async (keyId: string) =>
    (await throttled.request(`${BASE}/calendars/12/events?${WINDOW}`, { headers: keysOf(keyId) })).headers.get('RateLimit-Limit');
  expect(await limitOf('MBP-slow')).toBe('5');
  await sql`update clients set requests_per_second = 2 where id = (select client_id from access_keys where key_id = 'MBP-slow')`.execute(
    demo.db,
  );
  expect(await limitOf('MBP-slow')).toBe('2');
});

describe('the cancel mail', () => {
  const texts = ['always', 'on', 'off', '1', '429', 'signed_in', 'https://portal.example.net', '192.0.2.0/24'];
  /** Each setting there is at another value than its preset. */
  const changed = Object.entries<Setting<unknown>>(SETTINGS).map(([name, { preset, read }]) => {
    const other = texts.map(read).find((value) => value !== undefined && !isDeepStrictEqual(value, preset));
    if (other === undefined) throw new Error(`${name} has no other value here`);
    return { [name]: other };
  });

  test.each<object>([...changed, Object.assign({}, ...changed) as object])(
    'meetbit §8a §8c §12-10: goes to everybody of an event to come and of one that is over with %j',
    async (settings) => {
      await sql`update tenants set settings = ${JSON.stringify(settings)}::jsonb where id = ${demo.tenant.id}`.execute(demo.db);
      for (const hours of [0, -1_000]) {
        const event = await addEvent({ ...demo, calendarId: 12 });
        await markSent(demo, event.id);
        await sql`update events set starts_at = starts_at + ${hours} * interval '1 hour', ends_at = ends_at + ${hours} * interval '1 hour' where id = ${event.id}`.execute(
          demo.db,
        );
        expect((await call('POST', `/calendars/12/events/${event.id}/cancel`, { cancel_note: 'Room flooded' })).status).toBe(200);
        const told = (await ledgerOf(demo, event.id))
          .filter(({ purpose, state }) => purpose === 'event_cancelled' && state === 'queued')
          .map(({ recipient }) => recipient);
        expect(told.toSorted()).toEqual(['ana@example.com', 'ben@example.com', 'chie@example.com']);
      }
    },
  );
});
