import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/api/http/app.ts';
import { meetbit } from '../src/api/meetbit/routes.ts';
import { nexudus } from '../src/api/nexudus/routes.ts';
import { v1 } from '../src/api/v1/routes.ts';
import { zyntro } from '../src/api/zyntro/routes.ts';
import { portal } from '../src/portal/server/routes.ts';
import { isBuiltFile } from './harness/built-files.ts';
import { type TestDemo, openDemo } from './harness/demo.ts';
import { faultsOfAnswer } from './harness/judge.ts';
import { openNexudus } from './harness/nexudus.ts';
import { seededRandom } from './harness/random.ts';
import { startServer } from './harness/server.ts';

const REQUESTS = 50_000;
const WARM_UP = 10_000;
const DOORS = [meetbit, zyntro, nexudus, v1, portal({ root: join(import.meta.dirname, '../dist/portal'), mailbox: true })];

let demo: TestDemo;
let app: ReturnType<typeof createApp>;
let token: string;
const faults: unknown[] = [];
beforeAll(async () => {
  demo = await openDemo();
  app = createApp({
    context: demo.context,
    doors: DOORS,
    demo: true,
    throttled: false,
    trustedProxies: [],
    https: false,
    readiness: async () => [],
    log: { fault: (error) => void faults.push(error), request: () => {} },
  });
  token = await (await openNexudus({ demoWorld: demo })).signIn('mina@example.org');
});
afterAll(() => demo.close());

/** Every route of every door, as declared; Nexudus keeps its own in a table. */
function declaredRoutes(): [method: string, path: string][] {
  const table = readFileSync(join(import.meta.dirname, '../src/api/nexudus/routes.ts'), 'utf8');
  const own = [...table.matchAll(/^ {2}\['(\/[^']+)', '([A-Z]+)'/gm)].map(([, path = '', method = '']): [string, string] => [method, path]);
  const hono = app.routes
    .filter(({ path }) => !path.includes('*'))
    .map(({ method, path }): [string, string] => [method === 'ALL' ? 'POST' : method, path]);
  return [...new Map([...own, ...hono].map((route) => [route.join(' '), route])).values()];
}

// Nothing here names anything that exists: what is asked for must change nothing.
const IDS = [
  '0',
  '-1',
  '1e9',
  '01',
  '9007199254740993',
  '999999999',
  'x',
  '%00',
  '%ff',
  '%',
  '..',
  '%2e%2e%2f',
  "1'--",
  '\u{1f3ab}',
  'constructor',
  '__proto__',
  'a'.repeat(2_000),
  '11111111-1111-4111-8111-111111111111',
  'my',
  '',
];
const VALUES: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  1.5,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202e',
  'x'.repeat(5_000),
  [],
  {},
  [[[]]],
  { toString: 1 },
  ['a', null],
  "'; drop table events; --",
  '2030-02-30',
  '2030-05-01T14:00:00Z',
  'Europe/Nowhere',
  'ben@',
  '<script>',
  'https://[',
  'https://127.0.0.1/',
  '99999999999999999999',
];
const NAMES = [
  'api_key',
  'user_id',
  'event_id',
  'org_id',
  'member_id',
  'contact_id',
  'event_data',
  'new_date',
  'new_time',
  'target_timezone',
  'duration_minutes',
  'calendar_id',
  'schedule_id',
  'wh_name',
  'wh_endpoint',
  'wh_events',
  'wh_auth_type',
  'wh_auth_data',
  'token',
  'developer_secret',
  'search_string',
  'help',
  'cancel_note',
  'title',
  'start',
  'end',
  'attendees',
  'location',
  'body',
  'Basket',
  'basket',
  'EventAttendee',
  'FullName',
  'Email',
  'Id',
  'comment',
  'Rating',
  'grant_type',
  'refresh_token',
  'name',
  'url',
  'topics',
  'status',
  'department_id',
  'first_name',
  'middle_name',
  'last_name',
  'email',
  'timezone',
  'work_hours',
  'monday',
  'hour',
  'role',
  'contact_number',
  'address',
  'online_conference_account_id',
  'backer_event_id',
  'public_id',
  'is_public',
  'online_conference_attendees',
  'capacity',
  '__proto__',
  'constructor',
  '',
];
const QUERIES = [
  'from',
  'to',
  'with_trashed',
  'attribute',
  'operator',
  'value',
  'page_size',
  'page_number',
  'order_by',
  'order_direction',
  '_shape',
  '_depth',
  '_page',
  '_pageSize',
  '_orderBy',
  'showUpcoming',
  'pastEvents',
  'categoryId',
  'search',
  'start',
  'end',
  'id',
  'host',
  'token',
  'validForInMinutes',
  'coworkerId',
  'state',
  'cursor',
  'limit',
  'before',
  'recipient',
  'change',
  'event',
  'to[]',
];
const TYPES = [
  undefined,
  'application/json',
  'application/json; charset="',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'image/png',
  'x'.repeat(500),
  '/',
];
/** What no answer may hold: where code lies, what the database said, secrets and hashes. */
const LEAK =
  /node_modules|\.ts:\d+|\bat async\b|select .+ from |syntax error|violates|relation "|password_hash|secret_hash|argon2|\$argon|sealingKey|ECONN/i;
const leaks = (text: string): boolean => LEAK.test(text) && !isBuiltFile(text);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

function generator(seed: string) {
  const random = seededRandom(seed);
  let bytes = Buffer.alloc(0);
  let at = 0;
  const below = (limit: number): number => {
    if (at + 4 > bytes.length) [bytes, at] = [Buffer.from(random.bytes(4_096)), 0];
    at += 4;
    return bytes.readUInt32LE(at - 4) % limit;
  };
  const pick = <T>(from: readonly T[]): T => from[below(from.length)] as T;
  const junk = (depth: number): unknown =>
    depth === 0 || below(3) > 0 ? pick(VALUES) : Object.fromEntries(Array.from({ length: below(4) }, () => [pick(NAMES), junk(depth - 1)]));
  const object = () => Object.fromEntries(Array.from({ length: 1 + below(8) }, () => [pick(NAMES), junk(2)]));
  const query = () =>
    below(2)
      ? ''
      : `?${Array.from({ length: 1 + below(4) }, () => `${pick(QUERIES)}=${below(4) ? encodeURIComponent(textOf(pick(VALUES)).toWellFormed()) : pick(['%', '%00', '%ff', '&', '=', '%ED%A0%80'])}`).join('&')}`;
  const body = (): string => {
    switch (below(8)) {
      case 0:
        return pick(['', '{', '[', 'null', '"x"', '{"a":1,"a":2', '\u0000', '='.repeat(100), '[1]', '{}']);
      case 1:
        return '['.repeat(20_000);
      case 2:
        return new URLSearchParams(Object.entries(object()).map(([name, value]) => [name, String(JSON.stringify(value) ?? '')])).toString();
      case 3:
        return JSON.stringify(object()).slice(0, below(200));
      case 4:
        return below(40) ? JSON.stringify([object(), object()]) : 'x'.repeat(70_000);
      default:
        return JSON.stringify(object());
    }
  };
  return { below, pick, query, body };
}

async function counted(): Promise<unknown> {
  const tables = [
    'changes',
    'events',
    'tickets',
    'orders',
    'order_lines',
    'comments',
    'webhooks',
    'waitlist_entries',
    'outbox',
    'deliveries',
    'online_conferences',
    'conference_attendees',
    'customers',
    'users',
    'tenants',
  ];
  const counts = await sql<
    Record<string, number>
  >`select ${sql.join(tables.map((table) => sql`(select count(*) from ${sql.table(table)}) as ${sql.ref(table)}`))}`.execute(demo.db);
  return counts.rows[0];
}

function heapAfterCollection(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

test(
  '50,000 seeded malformed requests over all routes: no fault, nothing told that is ours, each in its door’s form, nothing changed, memory flat',
  { timeout: 300_000 },
  async () => {
    const routes = declaredRoutes();
    expect(routes.length).toBeGreaterThan(70);
    const { below, pick, query, body } = generator('malformed');
    const credentials: Record<string, string>[] = [
      {},
      { authorization: `Bearer ${token}` },
      { authorization: 'Bearer adj_demo_admin' },
      { 'x-access-key-id': 'MBP-demo', 'x-access-key-secret': 'demo-secret' },
      { 'x-access-key-id': 'MBP-desk', 'x-access-key-secret': 'demo-secret' },
      { authorization: 'Bearer x', 'x-access-key-id': '\u00ff', 'x-access-key-secret': ' ' },
      { authorization: 'Basic Og==', client_id: 'x'.repeat(3_000), 'x-request-id': 'x'.repeat(3_000) },
    ];
    const before = await counted();
    const asked = new Map<string, number>();
    const wrong: string[] = [];
    let heap = 0;
    for (let count = 0; count < REQUESTS; count += 1) {
      if (count === WARM_UP) heap = heapAfterCollection();
      const [declared, template] = pick(routes);
      asked.set(`${declared} ${template}`, (asked.get(`${declared} ${template}`) ?? 0) + 1);
      let path = template.replaceAll(/:\w+(\{[^}]*\})?/g, () => pick(IDS));
      if (below(12) === 0) path += pick(['/', '//', '/..', '/%00', '%', '/x', ';x', '.json']);
      if (below(12) === 0) path = path.toUpperCase();
      const method = below(4) ? declared : pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS']);
      const type = pick(TYPES);
      const headers = { ...pick(credentials), ...(type === undefined ? {} : { 'content-type': type }) };
      const given = method === 'GET' || method === 'HEAD' ? {} : { body: body() };
      const url = `http://127.0.0.1${path.startsWith('/') ? '' : '/'}${path}${query()}`;
      if (!URL.canParse(url)) continue;
      const response = await app.request(url, { method, headers, ...given }, { incoming: { socket: { remoteAddress: '192.0.2.1' } } });
      const text = await response.text();
      const what = `${method} ${url.slice(0, 200)} ${JSON.stringify(given).slice(0, 300)} answered ${response.status} ${text.slice(0, 200)}`;
      const misshapen = faultsOfAnswer(DOORS, method, url, { status: response.status, headers: response.headers, body: text });
      if (response.status >= 500 || leaks(text) || misshapen.length > 0) wrong.push([what, ...misshapen].join('\n'));
    }
    expect(wrong).toEqual([]);
    expect(faults).toEqual([]);
    expect(Math.min(...routes.map((route) => asked.get(route.join(' ')) ?? 0))).toBeGreaterThan(50);
    expect(await counted()).toEqual(before);
    expect((heapAfterCollection() - heap) / 1e6, 'megabytes more after 40,000 requests').toBeLessThan(16);
    const good = await app.request(
      'http://127.0.0.1/public/calendar/processCancel',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"user_id":"32","event_id":"e7f8a9b0-c1d2-3456-e7f8-a9b0c1d23456"}',
      },
      { incoming: { socket: { remoteAddress: '192.0.2.1' } } },
    );
    expect(await good.json()).toMatchObject({ status: 'success', data: { notifications_sent: 3 } });
  },
);

test('raw bytes that are no HTTP leave the server standing, and its answers right', { timeout: 60_000 }, async () => {
  const server = await startServer({ DEMO: 'on' });
  try {
    const { hostname, port } = new URL(server.url);
    const { pick, below } = generator('raw');
    const lines = [
      'GET / HTTP/1.1',
      'GET  HTTP/9.9',
      'POST /api/token HTTP/1.1',
      '\u0000\u0001\u0002',
      'GET /%00 HTTP/1.1',
      `GET /${'a'.repeat(20_000)} HTTP/1.1`,
      'PRI * HTTP/2.0',
      'CONNECT x:1 HTTP/1.1',
    ];
    const heads = [
      'Host: x',
      'Content-Length: -1',
      'Content-Length: 5\r\nContent-Length: 6',
      'Transfer-Encoding: chunked',
      `X: ${'y'.repeat(20_000)}`,
      ': empty',
      'Host',
      'Connection: close',
      'Expect: 100-continue',
    ];
    const tails = ['', '\r\n', 'zz\r\n', 'ffffffffffffffff\r\nx', '{"a":'];
    const attempt = async () => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {});
      socket.on('data', () => {});
      await once(socket, 'connect');
      socket.write(`${pick(lines)}\r\n${Array.from({ length: below(5) }, () => pick(heads)).join('\r\n')}\r\n\r\n${pick(tails)}`, 'latin1');
      if (below(2)) socket.destroy();
      else socket.end();
      await once(socket, 'close').catch(() => {});
    };
    for (let batch = 0; batch < 20; batch += 1) await Promise.all(Array.from({ length: 25 }, attempt));
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const cancelled = await fetch(`${server.url}/api/public/v2.0/calendars/12/events/345/cancel`, {
      method: 'POST',
      headers: { 'X-Access-Key-Id': 'MBP-demo', 'X-Access-Key-Secret': 'demo-secret', 'content-type': 'application/json' },
      body: '{"cancel_note":"Room flooded"}',
    });
    expect(cancelled.status).toBe(200);
  } finally {
    await server.stop();
    await server.remove();
  }
});
