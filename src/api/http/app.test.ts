import { Hono } from 'hono';
import { Registry } from 'prom-client';
import { describe, expect, test } from 'vitest';
import { testClock } from '../../../test/harness/clock.ts';
import { type OpenDoorOptions, openDoor } from '../../../test/harness/door.ts';
import { seededRandom } from '../../../test/harness/random.ts';
import type { Context } from '../../operations/context.ts';
import { linkSigner } from '../../crypto/link-signer.ts';
import { openDatabase } from '../../postgres/database.ts';
import type { Door, DoorEnv } from './door.ts';
import type { Metrics } from './metrics.ts';

const context: Context = {
  // No request here reaches the database.
  db: openDatabase('postgres://127.0.0.1:9/none'),
  clock: testClock('2030-01-01T00:00:00Z'),
  random: seededRandom('app'),
  sealingKey: new Uint8Array(32),
  links: linkSigner(['the key of the tests']),
  wake: () => {},
};

const door: Door = ({ log }) => {
  const hono = new Hono<DoorEnv>();
  hono.get('/door/tickets/:id', (c) => {
    c.set('tenantId', 7);
    return c.json({ id: c.req.param('id'), from: c.get('clientAddress'), requestId: c.get('requestId') });
  });
  hono.get('/door/kept', (c) => c.text('kept', 200, { 'cache-control': 'max-age=60', 'content-security-policy': "default-src 'self'" }));
  hono.get('/door/fault', () => {
    throw new Error('broken');
  });
  hono.all('/door/*', (c) => c.text('door: no such thing', 404));
  hono.onError((error, c) => {
    log.fault(error, { requestId: c.get('requestId'), door: 'door' });
    return c.text('door: broken', 500);
  });
  return hono;
};

const open = (options: OpenDoorOptions = {}, one: Door = door) => openDoor(one, { context }, options);

describe('every request', () => {
  test('has an id that the server made, whatever the caller sent', async () => {
    const { request } = open();
    const init = { headers: { 'x-request-id': 'mine' } };
    const idOf = async (response: Response) => ((await response.json()) as { requestId: string }).requestId;
    const first = await idOf(await request('/door/tickets/1', init));
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(await idOf(await request('/door/tickets/1', init))).not.toBe(first);
  });

  test('counts as coming from its peer, and through a trusted proxy from whom that names', async () => {
    const init = { from: '10.0.0.1', headers: { 'x-forwarded-for': '203.0.113.9' } };
    expect(await (await open().request('/door/tickets/1', init)).json()).toMatchObject({ from: '10.0.0.1' });
    const proxied = open({ trustedProxies: ['10.0.0.0/8'] });
    expect(await (await proxied.request('/door/tickets/1', init)).json()).toMatchObject({ from: '203.0.113.9' });
  });

  test('leaves one line in the log: its route as declared, no id, no query, no address', async () => {
    const { request, lines } = open();
    await request('/door/tickets/9021?token=secret', { from: '203.0.113.9' });
    await request('/door/elsewhere/9021', { method: 'DELETE' });
    await request('/nowhere/9021');
    expect(lines).toMatchObject([
      { method: 'GET', door: 'door', route: '/door/tickets/:id', status: 200, tenant: 7 },
      { method: 'DELETE', door: 'door', route: '/door/*', status: 404 },
      { method: 'GET', door: 'http', status: 404 },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/9021|secret|203\.0/);
  });
});

describe('every answer', () => {
  test('may not be sniffed, framed, kept or told to others', async () => {
    for (const path of ['/door/tickets/1', '/door/fault', '/nowhere', '/healthz']) {
      const { headers } = await open().request(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('keeps what its door decided about caching and policy', async () => {
    const { headers } = await open().request('/door/kept');
    expect(headers.get('cache-control')).toBe('max-age=60');
    expect(headers.get('content-security-policy')).toBe("default-src 'self'");
  });

  test('tells browsers to keep to https only where the server is reached by it', async () => {
    expect((await open().request('/healthz')).headers.get('strict-transport-security')).toBeNull();
    expect((await open({ https: true }).request('/healthz')).headers.get('strict-transport-security')).toBe('max-age=15552000');
  });
});

describe('faults', () => {
  test('are answered by the door they happened in, and logged', async () => {
    const { request, faults } = open();
    const response = await request('/door/fault');
    expect([response.status, await response.text()]).toEqual([500, 'door: broken']);
    expect(faults).toMatchObject([{ message: 'broken' }]);
  });

  test('that a door lets out show nothing of themselves', async () => {
    const { request, faults } = open({}, () => {
      const hono = new Hono<DoorEnv>();
      hono.get('/loose', () => {
        throw new Error('secret detail');
      });
      return hono;
    });
    const response = await request('/loose');
    expect([response.status, await response.text()]).toEqual([500, 'Internal server error']);
    expect(faults).toHaveLength(1);
  });
});

test('a door that would catch every other door’s requests is refused', () => {
  const greedy: Door = () => new Hono<DoorEnv>().use('*', async (_c, next) => next());
  expect(() => open({}, greedy)).toThrow('claims every path');
});

describe('health', () => {
  test('/healthz answers as long as the process does', async () => {
    const response = await open({ readiness: async () => ['the database does not answer'] }).request('/healthz');
    expect([response.status, await response.json()]).toEqual([200, { status: 'alive' }]);
  });

  test('/readyz says whether work can be done, and why not', async () => {
    const ready = await open().request('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
    const reasons = ['the database does not answer', 'the worker has not started'];
    const not = await open({ readiness: async () => reasons }).request('/readyz');
    expect([not.status, await not.json()]).toEqual([503, { status: 'not ready', reasons }]);
  });

  test('/readyz?verbose says of every check how it stands', async () => {
    const checks = [{ name: 'mail server', ok: false, needed: false, says: 'nobody listens there' }];
    const ready = await open({ checks: async () => checks }).request('/readyz?verbose');
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready', checks }]);
  });
});

describe('/metrics', () => {
  const measured = (isToken: Metrics['isToken'] = null) => open({ metrics: { registry: new Registry(), isToken } });
  const here = { from: '127.0.0.1', headers: { host: 'localhost:3000' } };

  test('counts requests by door and by what came of them', async () => {
    const { request } = measured();
    for (const path of ['/door/tickets/1', '/door/tickets/2', '/door/fault', '/door/elsewhere', '/healthz']) await request(path);
    const said = await (await request('/metrics', here)).text();
    expect(said.split('\n').filter((line) => line.startsWith('adjourn_requests_total{'))).toEqual([
      'adjourn_requests_total{door="door",outcome="ok"} 2',
      'adjourn_requests_total{door="door",outcome="fault"} 1',
      'adjourn_requests_total{door="door",outcome="refused"} 1',
      'adjourn_requests_total{door="http",outcome="ok"} 1',
    ]);
    expect(said).toContain('adjourn_request_seconds_bucket{le="+Inf",door="door"} 4');
    expect(said).not.toContain('tickets');
  });

  test('is for this machine alone where there is no token: a proxy on it makes nobody local', async () => {
    const { request } = measured();
    expect((await request('/metrics', here)).status).toBe(200);
    expect((await request('/metrics', { ...here, from: '::1' })).status).toBe(200);
    expect((await request('/metrics', { ...here, from: '203.0.113.9' })).status).toBe(404);
    for (const headers of [
      { host: 'events.example.org' },
      { ...here.headers, 'x-forwarded-for': '203.0.113.9' },
      { ...here.headers, via: '1.1 a' },
    ])
      expect((await request('/metrics', { from: '127.0.0.1', headers })).status).toBe(404);
  });

  test('asks everybody for its token where there is one', async () => {
    const { request } = measured((shown) => shown === 'the-token');
    const bearer = (token: string) => ({ from: '203.0.113.9', headers: { authorization: `Bearer ${token}` } });
    expect((await request('/metrics', bearer('the-token'))).status).toBe(200);
    expect((await request('/metrics', bearer('another'))).status).toBe(401);
    expect((await request('/metrics', here)).headers.get('www-authenticate')).toBe('Bearer');
  });
});
