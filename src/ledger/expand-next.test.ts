import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addCrowd, statesOf } from '../../test/harness/delivery.ts';
import { type World, openWorld, request } from '../../test/harness/world.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';
import { rescheduleEvent } from '../operations/events/reschedule-event.ts';
import type { Database } from '../postgres/database.ts';
import { expandNext } from './expand-next.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world.close();
});

const expand = async (limit: number, db: Database = world.db) => (await expandNext(db, limit, world.clock.now())).expanded;
const cancel = async (eventId: number) => await cancelEvent(world.context, world.tenant, { id: eventId }, request);
const move = async (eventId: number, hours: number) => {
  const startsAt = world.clock.now().add({ hours });
  await rescheduleEvent(world.context, world.tenant, { id: eventId }, { startsAt, endsAt: startsAt.add({ hours: 1 }) }, request);
};
const pending = async () => (await sql`select 1 from outbox where state = 'pending'`.execute(world.db)).rows.length;

test('two workers and a crash in every third chunk give each of 5,000 exactly one notice', async () => {
  const event = await addCrowd(world, 5_000);
  await cancel(event.id);
  let steps = 0;
  const crashes: unknown[] = [];
  /** A worker that expands until nothing is left, and dies before committing whenever the die says so. */
  async function work(): Promise<void> {
    while ((await pending()) > 0) {
      steps += 1;
      if (steps % 3 !== 0) await expand(400);
      else
        await world.db
          .transaction()
          .execute(async (tx) => await crashAfter(() => expand(400, nested(tx))))
          .catch((error: unknown) => crashes.push(error));
    }
  }
  await Promise.all([work(), work()]);
  expect(await statesOf(world, event.id)).toEqual({ queued: 5_000 });
  const told = await sql<{
    tickets: number;
  }>`select count(distinct subject_id) as tickets from deliveries where event_id = ${event.id}`.execute(world.db);
  expect(told.rows[0]!.tickets).toBe(5_000);
  expect(crashes.length).toBeGreaterThan(3);
  expect(crashes).toEqual(crashes.map(() => new Error('died')));
});

/** Does the work and dies before its commit. */
async function crashAfter(work: () => Promise<unknown>): Promise<never> {
  await work();
  throw new Error('died');
}

/** A transaction where a Database is wanted, so that what runs in it is undone with it. */
function nested(tx: Database): Database {
  return new Proxy(tx, {
    get: (target, name) =>
      name === 'transaction'
        ? () => ({ execute: async (work: (inner: Database) => Promise<unknown>) => await work(target) })
        : Reflect.get(target, name, target),
  });
}

test('a plan another worker is at is passed over, and nobody waits', async () => {
  const first = await addCrowd(world, 60);
  const second = await addCrowd(world, 70);
  await cancel(first.id);
  await cancel(second.id);
  const [plan] = (await sql<{ id: number }>`select id from outbox where event_id = ${first.id} and state = 'pending'`.execute(world.db))
    .rows;
  await world.db.transaction().execute(async (tx) => {
    await sql`select 1 from outbox where id = ${plan!.id} for update`.execute(tx);
    expect(await expand(1_000)).toMatchObject([{ covered: 70, done: true }]);
    expect(await expand(1_000)).toEqual([]);
  });
  expect(await expand(1_000)).toMatchObject([{ outboxId: plan!.id, covered: 60, done: true }]);
});

test('an event’s plans are expanded in the order they were made, whoever is at them', async () => {
  const event = await addCrowd(world, 60);
  await move(event.id, 72);
  await move(event.id, 96);
  const plans = (
    await sql<{ id: number }>`select id from outbox where event_id = ${event.id} and state = 'pending' order by id`.execute(world.db)
  ).rows;
  await world.db.transaction().execute(async (tx) => {
    await sql`select 1 from outbox where id = ${plans[0]!.id} for update`.execute(tx);
    expect(await expand(1_000)).toEqual([]);
  });
  expect([await expand(1_000), await expand(1_000)]).toMatchObject(plans.map((plan) => [{ outboxId: plan.id }]));
  expect(await statesOf(world, event.id)).toEqual({ aborted: 60, queued: 60 });
});

test('a short plan goes before a long one that came first', async () => {
  const crowd = await addCrowd(world, 200);
  const few = await addCrowd(world, 60);
  await cancel(crowd.id);
  await expand(50);
  await cancel(few.id);
  expect([await expand(100), await expand(200)]).toMatchObject([[{ covered: 60 }], [{ covered: 150 }]]);
});

test('9 A3: a plan that fails, fails alone, says which it was, keeps nothing, and waits longer each time', async () => {
  const broken = await addCrowd(world, 60);
  const sound = await addCrowd(world, 70);
  await cancel(broken.id);
  await cancel(sound.id);
  await sql`update tickets set sequence_offset = 2147483647 where event_id = ${broken.id}`.execute(world.db);
  const first = await expandNext(world.db, 1_000, world.clock.now());
  expect(first.expanded).toMatchObject([{ covered: 70, queued: 70 }]);
  expect(first.failed).toMatchObject([
    { tenantId: world.tenant.id, attempts: 1, retryAt: world.clock.now().add({ seconds: 10 }), cause: { code: '22003' } },
  ]);
  expect(await statesOf(world, broken.id)).toEqual({});
  expect(await expandNext(world.db, 1_000, world.clock.now())).toEqual({ expanded: [], failed: [] });
  world.clock.advance({ seconds: 10 });
  expect((await expandNext(world.db, 1_000, world.clock.now())).failed).toMatchObject([
    { attempts: 2, retryAt: world.clock.now().add({ seconds: 20 }) },
  ]);
  await sql`update tickets set sequence_offset = 0 where event_id = ${broken.id}`.execute(world.db);
  world.clock.advance({ seconds: 20 });
  expect(await expand(1_000)).toMatchObject([{ outboxId: first.failed[0]!.outboxId, covered: 60, done: true }]);
});

test('many small plans are expanded in one step, with as many statements as one plan', async () => {
  const events = await Promise.all(Array.from({ length: 30 }, () => addCrowd(world, 2)));
  await sql`update outbox set state = 'pending', expanded_at = null, lane = 0, planned = 0, audience = 'standing', revision = 2, change_id = id, method = 'CANCEL',
    purpose = 'event_cancelled' where event_id = any(${events.map(({ id }) => id)}::bigint[])`.execute(world.db);
  const statements = await counted(async (db) => {
    const done = await expandNext(db, 1_000, world.clock.now());
    expect(done.expanded.map(({ covered, queued }) => [covered, queued])).toEqual(events.map(() => [2, 2]));
  });
  expect(statements).toBeLessThanOrEqual(4);
  for (const { id } of events) expect(await statesOf(world, id)).toEqual({ queued: 2 });
});

/** How many statements a piece of work asks, begin and commit left out. */
async function counted(work: (db: Database) => Promise<void>): Promise<number> {
  let asked = 0;
  const counting = world.db.withPlugin({
    transformQuery: ({ node }) => {
      asked += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  await work(counting);
  return asked;
}
