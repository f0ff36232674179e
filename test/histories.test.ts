import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelEvent } from '../src/operations/events/cancel-event.ts';
import { cancelTicket } from '../src/operations/seats/cancel-ticket.ts';
import { issueTicket } from '../src/operations/seats/issue-ticket.ts';
import { rescheduleEvent } from '../src/operations/events/reschedule-event.ts';
import { sendTicket } from '../src/operations/seats/send-ticket.ts';
import { claimDeliveries } from '../src/ledger/claim.ts';
import { type UnsentAttempt, recordSent, recordUnsent } from '../src/ledger/record.ts';
import { FIRST_PLACE, findReach } from '../src/ledger/unreached.ts';
import type { Event } from '../src/domain/events/event.ts';
import type { Recipient } from '../src/domain/people/people.ts';
import { Model, type Received } from './histories-model.ts';
import { type World, addCustomer, addEvent, ana, ben, openWorld, request } from './harness/world.ts';

type Step =
  | { do: 'move'; hours: number; byIds: boolean }
  | { do: 'cancel'; byIds: boolean }
  | { do: 'buy'; who: number }
  | { do: 'giveBack'; seat: number }
  | { do: 'resend'; seat: number }
  | { do: 'wait'; minutes: number }
  | { do: 'deliver'; limit: number; ends: 'sent' | 'lost' | 'deferred' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('move' as const), hours: fc.integer({ min: 0, max: 3 }), byIds: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), byIds: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('buy' as const), who: fc.integer({ min: 0, max: 1 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('giveBack' as const), seat: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('resend' as const), seat: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 90 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('deliver' as const),
      limit: fc.integer({ min: 1, max: 4 }),
      ends: fc.constantFrom('sent' as const, 'sent' as const, 'lost' as const, 'deferred' as const),
    }),
  },
);
const history = fc.record({ tickets: fc.boolean(), invited: fc.boolean(), steps: fc.array(step, { maxLength: 14 }) });

let world: World;
let buyers: (Recipient & { id: number })[];
const worker = randomUUID();
beforeAll(async () => {
  world = await openWorld();
  buyers = [
    await addCustomer(world, { name: 'Mina', email: 'mina@example.org', zone: 'Europe/Madrid' }),
    await addCustomer(world, { name: 'Noor', email: 'noor@example.org', zone: 'Asia/Tokyo' }),
  ];
});
afterAll(() => world.close());

test('1,000 random histories: everybody hears what the model says, once, in order, and ends at the server’s state', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ tickets, invited, steps }) => {
      // A history that failed leaves waiting mail behind, which is not the next one's.
      await sql`update deliveries set state = 'aborted', leased_by = null, finished_at = due_at where state in ('queued', 'sending', 'awaiting_retry')`.execute(
        world.db,
      );
      const event = await addEvent(world, { uidScope: tickets ? 'ticket' : 'event', invitees: invited ? [ana, ben] : [] });
      const model = new Model(
        tickets,
        (await seatsOf(event)).map((seat) => seat.id),
      );
      for (const one of steps) {
        const [outcome, expected] = await take(one, event, model);
        expect(outcome).toBe(expected);
        await expectReachAddsUp(event, model);
      }
      await drain(event, model);
      for (const [ticketId, received] of await ledger(event)) {
        expect(received, `what ticket ${ticketId} heard`).toEqual(model.heard(ticketId));
        expectCalendarObeys(received, model.stateOf(ticketId));
      }
      expect(await openOf(event)).toEqual([]);
      await expectSumsEqualPlans(event);
      await expectReachAddsUp(event, model);
    }),
    { numRuns: 1_000, seed: 20_301_101, endOnFailure: false },
  );
}, 240_000);

/** By its ids alone the same change is made, and whoever runs the event hears of that, too: which is nobody's seat, and so not the model's. */
const requestBy = ({ byIds }: { byIds: boolean }) => (byIds ? { ...request, barePair: { network: '192.0.2.0/24' } } : request);

/** Takes a step in both worlds: what the server answered, and what the model says it must. */
async function take(one: Step, event: Event, model: Model): Promise<[string?, string?]> {
  const { context, tenant, clock } = world;
  const key = { id: event.id };
  // Two changes in one instant are told apart by DTSTAMP alone; a second passes between most.
  clock.advance({ milliseconds: 700 });
  switch (one.do) {
    case 'move': {
      const times = { startsAt: event.startsAt.add({ hours: one.hours }), endsAt: event.endsAt.add({ hours: one.hours }) };
      const { outcome } = await rescheduleEvent(context, tenant, key, times, requestBy(one));
      return [outcome, model.move(one.hours)];
    }
    case 'cancel':
      return [(await cancelEvent(context, tenant, key, requestBy(one))).outcome, model.cancel()];
    case 'buy': {
      const { id: customerId, ...holder } = buyers[one.who]!;
      const made = await issueTicket(context, tenant, key, { ticketTypeId: null, customerId, holder }, request);
      return [made.outcome, model.buy(one.who, made.outcome === 'issued' ? made.ticket.id : null)];
    }
    case 'giveBack': {
      const seat = model.boughtSeat(one.seat);
      if (!seat) return [];
      const { outcome } = await cancelTicket(context, tenant, buyers[seat.who]!.id, seat.ticketId, request);
      return [outcome, model.giveBack(seat)];
    }
    case 'resend': {
      const seat = model.boughtSeat(one.seat);
      if (!seat) return [];
      const { outcome } = await sendTicket(context, tenant, buyers[seat.who]!, seat.ticketId, request);
      return [outcome, model.resend(seat, clock.now().epochMilliseconds)];
    }
    case 'wait':
      clock.advance({ minutes: one.minutes });
      return [];
    case 'deliver':
      await deliver(event, model, one.limit, one.ends);
      return [];
  }
}

/** Hands over up to `limit` deliveries as a worker would, with one way of ending for all of them; says how many it took. */
async function deliver(event: Event, model: Model, limit: number, ends: 'sent' | 'lost' | 'deferred'): Promise<number> {
  const now = world.clock.now();
  const claimed = await claimDeliveries(world.db, worker, 0, limit, now);
  const results = claimed.map((one) => ({
    tenantId: one.tenantId,
    id: one.id,
    attempt: one.attempts,
    startedAt: now,
    endedAt: now,
    words: ends,
    sha256: null,
  }));
  const made = { templateVersion: 1, tzVersion: 'test' };
  if (ends === 'sent')
    await recordSent(
      world.db,
      worker,
      results.map((one) => ({ ...one, outcome: 'sent' as const })),
      made,
    );
  else {
    const again: UnsentAttempt[] = results.map((one) => ({
      ...one,
      outcome: ends,
      state: 'awaiting_retry',
      possiblySent: ends === 'lost',
      dueAt: now.add({ minutes: 5 }),
    }));
    await recordUnsent(world.db, worker, again, made);
  }
  const rows = await sql<{ eventId: number; ticketId: number; revision: number; occurrence: number }>`
    select event_id, subject_id as ticket_id, revision, occurrence from deliveries where subject_kind = 'seat' and id = any(${claimed.map((one) => one.id)}::bigint[])`.execute(
    world.db,
  );
  for (const row of rows.rows) {
    expect(row.eventId).toBe(event.id);
    model.handedOver(row, ends);
  }
  return claimed.length;
}

async function drain(event: Event, model: Model): Promise<void> {
  for (let rest = 0; rest < 50; rest += 1) {
    if ((await deliver(event, model, 100, 'sent')) === 0 && !model.waiting() && (await openOf(event)).length === 0) return;
    world.clock.advance({ minutes: 6 });
  }
}

async function openOf(event: Event): Promise<unknown[]> {
  return (
    await sql`select purpose from deliveries where event_id = ${event.id} and state in ('queued', 'sending', 'awaiting_retry')`.execute(
      world.db,
    )
  ).rows;
}

async function seatsOf(event: Event): Promise<{ id: number }[]> {
  return (await sql<{ id: number }>`select id from tickets where event_id = ${event.id} order by id`.execute(world.db)).rows;
}

/** What was handed over and taken, seat by seat, oldest first. */
async function ledger(event: Event): Promise<Map<number, Received[]>> {
  const heard = new Map<number, Received[]>((await seatsOf(event)).map((seat) => [seat.id, []]));
  const sent = await sql<{
    ticketId: number;
    purpose: string;
    sequence: number;
    dtstamp: Temporal.Instant;
    startsAt: string;
    toldStartsAt: string | null;
  }>`
    select case d.subject_kind when 'seat' then d.subject_id end as ticket_id, d.purpose, d.sequence, d.dtstamp, o.facts->>'startsAt' as starts_at, t.facts->>'startsAt' as told_starts_at
    from deliveries d join outbox o on o.id = d.outbox_id left join outbox t on t.id = d.told_outbox_id
    where d.event_id = ${event.id} and d.state = 'sent' order by d.finished_at, d.id`.execute(world.db);
  const hours = (iso: string) => event.startsAt.until(Temporal.Instant.from(iso)).total('hours');
  for (const row of sent.rows) {
    heard.get(row.ticketId)?.push({
      purpose: row.purpose,
      hours: hours(row.startsAt),
      formerly: row.purpose === 'moved' && row.toldStartsAt !== null ? hours(row.toldStartsAt) : null,
      sequence: row.sequence,
      dtstamp: row.dtstamp.epochMilliseconds,
    });
  }
  return heard;
}

/** RFC 5546 §2.1.5: whatever arrives last by (SEQUENCE, DTSTAMP) holds; here nothing older may even have come later. */
function expectCalendarObeys(received: Received[], state: { live: boolean; hours: number }): void {
  for (const [index, one] of received.entries()) {
    const before = received[index - 1];
    if (!before) continue;
    expect(one.dtstamp).toBeGreaterThan(before.dtstamp);
    const least = before.sequence + (one.purpose.endsWith('_cancelled') ? 1 : 0);
    expect(one.sequence).toBeGreaterThanOrEqual(least);
  }
  const last = received.at(-1);
  if (!last) return;
  const shown = last.purpose.endsWith('_cancelled') ? { live: false } : { live: true, hours: last.hours };
  expect(state).toMatchObject(shown);
}

/** Promise 6: every seat a plan covers has its row in the ledger. */
async function expectSumsEqualPlans(event: Event): Promise<void> {
  const plans = await sql<{ planned: number; rows: number }>`
    select o.planned, (select count(distinct (d.subject_kind, d.subject_id)) from deliveries d where d.outbox_id = o.id) as rows
    from outbox o where o.event_id = ${event.id}`.execute(world.db);
  for (const plan of plans.rows) expect(plan.rows).toBe(plan.planned);
}

/** And each person who has or had a seat stands in one of the sums, nobody else, at every moment; those for whom something waits do not know yet. */
async function expectReachAddsUp(event: Event, model: Model): Promise<void> {
  const { people, reached, nothingOwed, counts, unreached } = await findReach(world.db, world.tenant.id, event.id, {
    after: FIRST_PLACE,
    limit: 100,
  });
  const { seats, unreached: waiting } = model.reach();
  const notReached = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect([people, reached + nothingOwed + notReached, notReached]).toEqual([seats, seats, waiting.length]);
  expect(unreached.map((one) => one.ticketId)).toEqual(waiting);
}
