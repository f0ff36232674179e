import { execFile, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { type Target, plantTargets, query } from './harness/crash-world.ts';
import { becomes } from './harness/delivery.ts';
import { type RunningServer, startServer } from './harness/server.ts';
import { type SmtpServer, at, startSmtpServer } from './harness/smtp.ts';

/* The worker of `adjourn serve` is a thread of its own: what becomes of its mails and its lease when the server ends. */

let smtp: SmtpServer;
let server: RunningServer;
let meetings: Target[];
beforeAll(async () => {
  smtp = await startSmtpServer();
  server = await startServer({ SMTP_URL: smtp.url, DEMO: 'on' });
  meetings = (await plantTargets(server.dataDir, 10, '')).filter(({ path }) => path.endsWith('processCancel'));
});
afterAll(async () => {
  await server?.stop();
  await smtp?.close();
  await rm(server.dataDir, { recursive: true, force: true });
});
beforeEach(async () => {
  smtp.behave(() => 'accept');
  await becomes(
    () => fetch(`${server.url}/readyz`),
    ({ ok }) => ok,
  );
});

const again = async () => {
  server = await startServer({ SMTP_URL: smtp.url, DEMO: 'on', DATA_DIR: server.dataDir });
};

type Line = { msg: string };

function logged(msg: string): Line[] {
  return server.lines.map((line) => JSON.parse(line) as Line).filter((line) => line.msg === msg);
}

/** Calls off the next planted meeting: three mails. */
async function cancelNext(): Promise<void> {
  const { path, init } = meetings.shift()!;
  expect(await (await fetch(server.url + path, init)).json()).toMatchObject({ status: 'success' });
}

/** Every message so far, each as often as it came. */
function messages(): string[] {
  return smtp.received.map(({ raw }) => /^Message-ID: (.+)/im.exec(raw.toString('latin1'))?.[1] ?? 'none');
}

/** How many different messages were taken; the rest are repeats, which SMTP allows after a kill alone. */
const served = () => new Set(messages()).size;
const repeats = () => messages().length - served();

const reached = (wanted: string) => smtp.moments.filter(({ stage }) => stage === wanted).length;

const held = () => query(server.dataDir, `select id from deliveries where state = 'sending'`);

test.runIf(process.platform === 'linux')('issue 8: under load calls go first: the worker’s thread, and no other, is nice', () => {
  const nices = spawnSync('ps', ['-L', '-o', 'ni=', '-p', String(server.process.pid)], { encoding: 'utf8' })
    .stdout.trim()
    .split(/\s+/)
    .map(Number);
  const own = Number(spawnSync('ps', ['-o', 'ni=', '-p', String(server.process.pid)], { encoding: 'utf8' }).stdout);
  expect(nices.filter((nice) => nice !== own)).toEqual([Math.min(19, own + 5)]);
});

/** What a process says of itself, by the name and the labels of each figure. */
async function metricsOf(url: string): Promise<Map<string, number>> {
  const said = await (await fetch(`${url}/metrics`)).text();
  const lines = said.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

const LOST = 'adjourn_attempts_total{outcome="lost"}';
const SENT = 'adjourn_attempts_total{outcome="sent"}';

test('issue 10: a dead mail server is told once when it goes and once when it is back, in the log, /readyz?verbose and /metrics', async () => {
  const before = served();
  const health = async () => {
    const answer = await fetch(`${server.url}/readyz?verbose`);
    return { ok: answer.ok, ...((await answer.json()) as { checks: { name: string; says: string }[] }) };
  };
  const mailServer = async () => (await health()).checks.find(({ name }) => name === 'mail server');
  expect(await mailServer()).toEqual({ name: 'mail server', ok: true, needed: false, says: 'ok' });
  smtp.behave(at('connect', 'drop'));
  await cancelNext();
  await expect
    .poll(mailServer, { timeout: 15_000 })
    .toMatchObject({ ok: false, says: expect.stringMatching(/^it has been of no use for \d+ seconds, mails wait: the connection breaks/) });
  expect(await health()).toMatchObject({ ok: true, status: 'ready' });
  const away = await metricsOf(server.url);
  expect(away.get('adjourn_mail_server_usable')).toBe(0);
  expect(away.get(LOST)).toBeGreaterThan(0);
  smtp.behave(() => 'accept');
  await expect.poll(served, { timeout: 15_000 }).toBe(before + 3);
  await expect.poll(mailServer, { timeout: 15_000 }).toMatchObject({ ok: true });
  const told = server.lines
    .map((line) => JSON.parse(line) as Line & { level: string })
    .filter(({ msg }) => msg.startsWith('the mail server'));
  expect(told).toMatchObject([
    { level: 'warn', msg: expect.stringContaining('cannot be used') },
    { level: 'warn', msg: expect.stringContaining('takes mail again') },
  ]);
  await expect.poll(async () => (await metricsOf(server.url)).get(SENT), { timeout: 15_000 }).toBe(3);
});

/** A command beside the server, which goes on meanwhile. */
function adjourn(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env['PATH'], DATA_DIR: server.dataDir, SMTP_URL: smtp.url };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(import.meta.dirname, '../src/cli/main.ts'), ...words], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

type Checks = { checks: { check: string; facts: Record<string, unknown>; findings: { name: string }[] }[] };

test('issue 10: adjourn doctor finds nothing to mend beside a server that is well, and the server finds the same of itself', async () => {
  // How full this machine's disk is is its own affair.
  const found = ({ checks }: Checks) => checks.flatMap(({ check, findings }) => (check === 'disk' ? [] : findings));
  const { code, out } = await adjourn('doctor', '--json');
  const beside = JSON.parse(out) as Checks;
  expect(found(beside)).toEqual([]);
  expect(code).toBe(beside.checks.some(({ findings }) => findings.length > 0) ? 1 : 0);
  const headers = { authorization: 'Bearer adj_demo_admin' };
  const own = (await (await fetch(`${server.url}/api/v1/doctor`, { headers })).json()) as Checks;
  expect([own.checks.map(({ check }) => check), found(own)]).toEqual([beside.checks.map(({ check }) => check), []]);
});

test('issue 10: adjourn mail test hands one real mail over and shows every step of the conversation', async () => {
  const before = smtp.received.length;
  const sent = await adjourn('mail', 'test', 'ben@example.com');
  expect([sent.code, sent.err]).toEqual([0, '']);
  for (const step of [
    '< 220 ',
    '> EHLO ',
    '> MAIL FROM:<events@harbour-loft.example>',
    '> RCPT TO:<ben@example.com>',
    '> DATA',
    'Taken: 250 ',
  ])
    expect(sent.out).toContain(step);
  expect(smtp.received.slice(before)).toMatchObject([{ from: 'events@harbour-loft.example', to: ['ben@example.com'] }]);
  smtp.behave(at('rcpt', { code: 550, text: '5.7.1 relaying denied' }));
  expect(await adjourn('mail', 'test', 'ben@example.com')).toMatchObject({
    code: 1,
    out: expect.stringContaining('< 550 5.7.1 relaying denied'),
    err: expect.stringContaining('Not taken: 550 5.7.1'),
  });
});

test('SIGTERM lets the mails under way finish, and gives back the rest and the lease', async () => {
  const [before, repeated] = [served(), repeats()];
  const connected = reached('mail');
  await cancelNext();
  await cancelNext();
  await smtp.reached('mail', connected + 1);
  expect(await server.stop()).toBe(0);
  await again();
  await expect.poll(served, { timeout: 15_000 }).toBe(before + 6);
  expect(logged('freed what a dead worker was sending')).toEqual([]);
  expect(repeats()).toBe(repeated);
});

test('a server killed in the middle of mails takes its worker along, and the next server serves each mail', async () => {
  const before = served();
  const stalled = reached('reply');
  smtp.behave(at('reply', 'stall', 2));
  await cancelNext();
  await smtp.reached('reply', stalled + 2);
  const ended = once(server.process, 'exit');
  server.process.kill('SIGKILL');
  await ended;
  await again();
  await expect.poll(served, { timeout: 15_000 }).toBe(before + 3);
});

test('a worker alone is refused where the server of an embedded database has its own, and welcome with WORKERS=0', async () => {
  const alone = { SMTP_URL: smtp.url, DATA_DIR: server.dataDir };
  await expect(startServer(alone, 'work')).rejects.toThrow('the server ended with 1');
  await server.stop();
  server = await startServer({ SMTP_URL: smtp.url, DEMO: 'on', DATA_DIR: server.dataDir, WORKERS: '0' });
  const before = served();
  const worker = await startServer({ ...alone, HEALTH_PORT: '0' }, 'work');
  await expect.poll(async () => (await fetch(`${worker.url}/readyz`)).status, { timeout: 15_000 }).toBe(200);
  onTestFinished(async () => void (await worker.stop()));
  await cancelNext();
  await expect.poll(served, { timeout: 15_000 }).toBe(before + 3);
  await expect.poll(async () => (await metricsOf(worker.url)).get(SENT), { timeout: 15_000 }).toBe(3);
  const figures = await metricsOf(worker.url);
  expect([figures.get('adjourn_workers'), figures.get('adjourn_ledger_readable')]).toEqual([1, 1]);
  expect(await worker.stop()).toBe(0);
  expect(await held()).toEqual([]);
});
