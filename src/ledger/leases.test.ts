import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { attemptsOf, statesOf } from '../../test/harness/delivery.ts';
import { type World, addEvent, openWorld } from '../../test/harness/world.ts';
import { claimDeliveries } from './claim.ts';
import { registerWorker, removeWorker, renewLease, sweepDeadWorkers, sweepOrphans } from './leases.ts';

let world: World;
const dead = randomUUID();
const alive = randomUUID();

beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await sql`delete from workers`.execute(world.db);
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at where state in ('queued', 'sending', 'awaiting_retry')`.execute(
    world.db,
  );
});

const register = async (worker: string, seconds = 11) => await registerWorker(world.db, worker, seconds, world.clock.now());
const sweep = async (everyOther = false) => await sweepDeadWorkers(world.db, alive, everyOther, world.clock.now());
/** An event whose three mails the dead worker is sending. */
const held = async () => {
  const event = await addEvent(world);
  await claimDeliveries(world.db, dead, 0, 100, world.clock.now());
  return event;
};

test('what a worker was sending when its lease lapsed is due at once, possibly sent, and noted as abandoned', async () => {
  await register(dead, -1);
  await register(alive);
  const event = await held();
  expect(await sweep()).toHaveLength(3);
  const rows =
    await sql`select state, leased_by, possibly_sent, due_at <= ${world.clock.now()} as due from deliveries where event_id = ${event.id}`.execute(
      world.db,
    );
  expect(rows.rows).toEqual(Array(3).fill({ state: 'awaiting_retry', leasedBy: null, possiblySent: true, due: true }));
  expect((await attemptsOf(world, event.id)).map((one) => [one.number, one.outcome])).toEqual(Array(3).fill([1, 'abandoned']));
  expect(await claimDeliveries(world.db, alive, 0, 100, world.clock.now())).toHaveLength(3);
  expect(await renewLease(world.db, dead, 11)).toBe(false);
});

test('a worker whose lease stands keeps what it is sending', async () => {
  await register(dead);
  await register(alive);
  const event = await held();
  expect(await sweep()).toEqual([]);
  expect(await statesOf(world, event.id)).toEqual({ sending: 3 });
  expect(await renewLease(world.db, dead, 11)).toBe(true);
});

test('a server that is alone on its database frees what its predecessor left without waiting for the lease', async () => {
  await register(dead, 3_600);
  await register(alive);
  const event = await held();
  expect(await sweep(true)).toHaveLength(3);
  expect(await statesOf(world, event.id)).toEqual({ awaiting_retry: 3 });
});

test('deliveries of a worker that is not even known any more are freed', async () => {
  await register(alive);
  const event = await held();
  expect(await sweep()).toEqual([]);
  expect(await sweepOrphans(world.db, alive, world.clock.now())).toHaveLength(3);
  expect(await statesOf(world, event.id)).toEqual({ awaiting_retry: 3 });
});

test('what a living worker or the asking one is sending is no orphan', async () => {
  await register(dead);
  const event = await held();
  expect(await sweepOrphans(world.db, alive, world.clock.now())).toEqual([]);
  await removeWorker(world.db, dead);
  expect(await sweepOrphans(world.db, dead, world.clock.now())).toEqual([]);
  expect(await statesOf(world, event.id)).toEqual({ sending: 3 });
});

test('two sweeps at once free each delivery once', async () => {
  await register(dead, -1);
  const event = await held();
  const freed = await Promise.all([sweep(), sweepDeadWorkers(world.db, randomUUID(), false, world.clock.now())]);
  expect(freed.flat()).toHaveLength(3);
  expect(await attemptsOf(world, event.id)).toHaveLength(3);
});

test('a lease runs by the database’s clock, whatever a worker’s own says', async () => {
  world.clock.advance({ hours: -5 });
  await register(dead);
  world.clock.advance({ hours: 10 });
  await register(alive);
  const event = await held();
  expect(await sweep()).toEqual([]);
  expect(await statesOf(world, event.id)).toEqual({ sending: 3 });
  await removeWorker(world.db, dead);
  expect(await renewLease(world.db, dead, 11)).toBe(false);
});
