import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addCrowd } from '../../test/harness/delivery.ts';
import { type World, addCustomer, addEvent, addTicketType, ben, ledgerOf, markSent, openWorld, request } from '../../test/harness/world.ts';
import { cancelEvent } from '../operations/events/cancel-event.ts';
import { issueTicket } from '../operations/seats/issue-ticket.ts';
import { rescheduleEvent } from '../operations/events/reschedule-event.ts';
import { sendTicket } from '../operations/seats/send-ticket.ts';
import { claimDeliveries } from './claim.ts';
import { createNoticeReader } from './notices.ts';
import { expandNext } from './expand-next.ts';

let world: World;

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

const claim = async (lane = 0) => await claimDeliveries(world.db, randomUUID(), lane, 500, world.clock.now());
const read = async (claimed: Awaited<ReturnType<typeof claim>>) =>
  await createNoticeReader(world.db, 'https://events.example.org', world.context.links).read(claimed);
const move = async (eventId: number, hours: number) => {
  const startsAt = world.clock.now().add({ hours });
  await rescheduleEvent(world.context, world.tenant, { id: eventId }, { startsAt, endsAt: startsAt.add({ hours: 1 }) }, request);
  return startsAt;
};

test('an invitation says who is asked to what, in their zone and language, under the event’s UID', async () => {
  const event = await addEvent(world, { invitees: [{ ...ben, language: 'de-CH' }] });
  const [row] = await ledgerOf(world, event.id);
  const [notice] = await read(await claim());
  expect(notice).toMatchObject({
    deliveryId: row!.id,
    purpose: 'invitation',
    messageId: row!.messageId,
    inReplyTo: null,
    date: world.clock.now(),
    event: { title: 'Site visit', startsAt: event.startsAt, endsAt: event.endsAt, organizerMailbox: 'events@adjourn.example' },
    previous: null,
    recipient: { email: 'ben@example.com', name: 'Ben', zone: 'America/New_York', zoneSource: 'contact', language: 'de' },
    ticket: null,
    itip: { uid: event.uid, uidScope: 'event', sequence: 0, method: 'REQUEST' },
    pageUrl: null,
  });
});

test('a move says the old time this recipient was told, not the one nobody heard of', async () => {
  const event = await addEvent(world, { invitees: [ben] });
  await markSent(world, event.id);
  await move(event.id, 72);
  const last = await move(event.id, 96);
  const [notice] = await read(await claim());
  expect(notice).toMatchObject({
    purpose: 'moved',
    event: { startsAt: last },
    previous: { startsAt: event.startsAt, title: 'Site visit' },
  });
  expect(notice!.inReplyTo).toBe((await ledgerOf(world, event.id))[0]!.messageId);
});

test('a cancel names the time its recipient knows, also where a move before it reached nobody', async () => {
  const event = await addEvent(world, { invitees: [ben] });
  await markSent(world, event.id);
  await move(event.id, 72);
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  const [notice] = await read(await claim());
  expect(notice).toMatchObject({ purpose: 'event_cancelled', event: { startsAt: event.startsAt }, previous: null, itip: { sequence: 2 } });
});

test('a ticket has its own UID and code and a page; its holder is named where the mail goes to somebody else', async () => {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [] });
  const mina = await addCustomer(world, { name: 'Mina', email: 'mina@example.org', zone: 'Europe/Madrid' });
  const ticketTypeId = await addTicketType(world, event.id);
  const holder = { email: 'noor@example.org', name: 'Noor', zone: 'Asia/Tokyo', zoneSource: 'person' as const, language: 'en' };
  const issued = await issueTicket(world.context, world.tenant, { id: event.id }, { ticketTypeId, customerId: mina.id, holder }, request);
  if (issued.outcome !== 'issued') throw new Error(issued.outcome);
  await sendTicket(world.context, world.tenant, mina, issued.ticket.id, request);
  const notices = await read(await claim());
  expect(notices.map((notice) => [notice.recipient.email, notice.ticket])).toEqual([
    ['noor@example.org', { code: issued.ticket.code, typeName: 'Standard', holderName: null }],
    ['mina@example.org', { code: issued.ticket.code, typeName: 'Standard', holderName: 'Noor' }],
  ]);
  for (const notice of notices) {
    expect(notice.itip).toMatchObject({ uid: issued.ticket.uid, uidScope: 'ticket' });
    expect(notice.pageUrl).toBe(`https://events.example.org/events/${event.id}`);
  }
});

test('whatever changes later, the same delivery gives the same notice', async () => {
  const event = await addEvent(world, { invitees: [ben] });
  const claimed = await claim();
  const before = await read(claimed);
  await sql`update events set title = 'Other', location = null, organizer_name = 'Omar', zone = 'Asia/Tokyo' where id = ${event.id}`.execute(
    world.db,
  );
  await sql`update tickets set name = 'Benjamin', zone = 'Asia/Tokyo', language = 'fr', participation_status = 'declined'
    where event_id = ${event.id}`.execute(world.db);
  await sql`update deliveries set state = 'queued', leased_by = null, attempts = 0 where event_id = ${event.id}`.execute(world.db);
  expect(await read(await claim())).toEqual(before);
});

test('a batch of many plans is read whole, each with its own facts, past what is kept in memory', async () => {
  const reader = createNoticeReader(world.db, 'https://events.example.org', world.context.links);
  for (let n = 0; n < 250; n += 1) await addEvent(world, { invitees: [ben], title: `Visit ${n}` });
  const claimed = await claim();
  for (let round = 0; round < 2; round += 1) {
    expect((await reader.read(claimed)).map((notice) => notice.event.title)).toEqual(Array.from({ length: 250 }, (_, n) => `Visit ${n}`));
  }
  const crowd = await addCrowd(world, 60);
  await move(crowd.id, 72);
  await expandNext(world.db, 100, world.clock.now());
  expect(new Set((await reader.read(await claim(1))).map((notice) => notice.event)).size).toBe(1);
});
