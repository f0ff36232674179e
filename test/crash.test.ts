import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Target, plantTargets, query } from './harness/crash-world.ts';
import { seededRandom } from './harness/random.ts';
import { type RunningServer, startServer } from './harness/server.ts';
import { type SmtpServer, startSmtpServer } from './harness/smtp.ts';

const KILLS = 20;
const CONNECTIONS = 5;
const CALLERS = 3;
const random = seededRandom('crash');

let smtp: SmtpServer;
let server: RunningServer;
let dataDir: string;
let targets: Target[];
/** What a caller was told is done. */
const acknowledged = new Set<Target>();

// Always at the same address, as an operator's server is: mails link to it, so it is part of their bytes.
const environment = () => {
  const { port } = new URL(server.url);
  return { SMTP_URL: smtp.url, DEMO: 'on', THROTTLE: 'off', WORKERS: String(CONNECTIONS), DATA_DIR: dataDir, PORT: port };
};

beforeAll(async () => {
  smtp = await startSmtpServer();
  server = await startServer({ SMTP_URL: smtp.url, DEMO: 'on', THROTTLE: 'off', WORKERS: String(CONNECTIONS) });
  dataDir = server.dataDir;
  const form = new URLSearchParams({ grant_type: 'password', username: 'mina@example.org', password: 'demo-password' });
  const grant = (await (await fetch(`${server.url}/api/token`, { method: 'POST', body: form })).json()) as { access_token: string };
  targets = await plantTargets(dataDir, 70, grant.access_token);
}, 60_000);
afterAll(async () => {
  await server?.stop();
  await smtp?.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** One call; false when it broke off or the server could not do it. An answer that means neither is a fault of the server's. */
async function cancel(target: Target): Promise<boolean> {
  try {
    const response = await fetch(server.url + target.path, { ...target.init, signal: AbortSignal.timeout(15_000) });
    const body = await response.text();
    if (target.isDone(response.status, body)) acknowledged.add(target);
    return acknowledged.has(target);
  } catch {
    return false;
  }
}

/** Callers cancel one thing after another until `strike` has come down, which it does after so many answers. */
async function cancelUntil(answers: number, strike: () => void): Promise<void> {
  let left = answers;
  let struck = false;
  await Promise.all(
    Array.from({ length: CALLERS }, async (_, caller) => {
      // Each caller has things of its own, so that none is cancelled by another's repeat.
      for (const target of targets.filter((one, index) => index % CALLERS === caller && !acknowledged.has(one))) {
        if (struck) return;
        await cancel(target);
        left -= 1;
        if (left <= 0 && !struck) {
          struck = true;
          strike();
        }
      }
    }),
  );
}

/** How many answers a caller gets before the next kill: 1 to 5. */
function nextMoment(): number {
  return 1 + ((random.bytes(1)[0] ?? 0) % 5);
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Until the server works with another database process than the one that was killed, whose last children may still answer. */
async function untilReady(killed: number): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline) {
    const pid = await postmasterPid().catch(() => killed);
    const ready = await fetch(`${server.url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready && pid !== killed) return;
  }
  throw new Error('the server did not become ready again');
}

test('the server is killed at 20 moments during cancels, and starts again each time', async () => {
  for (let kill = 0; kill < KILLS; kill += 1) {
    const gone = once(server.process, 'exit');
    await cancelUntil(nextMoment(), () => server.process.kill('SIGKILL'));
    await gone;
    server = await startServer(environment());
  }
  expect(acknowledged.size).toBeGreaterThan(KILLS);
}, 120_000);

test('its database is killed at 20 moments during cancels, and the server brings it back each time', async () => {
  const before = acknowledged.size;
  for (let kill = 0; kill < KILLS; kill += 1) {
    const pid = await postmasterPid();
    await cancelUntil(nextMoment(), () => process.kill(pid, 'SIGKILL'));
    await untilReady(pid);
  }
  expect(server.process.exitCode).toBeNull();
  expect(acknowledged.size).toBeGreaterThan(before);
}, 120_000);

test('promise 1: every cancel that was answered is there, with its history and its plan; no plan without a change', async () => {
  const deadline = performance.now() + 30_000;
  for (const target of targets) while (!acknowledged.has(target) && performance.now() < deadline) await cancel(target);
  expect(acknowledged.size).toBe(targets.length);
  const histories = await query<{ event_id: string; ticket_id: string | null; changes: string; plans: string; covered: string }>(
    dataDir,
    `select c.event_id, c.ticket_id, count(distinct c.id) as changes, count(distinct o.id) as plans, max(o.planned) as covered
     from changes c left join outbox o on o.change_id = c.id and o.purpose = c.kind
     where c.kind in ('event_cancelled', 'ticket_cancelled') group by c.event_id, c.ticket_id`,
  );
  const told = new Map(histories.map((row) => [`${row.event_id}/${row.ticket_id}`, row]));
  for (const { eventId, ticketId } of targets) {
    expect(told.get(`${eventId}/${ticketId}`)).toMatchObject({ changes: '1', plans: '1', covered: ticketId === null ? 3 : 1 });
  }
  const strays = await query(
    dataDir,
    `select 1 from outbox o where o.change_id <> 0 and o.purpose like '%cancelled'
    and not exists (select 1 from changes c where c.id = o.change_id and c.kind = o.purpose)`,
  );
  expect(strays).toEqual([]);
}, 60_000);

test('promise 2: everybody is told once; what came twice is the same message to the byte, and no more than SMTP leaves open', async () => {
  const deadline = performance.now() + 60_000;
  const open = () => query(dataDir, `select id, state from deliveries where state in ('queued', 'sending', 'awaiting_retry') limit 1`);
  while ((await open()).length > 0 && performance.now() < deadline) await query(dataDir, 'select pg_sleep(0.05)');
  expect(await open()).toEqual([]);
  const owed = await query<{ message_id: string; state: string }>(
    dataDir,
    `select message_id, state from deliveries where purpose like '%cancelled'`,
  );
  expect(owed).toHaveLength(targets.reduce((sum, target) => sum + (target.ticketId === null ? 3 : 1), 0));
  const copies = new Map<string, string[]>();
  for (const mail of smtp.received) {
    const id = /^Message-ID: <([^>]+)>/im.exec(mail.raw.toString('latin1'))?.[1] ?? 'none';
    copies.set(id, [...(copies.get(id) ?? []), createHash('sha256').update(mail.raw).digest('hex')]);
  }
  expect([...copies.keys()].toSorted()).toEqual(owed.map((one) => one.message_id).toSorted());
  for (const hashes of copies.values()) expect(new Set(hashes).size).toBe(1);
  const repeats = smtp.received.length - copies.size;
  expect(repeats).toBeLessThanOrEqual(2 * KILLS * CONNECTIONS);
}, 90_000);
