import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { type Database, openDatabase } from '../src/postgres/database.ts';
import { HOT, type Stage, prepareStage } from './harness/hot.ts';
import { fillLedger } from './harness/full.ts';
import { pagesTouched } from './harness/pages.ts';
import { type World, openWorld } from './harness/world.ts';

/*
 * What it costs to do a thing does not depend on what the planner knows: pages touched by everything that one operation asks (buffers, by the database's
 * own counters, of our tables and their indexes), with its statements prepared on empty tables. Buffers are exact, so nothing here is timed.
 * Another hot operation is a line in harness/hot.ts.
 */

const DELIVERIES = 200_000;

type Measured = { name: string; pages: number; rows: number; most: number };
const worlds: World[] = [];
const probes: Database[] = [];
afterAll(async () => {
  for (const probe of probes) await probe.destroy();
  for (const world of worlds) await world.close();
});

/** A world whose tables are never analysed, and the one connection by which all is asked of it. */
async function open(): Promise<{ world: World; stage: Stage }> {
  const world = await openWorld();
  worlds.push(world);
  const tables = await sql<{ name: string }>`select relname as name from pg_stat_user_tables`.execute(world.db);
  for (const { name } of tables.rows) await sql`alter table ${sql.table(name)} set (autovacuum_enabled = false)`.execute(world.db);
  const probe = openDatabase(world.connectionString, { maxConnections: 1 });
  probes.push(probe);
  return { world, stage: await prepareStage(world, probe) };
}

async function measure(world: World, stage: Stage): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const hot of HOT) {
    const run = await hot.prepare(stage);
    const before = await pagesTouched(stage.probe, world.db);
    const rows = await run();
    const pages = (await pagesTouched(stage.probe, world.db)) - before;
    measured.push({ name: hot.name, pages, rows, most: hot.fixed + hot.each * rows });
  }
  return measured;
}

const tooMany = (measured: Measured[]) => measured.filter(({ pages, most }) => pages > most);

test('8: a statement prepared on empty tables costs the same with 200,000 deliveries of one tenant, never analysed', async () => {
  const { world, stage } = await open();
  const empty = await measure(world, stage);
  if (process.env['COST'] === 'show') console.table(empty);
  expect(tooMany(empty)).toEqual([]);
  await fillLedger(stage.world, DELIVERIES, 1);
  const full = await measure(world, stage);
  if (process.env['COST'] === 'show') console.table(full);
  expect(tooMany(full)).toEqual([]);
}, 120_000);

test('8: and with the statistics of empty tables', async () => {
  const { world, stage } = await open();
  await sql`analyze`.execute(world.db);
  await measure(world, stage);
  await fillLedger(stage.world, DELIVERIES / 4, 1);
  const full = await measure(world, stage);
  if (process.env['COST'] === 'show') console.table(full);
  expect(tooMany(full)).toEqual([]);
}, 120_000);

test('8: and with 1,000 tenants', async () => {
  const { world, stage } = await open();
  await measure(world, stage);
  await fillLedger(stage.world, DELIVERIES / 2, 1_000);
  const full = await measure(world, stage);
  if (process.env['COST'] === 'show') console.table(full);
  expect(tooMany(full)).toEqual([]);
}, 120_000);
