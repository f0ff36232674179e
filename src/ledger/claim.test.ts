import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addCrowd } from '../../test/harness/delivery.ts';
import { type World, addEvent, ben, ledgerOf, openWorld, request } from '../../test/harness/world.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';
import { rescheduleEvent } from '../operations/events/reschedule-event.ts';
import { claimDeliveries, giveBackDeliveries, giveBackUnknown } from './claim.ts';
import { expandNext } from './expand-next.ts';

let world: World;
const one = randomUUID();
const other = randomUUID();

beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at where state in ('queued', 'sending', 'awaiting_retry')`.execute(
    world.db,
  );
});

const claim = async (worker: string, limit = 100, lane = 0) => await claimDeliveries(world.db, worker, lane, limit, world.clock.now());
const move = async (eventId: number, hours: number) => {
  const startsAt = world.clock.now().add({ hours });
  await rescheduleEvent(world.context, world.tenant, { id: eventId }, { startsAt, endsAt: startsAt.add({ hours: 1 }) }, request);
};
const setState = async (id: number, state: string) =>
  await sql`update deliveries set state = ${state}, leased_by = null, finished_at = case ${state} when 'sent' then due_at end where id = ${id}`.execute(
    world.db,
  );

test('each delivery is claimed by one of twenty workers at once', async () => {
  const event = await addEvent(world, { invitees: Array.from({ length: 40 }, (_, n) => ({ ...ben, email: `guest${n}@example.org` })) });
  const claims = await Promise.all(Array.from({ length: 20 }, () => claim(randomUUID(), 7)));
  const ids = claims.flat().map((row) => row.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted((a, b) => a - b)).toEqual((await ledgerOf(world, event.id)).map((row) => row.id));
});

test('a delivery is claimed when it is due, not before, the longest due first', async () => {
  const event = await addEvent(world);
  const [first, second, third] = await ledgerOf(world, event.id);
  const now = world.clock.now();
  await sql`update deliveries set due_at = case id when ${first!.id} then ${now.add({ seconds: 5 })}::timestamptz
    when ${second!.id} then ${now.subtract({ seconds: 1 })}::timestamptz else ${now.subtract({ seconds: 9 })}::timestamptz end
    where event_id = ${event.id}`.execute(world.db);
  expect((await claim(one)).map((row) => row.id)).toEqual([third!.id, second!.id]);
  world.clock.advance({ seconds: 5 });
  expect((await claim(one)).map((row) => row.id)).toEqual([first!.id]);
});

test('the cancel of a ticket waits while its invitation is being sent, and only that one', async () => {
  const event = await addEvent(world);
  const sending = await claim(one, 1);
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, possibly_sent = true where event_id = ${event.id} and state = 'queued'`.execute(
    world.db,
  );
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  const claimed = await claim(other);
  expect(claimed.map((row) => row.purpose)).toEqual(['event_cancelled', 'event_cancelled']);
  expect(claimed.map((row) => row.subjectId)).not.toContain(sending[0]!.subjectId);
  await setState(sending[0]!.id, 'sent');
  expect((await claim(other)).map((row) => row.subjectId)).toEqual([sending[0]!.subjectId]);
});

test('an older state that comes back from a failed attempt is aborted, not sent after the newer one', async () => {
  const event = await addEvent(world);
  await claim(one);
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  await sql`update deliveries set state = 'awaiting_retry', leased_by = null where event_id = ${event.id} and state = 'sending'`.execute(
    world.db,
  );
  expect(await claim(other)).toEqual([]);
  expect((await ledgerOf(world, event.id)).filter((row) => row.purpose === 'invitation').map((row) => [row.state, row.lastReply])).toEqual(
    Array(3).fill(['aborted', 'superseded by revision 2']),
  );
  expect((await claim(other)).map((row) => row.purpose)).toEqual(Array(3).fill('event_cancelled'));
});

test('the newer state waits while an older one is due, since another worker may be claiming that in this moment', async () => {
  const event = await addEvent(world);
  const sending = await claim(one);
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  for (const row of sending) await setState(row.id, 'awaiting_retry');
  // As another worker's claim would leave it for a moment: locked, so that this claim cannot abort it.
  await world.db.transaction().execute(async (tx) => {
    await sql`select 1 from deliveries where event_id = ${event.id} and revision = 1 for update`.execute(tx);
    expect(await claim(other)).toEqual([]);
  });
  await sql`update deliveries set due_at = ${world.clock.now().add({ minutes: 5 })} where event_id = ${event.id} and revision = 1`.execute(
    world.db,
  );
  expect((await claim(other)).map((row) => row.purpose)).toEqual(Array(3).fill('event_cancelled'));
});

test('older notices wait for a newer plan that is not expanded yet, and are voided by it', async () => {
  const event = await addCrowd(world, 60);
  await move(event.id, 72);
  await expandNext(world.db, 1_000, world.clock.now());
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  expect(await claim(one, 100, 1)).toEqual([]);
  await expandNext(world.db, 20, world.clock.now());
  expect((await claim(one, 100, 1)).map((row) => row.purpose)).toEqual(Array(20).fill('event_cancelled'));
  await expandNext(world.db, 1_000, world.clock.now());
  expect((await claim(one, 100, 1)).map((row) => row.purpose)).toEqual(Array(40).fill('event_cancelled'));
});

test('what is given back is as it was: due, the attempt uncounted', async () => {
  const event = await addEvent(world);
  const claimed = await claim(one);
  await giveBackDeliveries(world.db, one, claimed.slice(0, 1));
  await giveBackDeliveries(world.db, other, claimed.slice(1));
  expect((await ledgerOf(world, event.id)).map((row) => row.state)).toEqual(['queued', 'sending', 'sending']);
  expect((await claim(one)).map((row) => [row.id, row.attempts])).toEqual([[claimed[0]!.id, 1]]);
});

test('a claim whose answer never arrived is given back, what is known to be held is not', async () => {
  const event = await addEvent(world);
  const [known] = await claim(one, 1);
  await claim(one, 1);
  await claim(other, 1);
  await giveBackUnknown(world.db, one, [known!.id]);
  expect((await ledgerOf(world, event.id)).map((row) => row.state)).toEqual(['sending', 'queued', 'sending']);
});
