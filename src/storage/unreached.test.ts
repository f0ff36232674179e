import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type World, addCustomer, addEvent, addTicketType, ben, ledgerOf, markSent, openWorld, request } from '../../test/harness/world.ts';
import { UNREACHED_WHY } from '../domain/reach.ts';
import { cancelEvent } from '../operations/cancel-event.ts';
import { issueTicket } from '../operations/issue-ticket.ts';
import { rescheduleEvent } from '../operations/reschedule-event.ts';
import { sendTicket } from '../operations/send-ticket.ts';
import { expandNextChunk } from './outbox-queue.ts';
import { FIRST_PLACE, type Reach, type UnreachedPlace, findReach } from './unreached.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const crowdOf = (size: number) => Array.from({ length: size }, (_, n) => ({ ...ben, email: `ben+${n}@example.com` }));

const reachOf = async (eventId: number, after: UnreachedPlace = FIRST_PLACE, limit = 1_000): Promise<Reach> =>
  await findReach(world.db, world.tenant.id, eventId, { after, limit });

/** What is not zero. Every answer must add up, so that is looked at each time. */
async function sumsOf(eventId: number): Promise<Record<string, number>> {
  const { people, reached, nothingOwed, counts, unreached } = await reachOf(eventId);
  const notReached = Object.values(counts).reduce((sum, count) => sum + count, 0);
  expect(reached + nothingOwed + notReached).toBe(people);
  expect(unreached).toHaveLength(notReached);
  return Object.fromEntries(Object.entries({ people, reached, nothingOwed, ...counts }).filter(([, count]) => count > 0));
}

const expandSome = async () => await expandNextChunk(world.db, 25, [], world.clock.now());

test('a crowd is counted whole at every moment of a change: whom its notices have not got to yet does not know, whatever they knew before', async () => {
  const event = await addEvent(world, { invitees: crowdOf(60) });
  expect(await sumsOf(event.id)).toEqual({ people: 60, not_written: 60 });
  await expandSome();
  expect(await sumsOf(event.id)).toEqual({ people: 60, not_written: 35, queued: 25 });
  await expandSome();
  await expandSome();
  await markSent(world, event.id);
  expect(await sumsOf(event.id)).toEqual({ people: 60, reached: 60 });

  await rescheduleEvent(world.context, world.tenant, { id: event.id }, { startsAt: event.startsAt.add({ hours: 3 }), endsAt: event.endsAt.add({ hours: 3 }) }, request);
  await expandSome();
  await markSent(world, event.id);
  expect(await sumsOf(event.id)).toEqual({ people: 60, not_written: 35, reached: 25 });
  // Two plans to come for most of them, and they are still sixty.
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  expect(await sumsOf(event.id)).toEqual({ people: 60, not_written: 60 });
  while (await expandSome());
  expect(await sumsOf(event.id)).toEqual({ people: 60, queued: 60 });
  await markSent(world, event.id);
  expect(await sumsOf(event.id)).toEqual({ people: 60, reached: 60 });
});

test('each is listed with why they do not know, and the server’s words', async () => {
  const event = await addEvent(world, { invitees: [...crowdOf(6), { ...ben, email: null }] });
  const [queued, sending, deferred, bounced, failed, sent] = await ledgerOf(world, event.id);
  const states = [[sending, 'sending'], [deferred, 'awaiting_retry'], [bounced, 'bounced'], [failed, 'failed'], [sent, 'sent']] as const;
  for (const [row, state] of states) {
    await sql`update deliveries set state = ${state}, attempts = 1, last_reply = ${`said ${state}`} where id = ${row!.id}`.execute(world.db);
  }
  await sql`insert into tickets (tenant_id, event_id, name, email, zone, zone_source, language, code, issued_revision, issued_at, updated_at)
    values (${world.tenant.id}, ${event.id}, 'Chie', 'chie@example.com', 'Asia/Tokyo', 'person', 'en', 'FORGOTTEN', 1, ${world.clock.now()}, ${world.clock.now()})`.execute(world.db);
  const { unreached } = await reachOf(event.id);
  expect(unreached.map(({ recipient, why, lastReply }) => [recipient, why, lastReply])).toEqual([
    [queued!.recipient, 'queued', null],
    [sending!.recipient, 'sending', 'said sending'],
    [deferred!.recipient, 'deferred', 'said awaiting_retry'],
    [bounced!.recipient, 'bounced', 'said bounced'],
    [failed!.recipient, 'failed', 'said failed'],
    [null, 'no_address', 'no address'],
    ['chie@example.com', 'not_planned', null],
  ]);
  expect(await sumsOf(event.id)).toMatchObject({ people: 8, reached: 1, not_planned: 1 });
});

test('who needs no notice is owed nothing: a person who knew before we came, and one never told of what is off', async () => {
  const known = await addEvent(world, { invitees: crowdOf(3) });
  await sql`delete from deliveries where event_id = ${known.id}`.execute(world.db);
  await sql`update tickets set told_outbox_id = (select id from outbox where event_id = ${known.id}) where event_id = ${known.id}`.execute(world.db);
  expect(await sumsOf(known.id)).toEqual({ people: 3, nothingOwed: 3 });

  const untold = await addEvent(world, { invitees: crowdOf(3) });
  await cancelEvent(world.context, world.tenant, { id: untold.id }, request);
  expect(await sumsOf(untold.id)).toEqual({ people: 3, nothingOwed: 3 });
});

test('a ticket mailed to another address is another person to reach', async () => {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [] });
  const ticketTypeId = await addTicketType(world, event.id);
  const mina = await addCustomer(world, { name: 'Mina', email: 'mina@example.org', zone: 'Europe/Madrid' });
  const holder = { email: 'noor@example.org', name: 'Noor', zone: 'Asia/Tokyo', zoneSource: 'person' as const, language: 'en' };
  const issued = await issueTicket(world.context, world.tenant, { id: event.id }, { ticketTypeId, customerId: mina.id, holder }, request);
  if (issued.outcome !== 'issued') throw new Error(issued.outcome);
  await markSent(world, event.id);
  await sendTicket(world.context, world.tenant, mina, issued.ticket.id, request);
  expect(await sumsOf(event.id)).toEqual({ people: 2, reached: 1, queued: 1 });
  await markSent(world, event.id);
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  expect((await reachOf(event.id)).unreached.map((one) => one.recipient).toSorted()).toEqual(['mina@example.org', 'noor@example.org']);
});

test('pages hold everybody once, those of one ticket and those without a notice too', async () => {
  const event = await addEvent(world, { invitees: crowdOf(60) });
  await expandSome();
  // As if each of the first 25 had the ticket mailed to a second address.
  await sql`insert into deliveries select (jsonb_populate_record(d, jsonb_build_object('id', d.id + 1000000, 'recipient', 'copy-' || d.recipient))).*
    from deliveries d where event_id = ${event.id}`.execute(world.db);
  await sql`update outbox set state = 'pending', cursor_ticket_id = (select max(ticket_id) from deliveries where event_id = ${event.id})
    where event_id = ${event.id}`.execute(world.db);
  const whole = await reachOf(event.id);
  expect(whole).toMatchObject({ people: 85, next: null, counts: { queued: 50, not_written: 35 } });
  const paged: string[] = [];
  for (let after: UnreachedPlace | null = FIRST_PLACE; after !== null; ) {
    const page: Reach = await reachOf(event.id, after, 7);
    paged.push(...page.unreached.map((one) => one.recipient ?? ''));
    expect(page.counts).toEqual(whole.counts);
    after = page.next;
  }
  expect(paged).toEqual(whole.unreached.map((one) => one.recipient));
  expect(new Set(paged).size).toBe(85);
});

test('another tenant’s event has nobody in it', async () => {
  const event = await addEvent(world);
  const page = { after: FIRST_PLACE, limit: 10 };
  expect(await findReach(world.db, world.tenant.id + 1, event.id, page)).toEqual({
    people: 0,
    reached: 0,
    nothingOwed: 0,
    counts: Object.fromEntries(UNREACHED_WHY.map((why) => [why, 0])),
    unreached: [],
    next: null,
  });
});
