import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pagesTouched } from '../../test/harness/pages.ts';
import { type World, addEvent, ledgerOf, openWorld } from '../../test/harness/world.ts';
import { sweepOrphans } from '../ledger/leases.ts';
import { type Database, openDatabase } from '../postgres/database.ts';
import { keepClaims } from './claims.ts';

let world: World;
let probe: Database;
/** Milliseconds that passed, for who decides when all is looked at again. */
let elapsed = 0;

beforeAll(async () => {
  world = await openWorld();
  probe = openDatabase(world.connectionString, { maxConnections: 1 });
});
afterAll(async () => {
  await probe.destroy();
  await world.close();
});
beforeEach(async () => {
  elapsed = 0;
  await finish();
});

const finish = () =>
  sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at where state in ('queued', 'sending', 'awaiting_retry')`.execute(
    world.db,
  );
const keep = () => keepClaims({ db: probe, worker: randomUUID(), clock: world.clock, elapsed: () => elapsed });
const pagesOf = async (work: () => Promise<unknown>) => {
  const before = await pagesTouched(probe, world.db);
  await work();
  return (await pagesTouched(probe, world.db)) - before;
};

test('8: with a transaction open all the while, a claim after 10,000 finished deliveries costs what it costs on an empty ledger', async () => {
  const claims = keep();
  await addEvent(world);
  const [empty, emptyAgain] = [await pagesOf(() => claims.take(0, 50)), await pagesOf(() => claims.take(0, 50))];
  const holder = openDatabase(world.connectionString, { maxConnections: 1 });
  await holder
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (old) => {
      await sql`select from deliveries limit 1`.execute(old);
      const { id } = await addEvent(world);
      world.clock.advance({ minutes: 1 });
      await finish();
      // Each was due, and is no more: what a claim would pass by.
      await sql`
      insert into deliveries (tenant_id, outbox_id, change_id, event_id, subject_kind, subject_id, revision, purpose, occurrence, recipient, zone, zone_source, language,
        role, participation_status, sequence, dtstamp, message_id, state, lane, due_at, created_at)
      select d.tenant_id, d.outbox_id, d.change_id, d.event_id, 'seat', 1000000 + n, 1, d.purpose, 0, 'ben' || n || '@example.com', d.zone, d.zone_source, d.language,
        d.role, d.participation_status, 0, d.dtstamp, n || '@adjourn.example', 'queued', 0, d.due_at, d.created_at
      from (select * from deliveries where event_id = ${id} limit 1) d cross join generate_series(1, 10000) n`.execute(world.db);
      await finish();
      const full = await pagesOf(() => keep().take(0, 50));
      expect(full).toBeGreaterThan(100 * emptyAgain);
      elapsed += 10_000;
      await claims.take(0, 50);
      await addEvent(world);
      const next = await pagesOf(() => claims.take(0, 50));
      const nothing = await pagesOf(() => claims.take(0, 50));
      expect(next).toBeLessThanOrEqual(empty + 60);
      expect(nothing).toBeLessThanOrEqual(emptyAgain + 30);
    });
  await holder.destroy();
});

test('what becomes due under the time of the last claim is found by the next full look, a second later', async () => {
  const claims = keep();
  const late = await addEvent(world);
  await sql`update deliveries set due_at = ${world.clock.now().add({ hours: 1 })} where event_id = ${late.id}`.execute(world.db);
  expect(await claims.take(0, 50)).toEqual([]);
  await sql`update deliveries set due_at = ${world.clock.now().subtract({ hours: 1 })} where event_id = ${late.id}`.execute(world.db);
  expect(await claims.take(0, 50)).toEqual([]);
  elapsed += 1_000;
  expect(await claims.take(0, 50)).toHaveLength(3);
});

test('what was given back is found by the next look', async () => {
  const claims = keep();
  await addEvent(world);
  world.clock.advance({ minutes: 1 });
  const taken = await claims.take(0, 50);
  expect(taken).toHaveLength(3);
  await claims.giveBack(taken);
  expect(await claims.take(0, 50)).toHaveLength(3);
});

test('a crowd is claimed whole, however little at a time', async () => {
  const claims = keep();
  const events = [await addEvent(world), await addEvent(world), await addEvent(world), await addEvent(world)];
  world.clock.advance({ minutes: 1 });
  const ids: number[] = [];
  for (;;) {
    const taken = await claims.take(0, 2);
    if (taken.length === 0) break;
    ids.push(...taken.map(({ id }) => id));
  }
  const all = (await Promise.all(events.map(({ id }) => ledgerOf(world, id)))).flat();
  expect(ids.toSorted((a, b) => a - b)).toEqual(all.map(({ id }) => id).toSorted((a, b) => a - b));
});

test('what a dead worker held is due now, so that no look passes it by', async () => {
  const dead = keep();
  await addEvent(world);
  await dead.take(0, 50);
  const claims = keep();
  expect(await claims.take(0, 50)).toEqual([]);
  world.clock.advance({ minutes: 1 });
  expect(await sweepOrphans(world.db, randomUUID(), world.clock.now())).toHaveLength(3);
  expect(await claims.take(0, 50)).toHaveLength(3);
});
