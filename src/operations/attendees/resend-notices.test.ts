import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crowdOf, sumsOf } from '../../../test/harness/reach.ts';
import { type World, addEvent, ledgerOf, markSent, openWorld, request } from '../../../test/harness/world.ts';
import { expandNext } from '../../ledger/expand-next.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { listAttendees } from './list-attendees.ts';
import { removeAttendee } from './remove-attendee.ts';
import { resendNotices } from './resend-notices.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const NONE = { planned: 0, on_their_way: 0, recently: 0, no_address: 0, suppressed: 0 };

const resend = async (eventId: number, to: 'not_reached' | { ticketId: number } = 'not_reached') => {
  const done = await resendNotices(world.context, world.tenant, eventId, to, request);
  return done.outcome === 'done' ? done.counts : done;
};

const later = (seconds: number) => world.clock.advance({ seconds });

/** The end of the newest notice of somebody, as a mail server made it. */
const ended = async (eventId: number, recipient: string, state: string) =>
  await sql`update deliveries set state = ${state}, finished_at = case when ${state} in ('bounced', 'failed') then now() end, due_at = now()
    where id = (select max(id) from deliveries where event_id = ${eventId} and recipient = ${recipient})`.execute(world.db);

const planned = async (eventId: number, occurrence: number) =>
  (await ledgerOf(world, eventId)).filter((one) => one.occurrence === occurrence).map((one) => [one.purpose, one.recipient, one.state]);

test('told once: everybody who was not reached is mailed again, once for two clicks; who is on the list for a reason is counted by it', async () => {
  const people = ['mina', 'noor', 'pia', 'raj', 'omar'].map((name) => ({
    name,
    email: `${name}@example.org`,
    zone: 'Asia/Tokyo',
    language: 'en',
    role: 'attendee' as const,
  }));
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [...people, { ...people[0]!, name: 'Kenji', email: null }] });
  await ended(event.id, 'mina@example.org', 'bounced');
  await ended(event.id, 'noor@example.org', 'failed');
  await ended(event.id, 'pia@example.org', 'awaiting_retry');
  await ended(event.id, 'raj@example.org', 'bounced');
  await sql`insert into suppressions values (${world.tenant.id}, 'raj@example.org', '550 5.1.1 no such user', 0, now())`.execute(world.db);
  const both = await Promise.all([resend(event.id), resend(event.id)]);
  expect(both.toSorted((one, other) => ('planned' in other ? other.planned : 0) - ('planned' in one ? one.planned : 0))).toEqual([
    { planned: 2, on_their_way: 2, recently: 0, no_address: 1, suppressed: 1 },
    { planned: 0, on_their_way: expect.any(Number), recently: expect.any(Number), no_address: 1, suppressed: 1 },
  ]);
  expect(await planned(event.id, 1)).toEqual([
    ['ticket', 'mina@example.org', 'queued'],
    ['ticket', 'noor@example.org', 'queued'],
  ]);
  await markSent(world, event.id);
  expect(await sumsOf(world, event.id)).toEqual({ people: 6, reached: 3, deferred: 1, suppressed: 1, no_address: 1 });
  later(61);
  expect(await resend(event.id)).toEqual({ ...NONE, on_their_way: 1, no_address: 1, suppressed: 1 });
  const row = await sql`select revision, sequence from events where id = ${event.id}`.execute(world.db);
  expect(row.rows).toEqual([{ revision: 1, sequence: 0 }]);
});

test('one attendee is mailed again whatever they know, at once where they wait for a retry, and not twice within a minute', async () => {
  const event = await addEvent(world);
  await markSent(world, event.id);
  const { attendees = [] } = (await listAttendees(world.context, world.tenant, event.id, { q: 'ben' }, { after: 0, limit: 5 })) ?? {};
  const ticketId = attendees[0]?.id ?? 0;
  expect(await resend(event.id, { ticketId })).toEqual({ ...NONE, planned: 1 });
  expect(await resend(event.id, { ticketId })).toEqual({ ...NONE, on_their_way: 1 });
  await markSent(world, event.id);
  expect(await resend(event.id, { ticketId })).toEqual({ ...NONE, recently: 1 });
  later(61);
  expect(await resend(event.id, { ticketId })).toEqual({ ...NONE, planned: 1 });
  later(61);
  await ended(event.id, 'ben@example.com', 'awaiting_retry');
  expect(await resend(event.id, { ticketId })).toEqual({ ...NONE, planned: 1 });
  expect(
    (await ledgerOf(world, event.id)).filter(({ recipient }) => recipient === 'ben@example.com').map((one) => [one.occurrence, one.state]),
  ).toEqual([
    [0, 'sent'],
    [1, 'sent'],
    [2, 'aborted'],
    [3, 'queued'],
  ]);
  expect(await resend(event.id, { ticketId: 9_999_999 })).toEqual({ outcome: 'not_found' });
  expect(await resend(9_999_999)).toEqual({ outcome: 'not_found' });
});

test('who did not hear that it is off is told that again: of the event, or of their own seat', async () => {
  for (const uidScope of ['event', 'ticket'] as const) {
    const event = await addEvent(world, { uidScope });
    await markSent(world, event.id);
    const seats = (await listAttendees(world.context, world.tenant, event.id, {}, { after: 0, limit: 5 }))?.attendees ?? [];
    await removeAttendee(world.context, world.tenant, event.id, seats[2]?.id ?? 0, request);
    await ended(event.id, 'chie@example.com', 'bounced');
    await cancelEvent(world.context, world.tenant, { id: event.id }, request);
    await ended(event.id, 'ben@example.com', 'failed');
    const before = await ledgerOf(world, event.id);
    expect(await resend(event.id)).toEqual({ ...NONE, planned: 2, on_their_way: 1 });
    const again = (await ledgerOf(world, event.id)).filter(({ occurrence }) => occurrence === 1);
    expect(again.map((one) => [one.purpose, one.recipient, one.state])).toEqual([
      ['event_cancelled', 'ben@example.com', 'queued'],
      ['ticket_cancelled', 'chie@example.com', 'queued'],
    ]);
    // The very object that did not arrive: SEQUENCE is that of the cancel.
    for (const one of again) {
      const first = before.find((row) => row.purpose === one.purpose && row.recipient === one.recipient);
      expect(one.sequence).toBeGreaterThanOrEqual(first?.sequence ?? Infinity);
      expect(Temporal.Instant.compare(one.dtstamp, first!.dtstamp)).toBe(1);
    }
  }
});

test('a crowd that was not reached is one plan, written out in steps, each of them once', async () => {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: crowdOf(120) });
  while ((await expandNext(world.db, 500, world.clock.now())).expanded.length > 0);
  await sql`update deliveries set state = 'failed', finished_at = now() where event_id = ${event.id}`.execute(world.db);
  expect(await resend(event.id)).toEqual({ ...NONE, planned: 120 });
  const steps = [];
  for (
    let step = await expandNext(world.db, 50, world.clock.now());
    step.expanded.length > 0;
    step = await expandNext(world.db, 50, world.clock.now())
  )
    steps.push(step.expanded[0]?.queued);
  expect(steps).toEqual([50, 50, 20]);
  expect(await sumsOf(world, event.id)).toEqual({ people: 120, queued: 120 });
});
