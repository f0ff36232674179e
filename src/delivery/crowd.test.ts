import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestWorker, addCrowd, attemptsOf, becomes, startTestWorker, statesOf } from '../../test/harness/delivery.ts';
import { type SmtpServer, at, startSmtpServer } from '../../test/harness/smtp.ts';
import { type World, addEvent, ben, openWorld, request } from '../../test/harness/world.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';

let world: World;
let smtp: SmtpServer;
let workers: TestWorker[];

beforeEach(async () => {
  world = await openWorld();
  smtp = await startSmtpServer();
  workers = [];
});
afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await smtp.close();
  await world.close();
});

const start = (given: Parameters<typeof startTestWorker>[2] = {}): TestWorker => {
  const worker = startTestWorker(world, smtp.url, given);
  workers.push(worker);
  return worker;
};

async function cancelledCrowd(guests: number): Promise<number> {
  const event = await addCrowd(world, guests);
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  return event.id;
}

test('a single mail passes a crowd', async () => {
  const crowd = await cancelledCrowd(1_500);
  const worker = start();
  await smtp.arrived(200);
  const before = smtp.received.length;
  const single = await addEvent(world, { invitees: [ben] });
  worker.wake();
  await becomes(
    () => statesOf(world, single.id),
    (states) => states['sent'] === 1,
  );
  const place = smtp.received.findIndex((mail) => mail.to[0] === 'ben@example.com');
  expect(place - before).toBeLessThan(300);
  expect((await statesOf(world, crowd))['sent']).toBeLessThan(1_500);
});

test('a crowd whose mails all stall leaves connections for a single mail', async () => {
  smtp.behave((moment) => (moment.to[0]?.startsWith('guest') ? at('reply', 'stall')(moment) : 'accept'));
  await cancelledCrowd(60);
  const worker = start({ drainMs: 50 });
  await smtp.reached('reply', 4);
  const single = await addEvent(world, { invitees: [ben] });
  worker.wake();
  await becomes(
    () => statesOf(world, single.id),
    (states) => states['sent'] === 1,
  );
  expect(smtp.received.map((mail) => mail.to[0])).toEqual(['ben@example.com']);
});

test('several workers share a crowd and tell each once', async () => {
  const crowd = await cancelledCrowd(400);
  start();
  start();
  start();
  await becomes(
    () => statesOf(world, crowd),
    (states) => states['sent'] === 400,
  );
  expect(new Set(smtp.received.map((mail) => mail.to[0])).size).toBe(400);
  expect(smtp.received).toHaveLength(400);
});

test('a worker that is stopped finishes what it is sending, gives the rest back and leaves nothing behind', async () => {
  const crowd = await cancelledCrowd(400);
  const worker = start();
  await smtp.arrived(100);
  await worker.stop();
  const sent = smtp.received.length;
  const left = await sql<{ planned: number }>`select count(*) as planned from outbox where state = 'pending'`.execute(world.db);
  expect(left.rows[0]!.planned).toBe(0);
  expect(await statesOf(world, crowd)).toEqual({ queued: 400 - sent, sent });
  const kept = await sql`select 1 from deliveries where leased_by is not null or (state = 'queued' and attempts > 0)
    union all select 1 from workers`.execute(world.db);
  expect(kept.rows).toEqual([]);
  expect(worker.ready()).toBe(false);
  start();
  await becomes(
    () => statesOf(world, crowd),
    (states) => states['sent'] === 400,
  );
  expect(smtp.received).toHaveLength(400);
});

test('stopping does not wait for a server that says nothing: those mails are recorded as possibly sent', async () => {
  smtp.behave(at('reply', 'stall'));
  const crowd = await cancelledCrowd(60);
  const worker = start({ drainMs: 50 });
  await smtp.reached('reply', 4);
  await worker.stop();
  expect(await statesOf(world, crowd)).toEqual({ awaiting_retry: 4, queued: 56 });
  expect((await attemptsOf(world, crowd)).map((one) => one.outcome)).toEqual(['lost', 'lost', 'lost', 'lost']);
  const doubt = await sql`select 1 from deliveries where possibly_sent`.execute(world.db);
  expect(doubt.rows).toHaveLength(4);
});
