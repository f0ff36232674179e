import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { crowdOf, expandSome, insertSeats, reachOf, sumsOf } from '../../test/harness/reach.ts';
import {
  type DeliveryRow,
  type World,
  addCustomer,
  addEvent,
  addTicketType,
  ben,
  chie,
  ledgerOf,
  markSent,
  openWorld,
  request,
} from '../../test/harness/world.ts';
import { UNREACHED_WHY } from '../domain/notices/reach.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';
import { cancelTicket } from '../operations/seats/cancel-ticket.ts';
import { issueTicket } from '../operations/seats/issue-ticket.ts';
import { joinWaitlist } from '../operations/waitlist/join-waitlist.ts';
import { removeSuppression } from '../operations/ledger/remove-suppression.ts';
import { sendTicket } from '../operations/seats/send-ticket.ts';
import { FIRST_PLACE, type Reach, type UnreachedPlace, findReach } from './unreached.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await sql`delete from suppressions`.execute(world.db);
});

const suppress = async ({ id, recipient }: DeliveryRow) =>
  await sql`insert into suppressions values (${world.tenant.id}, folded(${recipient}), '550 5.1.1 no such user', ${id}, ${world.clock.now()})`.execute(
    world.db,
  );

test('each is listed with why they do not know, and the server’s words', async () => {
  const event = await addEvent(world, { invitees: [...crowdOf(7), { ...ben, email: null }] });
  const [queued, sending, deferred, bounced, failed, sent, suppressed] = await ledgerOf(world, event.id);
  const states = [
    [sending, 'sending'],
    [deferred, 'awaiting_retry'],
    [bounced, 'bounced'],
    [failed, 'failed'],
    [sent, 'sent'],
    [suppressed, 'bounced'],
  ] as const;
  for (const [row, state] of states) {
    await sql`update deliveries set state = ${state}, attempts = 1, leased_by = case ${state} when 'sending' then gen_random_uuid() end,
      finished_at = case when ${state} in ('bounced', 'failed', 'sent') then due_at end, last_reply = ${`said ${state}`} where id = ${row!.id}`.execute(
      world.db,
    );
  }
  await suppress(suppressed!);
  await insertSeats(world, event, 'FORGOTTEN', 1);
  const { unreached } = await reachOf(world, event.id);
  expect(unreached.map(({ recipient, why, lastReply }) => [recipient, why, lastReply])).toEqual([
    [queued!.recipient, 'queued', null],
    [sending!.recipient, 'sending', 'said sending'],
    [deferred!.recipient, 'deferred', 'said awaiting_retry'],
    [bounced!.recipient, 'bounced', 'said bounced'],
    [failed!.recipient, 'failed', 'said failed'],
    [suppressed!.recipient, 'suppressed', 'said bounced'],
    [null, 'no_address', 'no address'],
    ['forgotten1@example.com', 'not_planned', null],
  ]);
  expect(await sumsOf(world, event.id)).toMatchObject({ people: 9, reached: 1, not_planned: 1 });
  await sql`update tickets set released_revision = 1 where code = 'FORGOTTEN1'`.execute(world.db);
  expect(await sumsOf(world, event.id)).toMatchObject({ people: 9, reached: 1, nothingOwed: 1 });
});

test('what waits for an address that is mailed nothing more waits in vain, until that is lifted', async () => {
  const event = await addEvent(world, { invitees: [{ ...ben, email: 'Ben@Example.com' }, chie] });
  const [waiting] = await ledgerOf(world, event.id);
  await suppress(waiting!);
  expect(await sumsOf(world, event.id)).toEqual({ people: 2, suppressed: 1, queued: 1 });
  await removeSuppression(world.context, world.tenant, ben.email!, request);
  expect(await sumsOf(world, event.id)).toEqual({ people: 2, queued: 2 });
});

test('who needs no notice is owed nothing: a person who knew before we came, and one never told of what is off', async () => {
  const known = await addEvent(world, { invitees: crowdOf(3) });
  await sql`delete from deliveries where event_id = ${known.id}`.execute(world.db);
  await sql`update tickets set told_outbox_id = (select id from outbox where event_id = ${known.id}) where event_id = ${known.id}`.execute(
    world.db,
  );
  expect(await sumsOf(world, known.id)).toEqual({ people: 3, nothingOwed: 3 });

  const untold = await addEvent(world, { invitees: crowdOf(3) });
  await cancelEvent(world.context, world.tenant, { id: untold.id }, request);
  expect(await sumsOf(world, untold.id)).toEqual({ people: 3, nothingOwed: 3 });
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
  expect(await sumsOf(world, event.id)).toEqual({ people: 2, reached: 1, queued: 1 });
  await markSent(world, event.id);
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  expect((await reachOf(world, event.id)).unreached.map((one) => one.recipient).toSorted()).toEqual([
    'mina@example.org',
    'noor@example.org',
  ]);
});

test('somebody in the waiting list is another person than the holder of a ticket with the same address, and listed before the tickets', async () => {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 1 });
  await sql`update events set published_at = ${world.clock.now()}, waitlist_enabled = true where id = ${event.id}`.execute(world.db);
  const ticketTypeId = await addTicketType(world, event.id);
  const mina = { ...(await addCustomer(world, { name: 'Mina', email: 'mina@example.org', zone: 'Europe/Madrid' })), isMember: false };
  const issued = await issueTicket(
    world.context,
    world.tenant,
    { id: event.id },
    { ticketTypeId, customerId: mina.id, holder: mina },
    request,
  );
  if (issued.outcome !== 'issued') throw new Error(issued.outcome);
  await markSent(world, event.id);
  await joinWaitlist(world.context, world.tenant, event.id, { customer: mina, holder: mina, ticketTypeId: null });
  expect(await sumsOf(world, event.id)).toEqual({ people: 1, reached: 1 });
  await cancelTicket(world.context, world.tenant, mina.id, issued.ticket.id, request);
  expect(await sumsOf(world, event.id)).toEqual({ people: 2, queued: 2 });
  const whole = await reachOf(world, event.id);
  expect(whole.unreached).toMatchObject([
    { ticketId: null, entryId: expect.any(Number), recipient: mina.email, purpose: 'seat_offered' },
    { ticketId: issued.ticket.id, entryId: null, recipient: mina.email, purpose: 'ticket_cancelled' },
  ]);
  const first = await reachOf(world, event.id, FIRST_PLACE, 1);
  expect([first.unreached, (await reachOf(world, event.id, first.next!, 1)).unreached]).toEqual([
    [whole.unreached[0]],
    [whole.unreached[1]],
  ]);
  // As if she had let it go, got in line again, and been offered another.
  await sql`insert into deliveries select (jsonb_populate_record(d, jsonb_build_object('id', id + 1000000, 'subject_id', subject_id + 1000000))).*
    from deliveries d where event_id = ${event.id} and subject_kind = 'place'`.execute(world.db);
  expect(await sumsOf(world, event.id)).toEqual({ people: 3, queued: 3 });
});

test('pages hold everybody once, those of one ticket and those without a notice too', async () => {
  const event = await addEvent(world, { invitees: crowdOf(60) });
  await expandSome(world);
  // As if each of the first 25 had the ticket mailed to a second address.
  await sql`insert into deliveries select (jsonb_populate_record(d, jsonb_build_object('id', d.id + 1000000, 'recipient', 'copy-' || d.recipient))).*
    from deliveries d where event_id = ${event.id}`.execute(world.db);
  await sql`update outbox set state = 'pending', cursor_ticket_id = (select max(subject_id) from deliveries where subject_kind = 'seat' and event_id = ${event.id})
    where event_id = ${event.id}`.execute(world.db);
  const whole = await reachOf(world, event.id);
  expect(whole).toMatchObject({ people: 85, next: null, counts: { queued: 50, not_written: 35 } });
  const paged: string[] = [];
  for (let after: UnreachedPlace | null = FIRST_PLACE; after !== null;) {
    const page: Reach = await reachOf(world, event.id, after, 7);
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
