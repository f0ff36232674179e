import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sumsOf } from '../../../test/harness/reach.ts';
import { type World, addEvent, ana, ben, chie, ledgerOf, markSent, openWorld, request } from '../../../test/harness/world.ts';
import { composeEmail } from '../../delivery/email/compose-email.ts';
import type { MessageTo } from '../../domain/attendees/send-message.ts';
import type { Event } from '../../domain/events/event.ts';
import { type ClaimedDelivery, claimDeliveries } from '../../ledger/claim.ts';
import { registerWorker } from '../../ledger/leases.ts';
import { createNoticeReader } from '../../ledger/notices.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { updateEvent } from '../events/update-event.ts';
import { checkIn } from './check-in.ts';
import { removeAttendee } from './remove-attendee.ts';
import { sendMessage } from './send-message.ts';

let world: World;
const worker = randomUUID();
beforeAll(async () => {
  world = await openWorld();
  await registerWorker(world.db, worker, 36_000, world.clock.now());
});
// Each test claims what is its own alone.
beforeEach(async () => {
  await sql`delete from deliveries`.execute(world.db);
});
afterAll(() => world.close());

const say = async (event: Event, subject: string, to: MessageTo = 'all') =>
  await sendMessage(world.context, world.tenant, event.id, { subject, text: 'Please come by the north gate.' }, to, request);

const move = async (event: Event, hours: number) => {
  const times = { startsAt: event.startsAt.add({ hours }), endsAt: event.endsAt.add({ hours }) };
  return await updateEvent(world.context, world.tenant, { id: event.id }, times, request);
};

const claim = async (later = 0): Promise<ClaimedDelivery[]> =>
  await claimDeliveries(world.db, worker, 0, 100, world.clock.now().add({ minutes: later }));

/** What a server put off, all of it: due again now. */
const putOff = async () =>
  await sql`update deliveries set state = 'awaiting_retry', leased_by = null, setbacks = setbacks + 1, due_at = ${world.clock.now()} where state = 'sending'`.execute(
    world.db,
  );

const purposes = async (event: Event, recipient = 'ben@example.com') =>
  (await ledgerOf(world, event.id)).filter((one) => one.recipient === recipient).map((one) => [one.purpose, one.occurrence, one.state]);

test('it reaches each address once, of those it is for, in their thread, without a calendar part, and changes nothing about the event', async () => {
  const twice = { ...ben, name: 'Kenji' };
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [ben, chie, { ...chie, name: 'Omar', email: null }] });
  await sql`insert into tickets (tenant_id, event_id, name, email, zone, zone_source, language, code, uid, issued_revision, issued_at, updated_at)
    values (${world.tenant.id}, ${event.id}, ${twice.name}, ${twice.email}, 'Asia/Tokyo', 'person', 'en', 'KENJICOD', 'x@y', 1, now(), now())`.execute(
    world.db,
  );
  await markSent(world, event.id);
  const before = await sql`select revision, sequence, starts_at from events where id = ${event.id}`.execute(world.db);
  expect(await say(event, 'Doors')).toEqual({ outcome: 'planned', changeId: expect.any(Number), recipients: 2, withoutAddress: 1 });
  expect(await say(event, 'Doors')).toEqual({ outcome: 'sent_just_now' });
  expect((await sql`select revision, sequence, starts_at from events where id = ${event.id}`.execute(world.db)).rows).toEqual(before.rows);
  const claimed = await claim();
  const notices = await createNoticeReader(world.db, 'https://events.example.org', world.context.links).read(claimed);
  const mails = await Promise.all(notices.map((one) => PostalMime.parse(composeEmail(one).raw)));
  const first = (await ledgerOf(world, event.id)).filter(({ purpose }) => purpose === 'ticket').map(({ messageId }) => `<${messageId}>`);
  expect(mails.map(({ subject, inReplyTo, attachments, to }) => [to?.[0]?.address, subject, inReplyTo, attachments])).toEqual([
    ['ben@example.com', 'Site visit: Doors', first[0], []],
    ['chie@example.com', 'Site visit: Doors', first[1], []],
  ]);
  expect(mails[0]?.text).toContain('Please come by the north gate.');
});

test('P6: whoever got a message was told of nothing by it: reach, a first mail that failed and the cancel are as without it', async () => {
  const event = await addEvent(world, { invitees: [ana, ben] });
  await sql`update deliveries set state = 'failed', finished_at = now() where recipient = 'ben@example.com'`.execute(world.db);
  await markSent(world, event.id);
  await say(event, 'Doors');
  expect(await sumsOf(world, event.id)).toEqual({ people: 2, reached: 1, failed: 1 });
  await markSent(world, event.id);
  expect(await sumsOf(world, event.id)).toEqual({ people: 2, reached: 1, failed: 1 });
  await move(event, 1);
  // Never told, so invited now, and not told of a move.
  expect((await purposes(event)).at(-1)).toEqual(['invitation', 0, 'queued']);
  await sql`update deliveries set state = 'failed', finished_at = now() where recipient = 'ben@example.com' and state = 'queued'`.execute(
    world.db,
  );
  expect(await cancelEvent(world.context, world.tenant, { id: event.id }, request)).toMatchObject({ notices: 1 });
  expect((await purposes(event)).at(-1)).toEqual(['event_cancelled', 0, 'aborted']);
});

test('P3: a later message voids no earlier one, nor a move, nor a move a message; order holds among them; the end voids a message that waits', async () => {
  const event = await addEvent(world, { invitees: [ben] });
  await markSent(world, event.id);
  await say(event, 'One');
  await say(event, 'Two');
  await move(event, 1);
  await say(event, 'Three');
  expect(await purposes(event)).toEqual([
    ['invitation', 0, 'sent'],
    ['message', 1, 'queued'],
    ['message', 2, 'queued'],
    ['moved', 0, 'queued'],
    ['message', 3, 'queued'],
  ]);
  // One after the other, in the order they were made, however often a server puts them off.
  const order: string[] = [];
  for (let step = 0; step < 4; step += 1) {
    const first = (await claim()).map((one) => one.purpose);
    await putOff();
    const again = await claim(1);
    expect(again.map(({ purpose }) => purpose)).toEqual(first);
    order.push(...first);
    await sql`update deliveries set state = 'sent', leased_by = null, finished_at = now(), possibly_sent = true where state = 'sending'`.execute(
      world.db,
    );
  }
  expect(order).toEqual(['message', 'message', 'moved', 'message']);
  await say(event, 'Four');
  await claim();
  await putOff();
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  await say(event, 'Sorry');
  expect((await purposes(event)).slice(-3)).toEqual([
    ['message', 4, 'aborted'],
    ['event_cancelled', 0, 'queued'],
    ['message', 5, 'queued'],
  ]);
  expect((await claim(1)).map(({ purpose }) => purpose)).toEqual(['event_cancelled']);
});

test('it is for those in a state as they are then: who has come, who has not, who was not reached, who waits; who has left hears no more', async () => {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [ben, chie] });
  const seats = (
    await sql<{ id: number; code: string }>`select id, code from tickets where event_id = ${event.id} order by id`.execute(world.db)
  ).rows;
  await checkIn(world.context, world.tenant, { code: seats[0]!.code, eventId: null }, { actor: request.actor, calendars: null });
  await sql`update deliveries set state = 'bounced', finished_at = now() where recipient = 'chie@example.com'`.execute(world.db);
  await markSent(world, event.id);
  await sql`insert into waitlist_entries (tenant_id, event_id, email, name, zone, zone_source, language, state, joined_at, updated_at)
    values (${world.tenant.id}, ${event.id}, 'noor@example.org', 'Noor', 'Asia/Tokyo', 'person', 'en', 'waiting', now(), now())`.execute(
    world.db,
  );
  for (const to of ['checked_in', 'not_checked_in', 'not_reached', 'waiting'] as const)
    expect(await say(event, to, to)).toMatchObject({ recipients: 1 });
  const sent = await sql<{
    to: string;
    recipient: string;
  }>`select o.message->>'subject' as to, d.recipient from deliveries d join outbox o on o.id = d.outbox_id
    where d.purpose = 'message' order by d.id`.execute(world.db);
  expect(sent.rows).toEqual([
    { to: 'checked_in', recipient: 'ben@example.com' },
    { to: 'not_checked_in', recipient: 'chie@example.com' },
    { to: 'not_reached', recipient: 'chie@example.com' },
    { to: 'waiting', recipient: 'noor@example.org' },
  ]);
  await removeAttendee(world.context, world.tenant, event.id, seats[1]!.id, request);
  expect((await claim()).map(({ recipient, purpose }) => [recipient, purpose])).toEqual([
    ['ben@example.com', 'message'],
    ['noor@example.org', 'message'],
  ]);
  const empty = await addEvent(world, { invitees: [{ ...ben, email: null }] });
  expect(await say(empty, 'Doors')).toEqual({ outcome: 'nobody', withoutAddress: 1 });
});
