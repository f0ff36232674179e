import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { attemptsOf } from '../../test/harness/delivery.ts';
import { type World, addEvent, ben, ledgerOf, openWorld, request } from '../../test/harness/world.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';
import { rescheduleEvent } from '../operations/events/reschedule-event.ts';
import { type ClaimedDelivery, claimDeliveries } from './claim.ts';
import { type UnsentAttempt, recordSent, recordUnsent } from './record.ts';
import { sweepOrphans } from './leases.ts';
import { FIRST_PLACE, findReach } from './unreached.ts';

let world: World;
const worker = randomUUID();
const made = { templateVersion: 1, tzVersion: '2030a' };

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

const claim = async () => await claimDeliveries(world.db, worker, 0, 100, world.clock.now());
const common = (claimed: ClaimedDelivery) => ({
  tenantId: claimed.tenantId,
  id: claimed.id,
  attempt: claimed.attempts,
  startedAt: world.clock.now(),
  endedAt: world.clock.now(),
  words: 'the server’s words',
  sha256: 'abc',
});
const deferred = (claimed: ClaimedDelivery): UnsentAttempt => ({
  ...common(claimed),
  outcome: 'deferred',
  state: 'awaiting_retry',
  possiblySent: false,
  dueAt: world.clock.now().add({ seconds: 7 }),
});
const bounced = (claimed: ClaimedDelivery): UnsentAttempt => ({ ...deferred(claimed), outcome: 'refused', state: 'bounced', dueAt: null });
const onlyBen = async () => {
  const event = await addEvent(world, { invitees: [ben] });
  const [claimed] = await claim();
  return { event, claimed: claimed! };
};

test('a result of a worker that lost the delivery is dropped, and so is one of an earlier attempt', async () => {
  const { event, claimed } = await onlyBen();
  await recordSent(world.db, randomUUID(), [{ ...common(claimed), outcome: 'sent' }], made);
  await recordSent(world.db, worker, [{ ...common(claimed), attempt: 0, outcome: 'sent' }], made);
  await recordUnsent(world.db, randomUUID(), [deferred(claimed)], made);
  expect((await ledgerOf(world, event.id)).map((row) => row.state)).toEqual(['sending']);
  expect(await attemptsOf(world, event.id)).toEqual([]);
});

test('recording a result twice writes it once', async () => {
  const { event, claimed } = await onlyBen();
  const sent = { ...common(claimed), outcome: 'sent' as const };
  await recordSent(world.db, worker, [sent], made);
  await recordSent(world.db, worker, [sent], made);
  expect(await attemptsOf(world, event.id)).toMatchObject([{ number: 1, outcome: 'sent', reply: 'the server’s words' }]);
});

test('a doubt whether a mail arrived outlives later definite refusals', async () => {
  const { event, claimed } = await onlyBen();
  await recordUnsent(world.db, worker, [{ ...deferred(claimed), outcome: 'lost', possiblySent: true }], made);
  world.clock.advance({ seconds: 10 });
  const [again] = await claim();
  await recordUnsent(world.db, worker, [bounced(again!)], made);
  const row = await sql`select possibly_sent, state from deliveries where event_id = ${event.id}`.execute(world.db);
  expect(row.rows).toEqual([{ possiblySent: true, state: 'bounced' }]);
});

test.each([
  ['deferred', {}],
  ['lost, perhaps after it arrived', { outcome: 'lost', possiblySent: true }],
] as const)(
  'P6: an event moves and moves back while somebody’s invitation is being sent: it is %s, and sent again, as nothing newer is coming',
  async (_how, ends) => {
    const { event, claimed } = await onlyBen();
    const { startsAt, endsAt } = event;
    for (const hours of [1, 0]) {
      await rescheduleEvent(
        world.context,
        world.tenant,
        { id: event.id },
        { startsAt: startsAt.add({ hours }), endsAt: endsAt.add({ hours }) },
        request,
      );
    }
    expect((await ledgerOf(world, event.id)).map(({ state }) => state)).toEqual(['sending', 'aborted', 'aborted']);
    await recordUnsent(world.db, worker, [{ ...deferred(claimed), ...ends }], made);
    expect((await findReach(world.db, world.tenant.id, event.id, { after: FIRST_PLACE, limit: 10 })).counts).toMatchObject({ deferred: 1 });
    world.clock.advance({ minutes: 2 });
    const again = await claim();
    expect(again.map(({ id }) => id)).toEqual([claimed.id]);
    await recordSent(
      world.db,
      worker,
      again.map((one) => ({ ...common(one), outcome: 'sent' as const })),
      made,
    );
    expect(await findReach(world.db, world.tenant.id, event.id, { after: FIRST_PLACE, limit: 10 })).toMatchObject({
      people: 1,
      reached: 1,
    });
  },
);

test('P6: when that invitation is refused for good, its reader is one of those who do not know', async () => {
  const { event, claimed } = await onlyBen();
  for (const hours of [1, 0]) {
    const [startsAt, endsAt] = [event.startsAt.add({ hours }), event.endsAt.add({ hours })];
    await rescheduleEvent(world.context, world.tenant, { id: event.id }, { startsAt, endsAt }, request);
  }
  await recordUnsent(world.db, worker, [bounced(claimed)], made);
  expect((await findReach(world.db, world.tenant.id, event.id, { after: FIRST_PLACE, limit: 10 })).counts).toMatchObject({ bounced: 1 });
});

test('P6: whoever may have been told of a move, by a mail that is not sent again, is told of the next one even where it leads back to the same', async () => {
  const event = await addEvent(world, { invitees: [ben] });
  await recordSent(
    world.db,
    worker,
    (await claim()).map((one) => ({ ...common(one), outcome: 'sent' as const })),
    made,
  );
  const move = async (hours: number) =>
    await rescheduleEvent(
      world.context,
      world.tenant,
      { id: event.id },
      { startsAt: event.startsAt.add({ hours }), endsAt: event.endsAt.add({ hours }) },
      request,
    );
  await move(1);
  await recordUnsent(
    world.db,
    worker,
    (await claim()).map((one) => ({ ...deferred(one), outcome: 'lost' as const, possiblySent: true })),
    made,
  );
  await move(2);
  await move(1);
  expect((await ledgerOf(world, event.id)).map(({ state }) => state)).toEqual(['sent', 'aborted', 'aborted', 'queued']);
});

test('a deferred move with a newer move behind it is aborted at once, the newer one stays', async () => {
  const event = await addEvent(world, { invitees: [ben] });
  await recordSent(
    world.db,
    worker,
    (await claim()).map((one) => ({ ...common(one), outcome: 'sent' as const })),
    made,
  );
  const move = async (hours: number) => {
    const startsAt = world.clock.now().add({ hours });
    await rescheduleEvent(world.context, world.tenant, { id: event.id }, { startsAt, endsAt: startsAt.add({ hours: 1 }) }, request);
  };
  await move(72);
  const [first] = await claim();
  await move(96);
  await recordUnsent(world.db, worker, [deferred(first!)], made);
  expect((await ledgerOf(world, event.id)).map((row) => [row.purpose, row.revision, row.state, row.lastReply])).toEqual([
    ['invitation', 1, 'sent', 'the server’s words'],
    ['moved', 2, 'aborted', 'superseded by revision 3'],
    ['moved', 3, 'queued', null],
  ]);
});

test.each([
  ['deferred', deferred, 'aborted'],
  ['refused for good', bounced, 'bounced'],
] as const)(
  'when an invitation on its way turns out %s, the cancel behind it is voided: nobody is told of it',
  async (_, result, state) => {
    const { event, claimed } = await onlyBen();
    await cancelEvent(world.context, world.tenant, { id: event.id }, request);
    expect((await ledgerOf(world, event.id)).map((row) => row.state)).toEqual(['sending', 'queued']);
    await recordUnsent(world.db, worker, [result(claimed)], made);
    expect((await ledgerOf(world, event.id)).map((row) => [row.purpose, row.state])).toEqual([
      ['invitation', state],
      ['event_cancelled', 'aborted'],
    ]);
  },
);

test('when the invitation may have arrived, the cancel behind it goes', async () => {
  const { event, claimed } = await onlyBen();
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  await recordUnsent(world.db, worker, [{ ...deferred(claimed), outcome: 'lost', possiblySent: true }], made);
  expect((await ledgerOf(world, event.id)).map((row) => [row.purpose, row.state])).toEqual([
    ['invitation', 'aborted'],
    ['event_cancelled', 'queued'],
  ]);
});

test('somebody known to be told before we kept the ledger gets the cancel, whatever became of a later mail', async () => {
  const { event, claimed } = await onlyBen();
  await sql`update tickets set told_outbox_id = ${claimed.outboxId} where event_id = ${event.id}`.execute(world.db);
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  await recordUnsent(world.db, worker, [bounced(claimed)], made);
  expect((await ledgerOf(world, event.id)).map((row) => row.state)).toEqual(['bounced', 'queued']);
});

test('8: back-off counts what servers did, not the crashes of ours nor what we broke off', async () => {
  const { claimed } = await onlyBen();
  expect(claimed).toMatchObject({ attempts: 1, setbacks: 0 });
  let held = claimed;
  for (let crash = 0; crash < 5; crash += 1) {
    expect(await sweepOrphans(world.db, randomUUID(), world.clock.now())).toHaveLength(1);
    held = (await claim())[0]!;
  }
  expect(held).toMatchObject({ attempts: 6, setbacks: 0, possiblySent: true });
  await recordUnsent(world.db, worker, [{ ...deferred(held), outcome: 'lost', ownFault: true, dueAt: world.clock.now() }], made);
  held = (await claim())[0]!;
  expect(held.setbacks).toBe(0);
  await recordUnsent(world.db, worker, [deferred(held)], made);
  world.clock.advance({ seconds: 10 });
  held = (await claim())[0]!;
  expect(held).toMatchObject({ attempts: 8, setbacks: 1 });
  await recordUnsent(world.db, worker, [{ ...deferred(held), outcome: 'lost', possiblySent: true }], made);
  world.clock.advance({ seconds: 10 });
  expect((await claim())[0]).toMatchObject({ setbacks: 2 });
});
