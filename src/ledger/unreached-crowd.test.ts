import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crowdOf, expandSome, insertSeats, laterThan, reachOf, sumsOf } from '../../test/harness/reach.ts';
import { type World, addCustomer, addEvent, markSent, openWorld, request } from '../../test/harness/world.ts';
import type { Event } from '../domain/events/event.ts';
import type { Recipient } from '../domain/people/people.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';
import { cancelTicket } from '../operations/seats/cancel-ticket.ts';
import { issueTicket } from '../operations/seats/issue-ticket.ts';
import { rescheduleEvent } from '../operations/events/reschedule-event.ts';
import { sendTicket } from '../operations/seats/send-ticket.ts';
import { claimDeliveries } from './claim.ts';
import { FIRST_PLACE, type Reach, type UnreachedPlace } from './unreached.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test('a crowd is counted whole at every moment of a change: whom its notices have not got to yet does not know, whatever they knew before', async () => {
  const event = await addEvent(world, { invitees: crowdOf(60) });
  expect(await sumsOf(world, event.id)).toEqual({ people: 60, not_written: 60 });
  await expandSome(world);
  expect(await sumsOf(world, event.id)).toEqual({ people: 60, not_written: 35, queued: 25 });
  await expandSome(world);
  await expandSome(world);
  await markSent(world, event.id);
  expect(await sumsOf(world, event.id)).toEqual({ people: 60, reached: 60 });

  await rescheduleEvent(world.context, world.tenant, { id: event.id }, laterThan(event, 3), request);
  await expandSome(world);
  await markSent(world, event.id);
  expect(await sumsOf(world, event.id)).toEqual({ people: 60, not_written: 35, reached: 25 });
  // Two plans to come for most of them, and they are still sixty.
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  expect(await sumsOf(world, event.id)).toEqual({ people: 60, not_written: 60 });
  while (await expandSome(world));
  expect(await sumsOf(world, event.id)).toEqual({ people: 60, queued: 60 });
  await markSent(world, event.id);
  expect(await sumsOf(world, event.id)).toEqual({ people: 60, reached: 60 });
});

test('whose mail was voided and not replaced is owed nothing as soon as the plan has passed their ticket, though it is not done yet', async () => {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [] });
  const mina = await addCustomer(world, { name: 'Mina', email: 'mina@example.org', zone: 'Europe/Madrid' });
  const holder = { email: 'noor@example.org', name: 'Noor', zone: 'Asia/Tokyo', zoneSource: 'person' as const, language: 'en' };
  const issued = await issueTicket(
    world.context,
    world.tenant,
    { id: event.id },
    { ticketTypeId: null, customerId: mina.id, holder },
    request,
  );
  if (issued.outcome !== 'issued') throw new Error(issued.outcome);
  await markSent(world, event.id);
  await sendTicket(world.context, world.tenant, mina, issued.ticket.id, request);
  await insertSeats(world, event, 'CROWD', 55);
  await rescheduleEvent(world.context, world.tenant, { id: event.id }, laterThan(event, 3), request);
  expect(await sumsOf(world, event.id)).toEqual({ people: 57, not_written: 57 });
  await expandSome(world);
  expect(await sumsOf(world, event.id)).toEqual({ people: 57, queued: 25, not_written: 31, nothingOwed: 1 });
});

test('a ticket given back while a crowd is being told is told for good: what the crowd’s plan writes to it later says less', async () => {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: crowdOf(51) });
  const noor = await addCustomer(world, { name: 'Noor', email: 'noor@example.org', zone: 'Asia/Tokyo' });
  const issued = await issueTicket(
    world.context,
    world.tenant,
    { id: event.id },
    { ticketTypeId: null, customerId: noor.id, holder: noor },
    request,
  );
  if (issued.outcome !== 'issued') throw new Error(issued.outcome);
  while (await expandSome(world));
  await markSent(world, event.id);
  await rescheduleEvent(world.context, world.tenant, { id: event.id }, laterThan(event, 3), request);
  expect(await sumsOf(world, event.id)).toEqual({ people: 52, not_written: 52 });
  await cancelTicket(world.context, world.tenant, noor.id, issued.ticket.id, request);
  expect(await sumsOf(world, event.id)).toEqual({ people: 52, not_written: 51, queued: 1 });
  await markSent(world, event.id);
  expect(await sumsOf(world, event.id)).toEqual({ people: 52, not_written: 51, reached: 1 });
  while (await expandSome(world));
  expect(await sumsOf(world, event.id)).toEqual({ people: 52, queued: 51, reached: 1 });
});

test('at random moments of random changes of a crowd everybody is counted once, and writing the notices makes nobody who knew one who does not', async () => {
  const buyer = await addCustomer(world, { name: 'Pia', email: 'pia@example.org', zone: 'Europe/Madrid' });
  const steps = fc.array(fc.constantFrom('move', 'buy', 'give back', 'resend', 'write', 'write', 'send', 'send', 'cancel'), {
    minLength: 4,
    maxLength: 16,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const event = await addEvent(world, { uidScope: 'ticket', invitees: crowdOf(55) });
      const bought: number[] = [];
      await change('buy', event, buyer, bought, 0);
      while (await expandSome(world));
      while ((await handOver(100)) > 0);
      for (const [index, step] of taken.entries()) {
        world.clock.advance({ minutes: 1 });
        if (step === 'write') await expandSome(world);
        else if (step === 'send') await handOver(20);
        else await change(step, event, buyer, bought, index);
        expect(await sumsOf(world, event.id)).toMatchObject({ people: 55 + bought.length });
      }
      const before = new Set((await reachOf(world, event.id)).unreached.map(nameOf));
      while (await expandSome(world));
      expect((await reachOf(world, event.id)).unreached.map(nameOf).filter((name) => !before.has(name))).toEqual([]);
      while ((await handOver(100)) > 0);
      const sums = await sumsOf(world, event.id);
      expect((sums['reached'] ?? 0) + (sums['nothingOwed'] ?? 0)).toBe(sums['people']);
    }),
    { numRuns: 15, seed: 20_301_121 },
  );
}, 60_000);

const nameOf = (one: Reach['unreached'][number]) => `${one.ticketId} ${one.recipient}`;

async function change(step: string, event: Event, buyer: Recipient & { id: number }, bought: number[], hours: number): Promise<void> {
  const { context, tenant } = world;
  const last = bought.at(-1);
  if (step === 'move') await rescheduleEvent(context, tenant, { id: event.id }, laterThan(event, hours), request);
  if (step === 'cancel') await cancelEvent(context, tenant, { id: event.id }, request);
  if (step === 'give back' && last !== undefined) await cancelTicket(context, tenant, buyer.id, last, request);
  if (step === 'resend' && last !== undefined) await sendTicket(context, tenant, buyer, last, request);
  if (step !== 'buy') return;
  const made = await issueTicket(context, tenant, { id: event.id }, { ticketTypeId: null, customerId: buyer.id, holder: buyer }, request);
  if (made.outcome === 'issued') bought.push(made.ticket.id);
}

/** As a worker would, in the order it would: says how many. */
async function handOver(limit: number): Promise<number> {
  const worker = randomUUID();
  const lanes = [
    await claimDeliveries(world.db, worker, 0, limit, world.clock.now()),
    await claimDeliveries(world.db, worker, 1, limit, world.clock.now()),
  ];
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, possibly_sent = true where state = 'sending' and leased_by = ${worker}`.execute(
    world.db,
  );
  return lanes.flat().length;
}

test('nobody is passed over while pages are turned and notices written', async () => {
  while (await expandSome(world));
  const event = await addEvent(world, { invitees: crowdOf(60) });
  const seen = new Set<string>();
  for (let after: UnreachedPlace | null = FIRST_PLACE; after !== null;) {
    const page: Reach = await reachOf(world, event.id, after, 7);
    for (const one of page.unreached) seen.add(nameOf(one));
    await expandSome(world);
    after = page.next;
  }
  expect(seen.size).toBe(60);
});
