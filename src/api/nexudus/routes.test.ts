import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';
import { createApp } from '../http/app.ts';
import { nexudus } from './routes.ts';

let client: NexudusClient;
let mina: string;
beforeAll(async () => {
  client = await openNexudus();
  mina = await client.signIn('mina@example.org');
});
afterAll(() => client.demo.close());

describe("the vendor's own examples, verbatim over a socket", () => {
  let server: ServerType;
  beforeAll(async () => {
    const { context } = client.demo;
    const { fetch } = createApp({
      context,
      doors: [nexudus],
      throttled: true,
      demo: true,
      trustedProxies: [],
      https: false,
      readiness: async () => [],
      log: { fault: (error) => void client.faults.push(error), request: () => {} },
    });
    await new Promise<void>((resolve) => {
      server = serve({ fetch, hostname: '127.0.0.1', port: 0 }, () => resolve());
    });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  /** Sends the example as printed (the token filled in) and gives back head and body of the answer. */
  async function say(example: string): Promise<{ head: string[]; body: string }> {
    const { port } = server.address() as AddressInfo;
    const [line, ...headers] = example.replace('{token}', mina).split('\n');
    const socket = connect(port, '127.0.0.1');
    socket.write([`${line} HTTP/1.1`, 'Host: localhost', 'Connection: close', ...headers, '', ''].join('\r\n'));
    let answer = '';
    for await (const chunk of socket) answer += String(chunk);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    return { head: head.split('\r\n'), body };
  }

  test.each([
    ['Send a ticket email', 'POST /api/public/events/my/9021/sendTicket\nAuthorization: Bearer {token}'],
    ['Cancel a ticket', 'DELETE /api/public/events/my/9021\nAuthorization: Bearer {token}'],
  ])('nexudus §7.2a §7.3a: %s → HTTP/1.1 200 OK, empty', async (_name, example) => {
    const { head, body } = await say(example);
    expect(head[0]).toBe('HTTP/1.1 200 OK');
    expect(head.map((line) => line.toLowerCase())).toContain('content-length: 0');
    expect(body).toBe('');
  });

  test('nexudus §11-7 §6a: 401 Unauthorized and 404 Not Found as the pages say', async () => {
    expect((await say('DELETE /api/public/events/my/9021')).head[0]).toBe('HTTP/1.1 401 Unauthorized');
    expect((await say('DELETE /api/public/events/my/9021\nAuthorization: Bearer {token}')).head[0]).toBe('HTTP/1.1 404 Not Found');
    expect((await say('POST /api/public/events/my/9021/sendTicket\nAuthorization: Bearer {token}')).head[0]).toBe('HTTP/1.1 404 Not Found');
  });
});

describe('paths and verbs (choice 29)', () => {
  test('nexudus §11-29: case and trailing slashes do not matter', async () => {
    for (const path of ['/API/PUBLIC/Events/MY', '/api/public/events/my/', '/Api/Public/events/my//']) {
      expect((await client.as(mina, 'GET', path)).status).toBe(200);
    }
    expect((await client.as(mina, 'POST', '/api/public/events/my/9022/SENDTICKET/')).status).toBe(200);
    expect((await client.request('/API/TOKEN/', { method: 'POST' })).status).toBe(400);
    for (const path of ['/EN/Events/', '/de/events', '/pt-BR/events']) expect((await client.request(path)).status).toBe(200);
  });

  test.each([
    ['GET', '/api/token', 'POST, OPTIONS'],
    ['POST', '/api/public/events/my', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/public/events/my/9022', 'DELETE, OPTIONS'],
    ['HEAD', '/api/public/events/my/9022', 'DELETE, OPTIONS'],
    ['GET', '/api/public/events/my/9022/sendTicket', 'POST, OPTIONS'],
    ['DELETE', '/api/public/events/77', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/api/public/coworkers/profiles', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/public/coworkers/profiles/current', 'PUT, OPTIONS'],
    ['GET', '/api/sys/users/exchange', 'POST, OPTIONS'],
    ['POST', '/api/public/events/77/product/501', 'GET, HEAD, OPTIONS'],
    ['POST', '/de/bookings/fullCalendarEvents', 'GET, HEAD, OPTIONS'],
  ])('nexudus §11-29: %s %s is 405 and says what goes', async (method, path, allow) => {
    const response = await client.as(mina, method, path);
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
  });

  test('nexudus §11-29: reading never changes anything: HEAD of a list is a GET without a body', async () => {
    const response = await client.as(mina, 'HEAD', '/api/public/events/my');
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  describe('pages of other origins (choice 27)', () => {
    const portal = 'https://portal.example.net';
    beforeAll(() =>
      sql`update tenants set settings = settings || ${JSON.stringify({ portalOrigins: [portal] })}::jsonb`.execute(client.demo.context.db),
    );
    const preflight = (origin: string, path = '/api/public/events/my/9022') =>
      client.request(path, { method: 'OPTIONS', headers: { Origin: origin, 'Access-Control-Request-Method': 'DELETE' } });
    const allowed = (response: Response) => response.headers.get('access-control-allow-origin');

    test('nexudus §11-27: an origin the tenant names may send the documented verbs and headers, and reads refusals, too', async () => {
      const { status, headers } = await preflight(portal);
      expect([status, headers.get('access-control-allow-origin'), headers.get('access-control-allow-methods')]).toEqual([
        204,
        portal,
        'GET,POST,PUT,DELETE,OPTIONS',
      ]);
      expect(headers.get('access-control-allow-headers')?.split(',')).toEqual([
        'Authorization',
        'Content-Type',
        'client_id',
        'X-Use-Timezone',
        'nx-app-version',
      ]);
      expect(headers.get('access-control-allow-credentials')).toBeNull();
      for (const [token, expected] of [
        [mina, 200],
        ['none', 401],
      ] as const) {
        const read = await client.as(token, 'GET', '/api/public/events/my', { headers: { Origin: portal } });
        expect([read.status, allowed(read), read.headers.get('vary')]).toEqual([expected, portal, 'Origin']);
      }
    });

    test('nexudus §11-27: any other origin learns the verbs and is not let in', async () => {
      for (const origin of ['https://elsewhere.example', 'http://portal.example.net', `${portal}.example`, 'null', '']) {
        const response = await preflight(origin);
        expect([response.status, response.headers.get('allow'), allowed(response)]).toEqual([200, 'DELETE, OPTIONS', null]);
      }
      const read = await client.as(mina, 'GET', '/api/public/events/my', { headers: { Origin: 'https://elsewhere.example' } });
      expect([read.status, allowed(read)]).toEqual([200, null]);
    });
  });

  test('what is no route below our prefixes is 404 in our form; what is not below them is not ours', async () => {
    for (const path of [
      '/api/public',
      '/api/public/',
      '/api/public/event',
      '/api/public/events/77/other',
      '/api/token/other',
      '/api/public/events/my/9022/sendticket/x',
      '/api/sys',
      '/api/sys/users',
      '/en',
      '/en/',
      '/EN/other',
      '/API/PUBLIC/../public/nothing',
    ]) {
      expect(await bytesOf(await client.request(path))).toEqual({
        status: 404,
        type: 'application/json',
        body: '{"Message":"There is nothing at this address."}',
      });
    }
    for (const path of [
      '/api',
      '/api/v1/deliveries',
      '/api/publicity',
      '/api/tokens',
      '/api/system',
      '/english',
      '/de/anything',
      '/events/77',
      '/de-at/x',
    ]) {
      expect((await client.request(path)).headers.get('content-type')).not.toContain('application/json');
    }
  });

  test('the log names the route, never the id, the query or the caller', () => {
    expect(new Set(client.lines.map(({ route }) => route))).toContain('/api/public/events/my/:id');
    expect(JSON.stringify(client.lines)).not.toMatch(/9022|192\.0\.2|_shape/);
    expect(client.lines.some(({ tenant }) => tenant === 1)).toBe(true);
  });
});

describe('bad traffic', () => {
  test('a body over 64 KiB is 413 in our form, announced or not, on every route; 64 KiB are read', async () => {
    const body = 'x'.repeat(64 * 1024 + 1);
    const chunked = () =>
      new ReadableStream({ start: (controller) => (controller.enqueue(new TextEncoder().encode(body)), controller.close()) });
    const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
    for (const init of [
      { body, headers: { ...form, 'Content-Length': String(body.length) } },
      { body, headers: form },
      { body: chunked(), duplex: 'half' as const, headers: form },
    ]) {
      const response = await client.request('/api/token', { method: 'POST', ...init });
      expect([response.status, await response.json()]).toEqual([413, { Message: expect.any(String) }]);
    }
    expect((await client.as(mina, 'DELETE', '/api/public/events/my/9022', { body })).status).toBe(413);
    expect((await client.request('/api/token', { method: 'POST', headers: form, body: body.slice(1) })).status).toBe(400);
  });

  test.each([
    ['/api/token', { error: 'unsupported_grant_type', error_description: 'The request body could not be read.' }],
    [
      '/en/events/newComment',
      { WasSuccessful: false, Status: 400, Message: 'The request body could not be read.', Value: null, Errors: [] },
    ],
    [
      '/api/public/events/77/joinWaitingList',
      { WasSuccessful: false, Status: 400, Message: 'The request body could not be read.', Value: null, Errors: [] },
    ],
  ])('nexudus §3.1f §11-8: a body to %s that breaks off is a bad request in the form of its route, not a fault', async (path, refusal) => {
    const form = { 'Content-Type': 'application/x-www-form-urlencoded', Authorization: `Bearer ${mina}` };
    for (const headers of [form, { ...form, 'Content-Length': '10' }]) {
      const body = new ReadableStream({ pull: (controller) => controller.error(new Error('the client went away')) });
      const response = await client.request(path, { method: 'POST', body, duplex: 'half', headers });
      expect([response.status, await response.json()]).toEqual([400, refusal]);
    }
  });

  test('3,000 seeded malformed requests are each refused in our form, none is a fault, and nothing changes', async () => {
    const pieces = [
      '/api/token',
      '/users/exchange',
      '/users/token/refresh',
      '/businesses/getByHost',
      '?host=',
      '?token=',
      '/product/501',
      '/newComment',
      '/basket/CreateInvoice',
      '/checkout/basket/preview',
      '/bookings/fullCalendarEvents',
      '?start=',
      '&end=',
      '/feed.ics',
      '/getsmallimage',
      '?id=',
      '_depth=',
      '/profile',
      '/configuration',
      '/api/public',
      '/events',
      '/my',
      '/9022',
      '/sendTicket',
      '/coworkers/profiles',
      '/%00',
      '/%',
      '/%ff',
      '/..',
      '//',
      '/-1',
      '/1e9',
      '/9007199254740993',
      '/\u{1F3AB}',
      '?_shape=',
      '&_page=',
      '?showUpcoming=',
      '%27;--',
      '__proto__.x',
      ',,,..',
      '&_orderBy=constructor',
      '[]=',
      'null',
      '\u0000',
      'a'.repeat(3_000),
    ];
    const headers: Record<string, string>[] = [
      {},
      { Authorization: 'Bearer' },
      { Authorization: `Bearer ${mina}` },
      { Authorization: `bearer ${mina}, x` },
      { Authorization: 'Basic Og==' },
      { 'Content-Type': 'application/json' },
      { 'Content-Type': 'application/x-www-form-urlencoded; charset="' },
      { client_id: '\u00e9'.repeat(300) },
      { 'Content-Length': '-1' },
    ];
    const bodies = [
      undefined,
      '',
      '{',
      '{"Id":77,"comment":"\\u0000\\ud800"}',
      '[{"type":"event","EventAttendee":{"CalendarEventId":1e308,"EventProductId":"\\u0000"}}]',
      '{"__proto__":[],"basket":{}}',
      'grant_type=password&username=%00&password=%',
      'grant_type=password&username=%ED%A0%80',
      '\u0000',
      '=&=&=',
      `grant_type=password&username=${'%'.repeat(3_000)}`,
    ];
    const { random } = client.demo.context;
    const pick = <T>(from: readonly T[]): T => from[(random.bytes(1)[0] ?? 0) % from.length] as T;
    for (let count = 0; count < 3_000; count++) {
      const path = `${pick(['/api/public', '/api/public', '/api/token', '/api/sys', '/en', '/en/events', '/de'])}${Array.from({ length: (random.bytes(1)[0] ?? 0) % 5 }, () => pick(pieces)).join('')}`;
      const method = pick(['GET', 'GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'PATCH']);
      const body = method === 'GET' || method === 'HEAD' ? undefined : pick(bodies);
      const response = await client.request(path, { method, headers: pick(headers), ...(body === undefined ? {} : { body }) });
      expect(response.status, `${method} ${path}`).toBeLessThan(500);
      const isOurs = /^\/(api\/(public|sys|token)|en)(\/|$)/.test(new URL(path, 'http://localhost').pathname);
      const mustTell = isOurs && response.status >= 400 && method !== 'HEAD';
      expect(!mustTell || response.headers.get('content-type') === 'application/json', `${method} ${path}`).toBe(true);
    }
    expect(client.faults).toEqual([]);
    const my = await client.as(mina, 'GET', '/api/public/events/my?_shape=TotalItems');
    expect(await my.json()).toEqual({ TotalItems: 3 });
  });

  test('a fault is told by its request id alone', async () => {
    const { context } = client.demo;
    const broken = {
      ...context,
      clock: {
        now: () => {
          throw new Error('secret detail');
        },
      },
    };
    const faulty = await openNexudus({ demoWorld: { ...client.demo, context: broken } });
    const response = await faulty.as(mina, 'GET', '/api/public/events/my');
    expect([response.status, await response.json()]).toEqual([
      500,
      { Message: expect.stringMatching(/^Something went wrong on our side\. Request: [0-9a-f-]{36}$/) },
    ]);
    expect(faulty.faults).toEqual([new Error('secret detail')]);
  });
});

describe('throttled', () => {
  test('nexudus §6d §6e: the 61st write and the 121st request of a minute are 409 with Retry-After and no body, for this user alone', async () => {
    const throttled = await openNexudus({ demoWorld: client.demo, throttled: true });
    const noor = await throttled.signIn('noor@example.org');
    const statuses = async (count: number, method: string, token: string) => {
      const seen = new Map<number, number>();
      for (let index = 0; index < count; index++) {
        const { status } = await throttled.as(token, method, '/api/public/events/my/1');
        seen.set(status, (seen.get(status) ?? 0) + 1);
      }
      return Object.fromEntries(seen);
    };
    expect(await statuses(61, 'DELETE', mina)).toEqual({ 404: 60, 409: 1 });
    const reads = await Promise.all(Array.from({ length: 60 }, () => throttled.as(mina, 'GET', '/api/public/coworkers/profiles')));
    const late = reads.find(({ status }) => status === 409);
    expect(reads.filter(({ status }) => status === 200)).toHaveLength(59);
    expect([late?.headers.get('retry-after'), await late?.text()]).toEqual(['60', '']);
    expect((await throttled.as(noor, 'DELETE', '/api/public/events/my/1')).status).toBe(404);
    client.demo.clock.advance({ minutes: 1 });
    expect((await throttled.as(mina, 'DELETE', '/api/public/events/my/1')).status).toBe(404);
  });

  test('strangers are counted by address, a whole IPv6 /64 as one', async () => {
    const throttled = await openNexudus({ demoWorld: client.demo, throttled: true });
    const ask = async (from: string) => (await throttled.request('/api/public/events/77', { from })).status;
    for (let index = 0; index < 120; index++) expect(await ask(`2001:db8::${index.toString(16)}`)).toBe(200);
    expect([await ask('2001:db8::ffff'), await ask('2001:db8:0:1::1'), await ask('192.0.2.7')]).toEqual([409, 200, 200]);
  });

  test('nexudus §11-28: a tenant that has set it is answered 429, with the same Retry-After and no body', async () => {
    const { db } = client.demo;
    await sql`update tenants set settings = settings || '{"throttleStatus": 429}'`.execute(db);
    const throttled = await openNexudus({ demoWorld: client.demo, throttled: true });
    const answers = await Promise.all(Array.from({ length: 121 }, () => throttled.request('/api/public/configuration')));
    const late = answers.find(({ status }) => status !== 200);
    expect([late?.status, late?.headers.get('retry-after'), await late?.text()]).toEqual([429, '60', '']);
    await sql`update tenants set settings = settings - 'throttleStatus'`.execute(db);
  });
});
