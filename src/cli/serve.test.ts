import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createDatabase } from '../../test/harness/database.ts';
import { becomes } from '../../test/harness/delivery.ts';
import { query } from '../../test/harness/crash-world.ts';
import { type RunningServer, startServer } from '../../test/harness/server.ts';
import { openLog, openServer } from '../compose.ts';
import { readConfig } from '../config.ts';

// One data directory through a life of starts and stops: making a database is what takes long.
let server: RunningServer;
beforeAll(async () => {
  server = await startServer({ LOG_LEVEL: 'debug' });
});
afterAll(() => server?.remove());

const again = async (environment: Record<string, string> = {}) => {
  await server.stop();
  server = await startServer({ DATA_DIR: server.dataDir, ...environment });
};

async function signIn(url: string): Promise<number> {
  const body = new URLSearchParams({ grant_type: 'password', username: 'mina@example.org', password: 'demo-password' });
  return (await fetch(`${url}/api/token`, { method: 'POST', body })).status;
}

test('a first start is ready, holds the demo and answers at every door', async () => {
  await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status, { timeout: 15_000 }).toBe(200);
  expect(await signIn(server.url)).toBe(200);
  const keys = { 'x-access-key-id': 'MBP-demo', 'x-access-key-secret': 'demo-secret' };
  const window = 'from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z';
  const answers = await Promise.all([
    fetch(`${server.url}/api/public/events/77`),
    fetch(`${server.url}/api/public/v2.0/calendars/12/events?${window}`, { headers: keys }),
    fetch(`${server.url}/public/calendar/processCancel`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }),
    fetch(`${server.url}/api/v1/openapi.json`),
    fetch(`${server.url}/portal/settings.json`),
    fetch(`${server.url}/mailbox`),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
});

test('every line of the log is one object, with request id and tenant, without secrets or addresses', async () => {
  const requests = () => server.lines.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ msg }) => msg === 'request');
  // A line is written after its answer.
  await expect.poll(requests).toContainEqual(expect.objectContaining({ route: '/api/public/events/:id', status: 200, tenant: 1 }));
  for (const one of requests()) expect(one).toMatchObject({ requestId: expect.stringMatching(/^[0-9a-f-]{36}$/), ms: expect.any(Number) });
  expect(server.lines.join('\n')).not.toMatch(/demo-password|demo-secret|@example|127\.0\.0\.1:\d+\/api|Bearer/);
});

test('a second server on the same data directory refuses in a sentence', async () => {
  await expect(startServer({ DATA_DIR: server.dataDir })).rejects.toThrow(
    /Another Adjourn server .* is using the data directory .*: stop it first/,
  );
});

test('SIGTERM takes no new request, finishes the one under way, stops the database and ends with 0', async () => {
  const { port } = new URL(server.url);
  const slow = await underWay(port);
  const stopped = server.stop();
  await expect.poll(() => refused(Number(port))).toBe(true);
  expect(server.process.exitCode).toBe(null);
  expect(await slow.finish()).toBe(400);
  expect(await stopped).toBe(0);
  expect(server.lines.at(-1)).toContain('"stopped"');
  await again();
});

test('Ctrl-C twice within a moment, as npm passes it on, is one; a later signal ends it at once', async () => {
  const stuck = await underWay(new URL(server.url).port);
  const started = performance.now();
  const ended = once(server.process, 'exit');
  const impatience = setInterval(() => server.process.kill('SIGINT'), 100);
  const [code] = await ended;
  clearInterval(impatience);
  // Later than a moment, but without the patience that the stuck request would get.
  expect(performance.now() - started).toBeGreaterThan(1_000);
  expect(performance.now() - started).toBeLessThan(4_000);
  expect(code).toBe(1);
  expect(server.lines.filter((line) => line.includes('"stopping"'))).toHaveLength(1);
  stuck.abandon();
  await again();
});

test('a database that dies is told by /readyz and brought back', async () => {
  const [file] = await query<{ pid: string }>(server.dataDir, `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) pid`);
  process.kill(Number(file!.pid), 'SIGKILL');
  const ready = async () => (await fetch(`${server.url}/readyz`)).json() as Promise<{ status: string; reasons?: string[] }>;
  await expect
    .poll(ready, { interval: 10 })
    .toMatchObject({ status: 'not ready', reasons: expect.arrayContaining([expect.stringContaining('database')]) });
  await expect.poll(ready, { timeout: 15_000 }).toEqual({ status: 'ready' });
  expect(await signIn(server.url)).toBe(200);
});

test('beyond loopback the demo and the mailbox are closed', async () => {
  await server.stop();
  const read = readConfig({ HOST: '0.0.0.0', DATA_DIR: server.dataDir, LOG_LEVEL: 'silent' });
  if ('faults' in read) throw new Error(read.faults.join());
  // Opened as it would be, but listening nowhere.
  const open = await openServer(read.config, openLog('silent'));
  expect(open).toMatchObject({ mailbox: false, demo: { accepted: false, empty: false } });
  await open.close();
  await again();
});

test('DEMO=off refuses the demo’s secrets', async () => {
  expect(await signIn(server.url)).toBe(200);
  await again({ DEMO: 'off' });
  expect(await signIn(server.url)).toBe(400);
});

test('issue 9 B12: outside of the demo nothing is called sent that only the development mailbox keeps: it waits, and that is said', async () => {
  await again({ DEMO: 'on', WORKERS: '0' });
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ user_id: '32', event_id: 'e7f8a9b0-c1d2-3456-e7f8-a9b0c1d23456' });
  await fetch(`${server.url}/public/calendar/processCancel`, { method: 'POST', headers, body });
  await again({ DEMO: 'off' });
  const reason = 'no mail server is set (SMTP_URL): deliveries wait';
  expect(server.lines.some((line) => line.includes(reason) && line.includes('"warn"'))).toBe(true);
  expect(await (await fetch(`${server.url}/readyz`)).json()).toEqual({ status: 'not ready', reasons: [reason] });
  const env = { PATH: process.env['PATH'], DATA_DIR: server.dataDir };
  const main = join(import.meta.dirname, 'main.ts');
  const explained = await promisify(execFile)(process.execPath, [main, 'explain', 'e7f8a9b0-c1d2-3456-e7f8-a9b0c1d23456'], { env });
  expect(explained.stdout).toContain('no mail server is set');
  expect(await query(server.dataDir, `select 1 from captured_mails`)).toEqual([]);
  expect(await query(server.dataDir, `select 1 from deliveries where purpose = 'event_cancelled' and state = 'sent'`)).toEqual([]);
  await again({ DEMO: 'on' });
  await becomes(
    () => query(server.dataDir, `select 1 from captured_mails`),
    (rows) => rows.length === 3,
  );
});

test('a taken port is told in a sentence', async () => {
  const database = await createDatabase();
  const environment = { DATABASE_URL: database.connectionString, SECRET_KEY: 'k'.repeat(32), PORT: new URL(server.url).port };
  await expect(startServer(environment)).rejects.toThrow('another program listens there; choose another PORT');
  await database.drop();
});

/** Whether nobody listens on a port of this machine any more. */
async function refused(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return false;
  } catch {
    return true;
  } finally {
    socket.destroy();
  }
}

/** A request that the server has begun to read and that is not whole yet; `finish` sends the rest and gives the status. */
async function underWay(port: string): Promise<{ finish(): Promise<number>; abandon(): void }> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': 19, expect: '100-continue' };
  const sent = request({ port, host: '127.0.0.1', path: '/api/token', method: 'POST', headers });
  sent.on('error', () => {});
  const answered = once(sent, 'response');
  answered.catch(() => {});
  sent.flushHeaders();
  await once(sent, 'continue');
  return {
    async finish() {
      sent.end('grant_type=password');
      const [{ statusCode }] = (await answered) as [{ statusCode: number }];
      return statusCode;
    },
    abandon: () => void sent.destroy(),
  };
}
