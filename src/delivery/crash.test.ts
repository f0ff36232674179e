import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { administer } from '../../test/harness/database.ts';
import { QUICK_LEASE, type TestWorker, addCrowd, attemptsOf, becomes, startTestWorker, statesOf } from '../../test/harness/delivery.ts';
import { type SmtpServer, startSmtpServer } from '../../test/harness/smtp.ts';
import { type World, openWorld, request } from '../../test/harness/world.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';
import { claimDeliveries } from '../ledger/claim.ts';
import { expandNext } from '../ledger/expand-next.ts';
import { registerWorker } from '../ledger/leases.ts';
import { LEASE_TIMES } from './lease.ts';

let world: World;
let smtp: SmtpServer;
let worker: TestWorker | undefined;
let child: ChildProcess | undefined;

beforeEach(async () => {
  world = await openWorld();
  smtp = await startSmtpServer();
});
afterEach(async () => {
  child?.kill('SIGKILL');
  await worker?.stop();
  worker = undefined;
  await smtp.close();
  await world.close();
});

const CONNECTIONS = 4;
const GUESTS = 300;

async function cancelledCrowd(): Promise<number> {
  const event = await addCrowd(world, GUESTS);
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  return event.id;
}

/** Everybody has the mail; a repeat is the same bytes, and there are few. Returns how many. */
function repeats(): number {
  const byRecipient = Map.groupBy(smtp.received, (mail) => mail.to[0]);
  expect(byRecipient.size).toBe(GUESTS);
  for (const [first, ...more] of byRecipient.values()) for (const again of more) expect(again.raw.equals(first!.raw)).toBe(true);
  return smtp.received.length - GUESTS;
}

test('after kill -9 of a worker another one serves everybody; at most one repeat for each connection', async () => {
  const eventId = await cancelledCrowd();
  const script = join(import.meta.dirname, 'worker-process.fixture.ts');
  const now = world.clock.now().toString();
  child = spawn(process.execPath, [script, world.connectionString, smtp.url, now, String(CONNECTIONS), JSON.stringify(QUICK_LEASE)], {
    stdio: 'inherit',
  });
  await smtp.arrived(GUESTS / 3);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect((await statesOf(world, eventId))['sending']).toBeGreaterThan(0);
  worker = startTestWorker(world, smtp.url, { concurrency: CONNECTIONS, leaseTimes: QUICK_LEASE });
  await becomes(
    () => statesOf(world, eventId),
    (states) => states['sent'] === GUESTS,
  );
  expect(repeats()).toBeLessThanOrEqual(CONNECTIONS);
  const abandoned = (await attemptsOf(world, eventId)).filter((one) => one.outcome === 'abandoned');
  expect(abandoned.length).toBeGreaterThan(0);
});

test('a dead worker’s deliveries are free within 15 seconds, and a worker stops before its lease ends', () => {
  const { leaseMs, marginMs, heartbeatMs, sweepMs, retryMs } = LEASE_TIMES;
  expect(leaseMs + sweepMs).toBeLessThanOrEqual(15_000);
  expect(marginMs).toBeGreaterThan(0);
  expect(heartbeatMs + 2 * retryMs).toBeLessThan(leaseMs - marginMs);
});

test('a server that is alone on its database serves what its predecessor left at once, without waiting for the lease', async () => {
  const eventId = await cancelledCrowd();
  await expandNext(world.db, GUESTS, world.clock.now());
  const dead = randomUUID();
  await registerWorker(world.db, dead, 3_600, world.clock.now());
  await claimDeliveries(world.db, dead, 1, GUESTS, world.clock.now());
  worker = startTestWorker(world, smtp.url, { concurrency: CONNECTIONS, soleWorker: true });
  await becomes(
    () => statesOf(world, eventId),
    (states) => states['sent'] === GUESTS,
  );
  expect(repeats()).toBe(0);
});

/** Ends every connection to the database and lets nobody in until called again. */
async function takeAway(): Promise<() => Promise<void>> {
  const name = new URL(world.connectionString).pathname.slice(1);
  await administer(`alter database ${name} with allow_connections false`);
  await administer(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
  return async () => await administer(`alter database ${name} with allow_connections true`);
}

test('a database that goes away and comes back within the lease costs nobody a second mail', async () => {
  const eventId = await cancelledCrowd();
  worker = startTestWorker(world, smtp.url, { concurrency: CONNECTIONS });
  await smtp.arrived(GUESTS / 3);
  const bringBack = await takeAway();
  await becomes(
    async () => worker!.lines.length,
    (lines) => lines > 0,
  );
  await bringBack();
  await becomes(
    () => statesOf(world, eventId).catch(() => ({})),
    (states: Record<string, number>) => states['sent'] === GUESTS,
  );
  expect(repeats()).toBe(0);
});

test('a worker that cannot renew its lease stops sending, and goes on when the database is back', async () => {
  const eventId = await cancelledCrowd();
  worker = startTestWorker(world, smtp.url, { concurrency: CONNECTIONS, leaseTimes: QUICK_LEASE });
  await smtp.arrived(GUESTS / 3);
  const bringBack = await takeAway();
  await becomes(
    async () => worker!.ready(),
    (ready) => !ready,
  );
  const handedOver = smtp.received.length;
  await becomes(
    async () => worker!.lines.map((line) => line.message),
    (lines) => lines.includes('lease lost; sending has stopped'),
  );
  expect(smtp.received.length - handedOver).toBeLessThanOrEqual(CONNECTIONS);
  await bringBack();
  await becomes(
    () => statesOf(world, eventId).catch(() => ({})),
    (states: Record<string, number>) => states['sent'] === GUESTS,
  );
  expect(repeats()).toBeLessThanOrEqual(CONNECTIONS);
  expect(worker.ready()).toBe(true);
});

test('a claim that was made but whose answer was lost is found and sent', async () => {
  const eventId = await cancelledCrowd();
  worker = startTestWorker(world, smtp.url, { concurrency: CONNECTIONS, db: losingAnswers(world, 2) });
  await becomes(
    () => statesOf(world, eventId),
    (states) => states['sent'] === GUESTS,
  );
  expect(repeats()).toBe(0);
  expect(worker.lines.map((line) => line.message)).toContain('could not claim deliveries');
});

/** The world's database, but the nth claim that took something is committed and reported as failed. */
function losingAnswers(of: World, nth: number): World['db'] {
  let claims = 0;
  return of.db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (result.rows.some((row) => 'ticketCode' in row) && ++claims === nth) throw new Error('connection lost');
      return result;
    },
  });
}
