import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type World, addCustomer, addEvent, addTicketType, ben, ledgerOf, openWorld, request } from '../../test/harness/world.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';
import { rescheduleEvent } from '../operations/events/reschedule-event.ts';
import type { Buyer } from '../operations/orders/order-input.ts';
import { cancelTicket } from '../operations/seats/cancel-ticket.ts';
import { issueTicket } from '../operations/seats/issue-ticket.ts';
import { expireOffers } from '../operations/waitlist/expire-offers.ts';
import { joinWaitlist } from '../operations/waitlist/join-waitlist.ts';
import { leaveWaitlist } from '../operations/waitlist/leave-waitlist.ts';
import { takeOfferedSeat } from '../operations/waitlist/take-offered-seat.ts';
import { findOpenEntry } from '../storage/waitlist/waitlist.ts';
import { type ClaimedDelivery, claimDeliveries } from './claim.ts';
import { recordUnsent } from './record.ts';
import { sweepOrphans } from './leases.ts';

/*
 * Promise 3 for every kind of subject: a seat, a place in the waiting list, the event itself. A mail is being handed over (the server has its DATA)
 * when something newer happens, and then comes back: from the server, which answered 451, or from a worker that died.
 */

let world: World;
let people: Record<'mina' | 'noor', Buyer>;
const worker = randomUUID();
const byIds = { ...request, barePair: { network: '192.0.2.0/24' } };

beforeAll(async () => {
  world = await openWorld();
  const add = async (name: string) => ({
    ...(await addCustomer(world, { name, email: `${name.toLowerCase()}@example.org`, zone: 'Europe/Madrid' })),
    isMember: false,
  });
  people = { mina: await add('Mina'), noor: await add('Noor') };
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.advance({ hours: 30 });
  await expireOffers(world.context);
  await claim(randomUUID());
});

const claim = async (by = worker) => await claimDeliveries(world.db, by, 0, 100, world.clock.now());
const move = async (eventId: number, hours: number) => {
  const startsAt = world.clock.now().add({ hours });
  await rescheduleEvent(world.context, world.tenant, { id: eventId }, { startsAt, endsAt: startsAt.add({ hours: 1 }) }, byIds);
};
const cancel = async (eventId: number) => await cancelEvent(world.context, world.tenant, { id: eventId }, byIds);

/** A sold-out event with Noor in its waiting list; then a seat comes free. */
async function offered(): Promise<{ eventId: number; entryId: number }> {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 1 });
  await sql`update events set published_at = ${world.clock.now()}, waitlist_enabled = true where id = ${event.id}`.execute(world.db);
  const ticketTypeId = await addTicketType(world, event.id);
  const seat = { ticketTypeId, customerId: people.mina.id, holder: people.mina };
  const issued = await issueTicket(world.context, world.tenant, { id: event.id }, seat, request);
  await joinWaitlist(world.context, world.tenant, event.id, { customer: people.noor, holder: people.noor, ticketTypeId: null });
  await claim(randomUUID());
  if (issued.outcome === 'issued') await cancelTicket(world.context, world.tenant, people.mina.id, issued.ticket.id, request);
  const entry = await sql<{ id: number }>`select id from waitlist_entries where event_id = ${event.id} and state = 'offered'`.execute(
    world.db,
  );
  return { eventId: event.id, entryId: entry.rows[0]!.id };
}

/** Each kind: a mail of it that is being sent, and the newer news of the same subject. */
const KINDS = {
  seat: {
    purpose: 'invitation',
    async begin() {
      return (await addEvent(world, { invitees: [ben] })).id;
    },
    newer: ['event_cancelled'],
  },
  'place in a waiting list': {
    purpose: 'seat_offered',
    async begin() {
      return (await offered()).eventId;
    },
    newer: ['offer_withdrawn'],
  },
  'event, to whoever runs it': {
    purpose: 'bare_pair_used',
    async begin() {
      const { id } = await addEvent(world, { invitees: [] });
      await move(id, 72);
      return id;
    },
    newer: ['bare_pair_used'],
  },
} as const;

/** How a mail under way comes back to be tried again. */
const RETURNS = {
  'the server answered 451': async (held: ClaimedDelivery[]) => {
    const now = world.clock.now();
    const results = held.map(({ tenantId, id, attempts }) => ({
      tenantId,
      id,
      attempt: attempts,
      words: '451 4.7.1 later',
      startedAt: now,
      endedAt: now,
    }));
    await recordUnsent(
      world.db,
      worker,
      results.map((one) => ({
        ...one,
        sha256: null,
        outcome: 'deferred',
        state: 'awaiting_retry',
        possiblySent: false,
        dueAt: now.add({ seconds: 7 }),
      })),
      { templateVersion: 1, tzVersion: 'test' },
    );
  },
  'its worker died': async () => {
    await sweepOrphans(world.db, randomUUID(), world.clock.now());
  },
};

const cases = Object.entries(KINDS).flatMap(([kind, about]) =>
  Object.entries(RETURNS).map(([how, comeBack]) => ({ kind, about, how, comeBack })),
);

/** Everything that is handed over of an event from now on, in order. */
async function handedOver(eventId: number): Promise<string[]> {
  const heard: string[] = [];
  for (let round = 0; round < 4; round += 1) {
    const claimed = await claim();
    heard.push(...claimed.filter((one) => one.eventId === eventId).map(({ purpose }) => purpose));
    await sql`update deliveries set state = 'sent', leased_by = null, possibly_sent = true, finished_at = ${world.clock.now()}
      where state = 'sending' and leased_by = ${worker}`.execute(world.db);
    world.clock.advance({ minutes: 2 });
  }
  return heard;
}

test.each(cases)('promise 3: a mail about a $kind that comes back ($how) is not sent after the newer one', async ({ about, comeBack }) => {
  const eventId = await about.begin();
  const held = (await claim()).filter((one) => one.eventId === eventId && one.purpose === about.purpose);
  expect(held).toHaveLength(1);
  await cancel(eventId);
  // The newer waits while the older is under way: its end may yet decide whether there is anything to say.
  const subject = (await ledgerOf(world, eventId)).find(({ id }) => id === held[0]!.id)!.recipient;
  expect((await claim(randomUUID())).filter((one) => one.eventId === eventId && one.recipient === subject)).toEqual([]);
  await comeBack(held);
  const after = await handedOver(eventId);
  expect(after).not.toContain('seat_offered');
  expect(after).not.toContain('invitation');
  expect(after.filter((purpose) => purpose === 'bare_pair_used').length).toBeLessThanOrEqual(1);
  const [older] = (await ledgerOf(world, eventId)).filter(({ id }) => id === held[0]!.id);
  expect(older).toMatchObject({ state: 'aborted', lastReply: expect.stringMatching(/^superseded by revision \d+$/) });
});

test('promise 3: whoever was never told of an offer is not told that it is gone, as with a seat', async () => {
  const { eventId } = await offered();
  const held = (await claim()).filter((one) => one.eventId === eventId && one.purpose === 'seat_offered');
  await cancel(eventId);
  await RETURNS['the server answered 451'](held);
  expect(await handedOver(eventId)).not.toContain('offer_withdrawn');
});

test.each([
  [
    'taken',
    async ({ entryId, eventId }: { entryId: number; eventId: number }) => {
      const entry = await findOpenEntry(world.db, world.tenant.id, eventId, entryId);
      return (await takeOfferedSeat(world.context, world.tenant, entry!, request)).outcome;
    },
  ],
  [
    'declined',
    async ({ eventId }: { eventId: number }) => {
      return (await leaveWaitlist(world.context, world.tenant, eventId, { customerId: people.noor.id, email: 'noor@example.org' }, request))
        .outcome;
    },
  ],
  [
    'expired',
    async () => {
      world.clock.advance({ hours: 25 });
      return (await expireOffers(world.context)) === 1 ? 'expired' : 'none';
    },
  ],
] as const)('promise 3: an offer whose mail comes back after it was %s is not made again', async (how, end) => {
  const place = await offered();
  const held = (await claim()).filter((one) => one.eventId === place.eventId && one.purpose === 'seat_offered');
  expect(held).toHaveLength(1);
  expect(await end(place)).toBe(how);
  await RETURNS['the server answered 451'](held);
  expect(await handedOver(place.eventId)).not.toContain('seat_offered');
});

test('promise 3: a ticket whose mail comes back after its holder gave it back, who is not told of that, is not sent', async () => {
  const tenant = { ...world.tenant, settings: { tellHolderOfOwnCancel: false } };
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [] });
  const seat = { ticketTypeId: await addTicketType(world, event.id), customerId: people.mina.id, holder: people.mina };
  for (const sending of [true, false]) {
    const issued = await issueTicket(world.context, tenant, { id: event.id }, seat, request);
    if (issued.outcome !== 'issued') throw new Error(issued.outcome);
    const held = sending ? (await claim()).filter((one) => one.eventId === event.id) : [];
    expect(held).toHaveLength(sending ? 1 : 0);
    await cancelTicket(world.context, tenant, people.mina.id, issued.ticket.id, request);
    await RETURNS['the server answered 451'](held);
    expect(await handedOver(event.id)).toEqual([]);
  }
});
