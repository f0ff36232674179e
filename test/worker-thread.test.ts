import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
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
  const worker = await startServer(alone, 'work');
  onTestFinished(async () => void (await worker.stop()));
  await cancelNext();
  await expect.poll(served, { timeout: 15_000 }).toBe(before + 3);
  expect(await worker.stop()).toBe(0);
  expect(await held()).toEqual([]);
});
