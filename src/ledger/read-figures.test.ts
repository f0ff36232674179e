import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillLedger } from '../../test/harness/full.ts';
import { pagesTouched } from '../../test/harness/pages.ts';
import { type World, addEvent, openWorld } from '../../test/harness/world.ts';
import { type Database, openDatabase } from '../postgres/database.ts';
import { registerWorker } from './leases.ts';
import { readFigures } from './read-figures.ts';

let world: World;
let probe: Database;
beforeAll(async () => {
  world = await openWorld();
  probe = openDatabase(world.connectionString, { maxConnections: 1 });
});
afterAll(async () => {
  await probe.destroy();
  await world.close();
});

const figures = async () => await readFigures(probe, world.clock.now());

test('the figures say what waits, since when, what did not arrive and who works', async () => {
  const nothing = { queued: 0, awaitingRetry: 0, sending: 0, failed: 0, bounced: 0, plans: 0, plansFailed: 0, workers: 0 };
  expect(await figures()).toEqual({ ...nothing, oldestDueAt: null, oldestPlanAt: null, oldestWebhookDueAt: null });
  const began = world.clock.now();
  const { id } = await addEvent(world);
  await registerWorker(world.db, crypto.randomUUID(), 60, began);
  world.clock.advance({ minutes: 10 });
  await addEvent(world);
  await sql`update deliveries set state = 'bounced', finished_at = ${began} where event_id = ${id} and recipient like 'ben%'`.execute(
    world.db,
  );
  await sql`update deliveries set state = 'awaiting_retry', due_at = ${world.clock.now().add({ hours: 1 })} where event_id = ${id} and recipient like 'chie%'`.execute(
    world.db,
  );
  await sql`update outbox set state = 'pending', expanded_at = null, attempts = 1 where event_id = ${id}`.execute(world.db);
  expect(await figures()).toMatchObject({ queued: 4, awaitingRetry: 1, bounced: 1, workers: 1, plans: 1, plansFailed: 1 });
  expect(String((await figures()).oldestDueAt)).toBe(String(began));
  expect(String((await figures()).oldestPlanAt)).toBe(String(began));
});

test('they cost the same with any number of deliveries that were sent', async () => {
  const cost = async () => {
    const before = await pagesTouched(probe, world.db);
    await figures();
    return (await pagesTouched(probe, world.db)) - before;
  };
  const empty = await cost();
  await fillLedger(world, 20_000, 3);
  const { bounced } = await figures();
  expect((await cost()) - empty).toBeLessThan(20 + 3 * bounced);
});

test('a look that takes too long is given up, and says so', async () => {
  const holder = openDatabase(world.connectionString);
  await holder.transaction().execute(async (tx) => {
    await sql`lock table deliveries in access exclusive mode`.execute(tx);
    await expect(readFigures(probe, world.clock.now(), 20)).rejects.toThrow(/timeout/);
  });
  await holder.destroy();
});
