import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addTenant } from '../../../test/harness/world.ts';
import { meetbit } from './routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(meetbit, demo, { throttled: false });
});
afterAll(() => demo.close());

const LIST = '/api/public/v2.0/calendars/12/events?from=2030-01-01T00:00:00Z&to=2031-01-01T00:00:00Z';
const pair = { 'X-Access-Key-Id': 'MBP-demo', 'X-Access-Key-Secret': 'demo-secret' };

const answer = async (headers: Record<string, string>, path = LIST, asked = door) => {
  const response = await asked.request(path, { headers });
  return [response.status, response.headers.get('content-type'), response.status === 200 ? '' : await response.text()];
};
const refused = [401, 'text/plain; charset=UTF-8', 'Invalid or missing access key.'];

describe('a key pair', () => {
  test('meetbit §2b: opens, whatever the case of its headers', async () => {
    expect(await answer({ 'x-access-key-id': 'MBP-demo', 'X-ACCESS-KEY-SECRET': 'demo-secret' })).toEqual([200, 'application/json', '']);
  });

  test.each([
    ['without either half', {}],
    ['without a secret', { 'X-Access-Key-Id': 'MBP-demo' }],
    ['without an id', { 'X-Access-Key-Secret': 'demo-secret' }],
    ['with an unknown id', { ...pair, 'X-Access-Key-Id': 'MBP-nobody' }],
    ['with an id in another case', { ...pair, 'X-Access-Key-Id': 'mbp-demo' }],
    ['with a wrong secret', { ...pair, 'X-Access-Key-Secret': 'demo-secret ish' }],
    ['with an empty secret', { ...pair, 'X-Access-Key-Secret': '' }],
    ['as a bearer token', { Authorization: 'Bearer demo-secret' }],
  ])('meetbit §2a §2d: %s is refused in the one sentence', async (_what, headers: Record<string, string>) => {
    expect(await answer(headers)).toEqual(refused);
  });

  test('meetbit §2d: that was revoked is refused', async () => {
    await sql`update access_keys set revoked_at = now() where key_id = 'MBP-slow'`.execute(demo.db);
    expect(await answer({ ...pair, 'X-Access-Key-Id': 'MBP-slow' })).toEqual(refused);
  });

  test('of the demo is refused once the demo is off', async () => {
    expect(await answer(pair, LIST, openDoor(meetbit, demo, { throttled: false, demo: false }))).toEqual(refused);
  });

  test("meetbit §1b: opens its own tenant's host and no other", async () => {
    await addTenant(demo.context, 'Pier Hall');
    await sql`update tenants set hosts = array['tenant' || id || '.example']`.execute(demo.db);
    expect(await answer({ ...pair, host: 'TENANT1.example:3000' })).toEqual([200, 'application/json', '']);
    expect(await answer({ ...pair, host: 'tenant2.example' })).toEqual(refused);
    expect(await answer({ ...pair, host: 'nobody.example' })).toEqual(refused);
    await sql`delete from tenants where id <> 1`.execute(demo.db);
  });
});

test('meetbit §12-28: below the prefix an unknown route is a missing object to somebody with a key, and 401 to everybody else', async () => {
  for (const path of ['/api/public/v2.0', '/api/public/v2.0/', '/api/public/v2.0/roles', '/api/public/v2.0/calendars/12/events/345']) {
    expect(await answer(pair, path)).toEqual([404, 'text/plain; charset=UTF-8', 'Resource object does not exist.']);
    expect(await answer({}, path)).toEqual(refused);
  }
});

test('meetbit §4d §4e §4f §12-29: every answer says which request it was, in our words and in the caller’s', async () => {
  const ids = async (headers: Record<string, string>) => {
    const response = await door.request(LIST, { headers });
    return [response.headers.get('x-process-id'), response.headers.get('x-request-id')];
  };
  const printable = String.fromCharCode(...Array.from({ length: 94 }, (_, index) => 0x21 + index));
  const [first, echoed] = await ids({ ...pair, 'X-Request-ID': printable });
  expect(echoed).toBe(printable);
  expect((await ids({ 'X-Request-ID': 'req 42/ä' }))[1]).toBe('req 42/');
  const [second, none] = await ids({});
  expect(none).toBeNull();
  expect(new Set([first, second, null]).size).toBe(3);
  expect((await ids({ 'X-Request-ID': `${'x'.repeat(199)}${'y'.repeat(5_000)}` }))[1]).toBe(`${'x'.repeat(199)}y`);
});
