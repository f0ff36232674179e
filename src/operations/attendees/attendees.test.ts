import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sumsOf } from '../../../test/harness/reach.ts';
import { type World, addEvent, addTicketType, ledgerOf, markSent, openWorld, request } from '../../../test/harness/world.ts';
import type { NewAttendee } from '../../domain/attendees/attendee.ts';
import type { Event } from '../../domain/events/event.ts';
import { claimDeliveries } from '../../ledger/claim.ts';
import { registerWorker } from '../../ledger/leases.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { updateEvent } from '../events/update-event.ts';
import { joinWaitlist } from '../waitlist/join-waitlist.ts';
import { addAttendees } from './add-attendees.ts';
import { correctAttendee } from './correct-attendee.ts';
import { findAttendee, listAttendees } from './list-attendees.ts';
import { removeAttendee } from './remove-attendee.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const nobody: NewAttendee = {
  name: null,
  email: null,
  telephone: null,
  zone: null,
  language: null,
  role: 'attendee',
  participationStatus: null,
  ticketTypeId: null,
};
const mina: NewAttendee = {
  ...nobody,
  name: 'Mina',
  email: 'mina@example.org',
  telephone: '+34 600 000 001',
  zone: 'Asia/Tokyo',
  language: 'de',
};
const noor: NewAttendee = { ...nobody, name: 'Noor', email: 'noor@example.org' };

const add = async (event: Event, people: NewAttendee[], notify = true, dryRun = false) =>
  await addAttendees(world.context, world.tenant, event.id, people, { notify, dryRun }, request);
const correct = async (event: Event, id: number | undefined, given: Parameters<typeof correctAttendee>[4]) =>
  await correctAttendee(world.context, world.tenant, event.id, id ?? 0, given, request);
const listed = async (event: Event, filter: Parameters<typeof listAttendees>[3] = {}) =>
  (await listAttendees(world.context, world.tenant, event.id, filter, { after: 0, limit: 50 }))?.attendees ?? [];
const state = async (event: Event) =>
  (
    await sql<{
      revision: number;
      sequence: number;
      live: number;
    }>`select revision, sequence, live_tickets as live from events where id = ${event.id}`.execute(world.db)
  ).rows[0];

async function seated(event: Event, people: NewAttendee[], notify = true): Promise<number[]> {
  const added = await add(event, people, notify);
  if (added.outcome !== 'added') throw new Error(added.outcome);
  return added.ticketIds;
}

const move = async (event: Event, hours: number) => {
  const times = { startsAt: event.startsAt.add({ hours }), endsAt: event.endsAt.add({ hours }) };
  return await updateEvent(world.context, world.tenant, { id: event.id }, times, request);
};

test('whoever is added is told in the same commit, with zone, language and number kept; whoever is there, or twice in the list, is passed over', async () => {
  for (const [uidScope, purpose] of [
    ['event', 'invitation'],
    ['ticket', 'ticket'],
  ] as const) {
    const event = await addEvent(world, { uidScope, invitees: [] });
    expect(await add(event, [mina, { ...noor }, { ...mina, email: 'MINA@EXAMPLE.ORG' }], true, true)).toMatchObject({
      added: 2,
      skipped: 1,
      ticketIds: [],
    });
    expect(await ledgerOf(world, event.id)).toEqual([]);
    expect(await add(event, [mina, noor, { ...mina, email: 'MINA@EXAMPLE.ORG' }])).toMatchObject({
      outcome: 'added',
      added: 2,
      skipped: 1,
      notices: 2,
    });
    expect(await add(event, [mina])).toMatchObject({ added: 0, skipped: 1, notices: 0 });
    expect(await add(event, [{ ...nobody, name: 'Kenji' }, { ...nobody, name: 'Kenji' }, noor])).toMatchObject({
      added: 1,
      skipped: 2,
      notices: 0,
    });
    expect((await ledgerOf(world, event.id)).map((one) => [one.purpose, one.recipient, one.state])).toEqual([
      [purpose, 'mina@example.org', 'queued'],
      [purpose, 'noor@example.org', 'queued'],
      [purpose, null, 'failed'],
    ]);
    expect(await listed(event)).toMatchObject([
      { name: 'Mina', telephone: '+34 600 000 001', zone: 'Asia/Tokyo', zoneSource: 'contact', language: 'de', reach: 'queued' },
      {
        name: 'Noor',
        zone: 'Europe/Madrid',
        zoneSource: 'calendar',
        language: 'en',
        participationStatus: uidScope === 'ticket' ? 'accepted' : 'needs-action',
      },
      { name: 'Kenji', email: null, reach: 'no_address', lastReply: 'no address' },
    ]);
    expect(await sumsOf(world, event.id)).toEqual({ people: 3, queued: 2, no_address: 1 });
  }
});

test('people who know from elsewhere count as told: nobody is mailed, and all of them hear of the next move', async () => {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [] });
  await seated(event, [mina, noor], false);
  expect(await ledgerOf(world, event.id)).toEqual([]);
  expect(await sumsOf(world, event.id)).toEqual({ people: 2, nothingOwed: 2 });
  await move(event, 2);
  expect((await ledgerOf(world, event.id)).map(({ purpose, sequence }) => [purpose, sequence])).toEqual([
    ['moved', 1],
    ['moved', 1],
  ]);
});

test('promise 8: seats are counted, of the event and of each type, and a list that does not fit changes nothing; an offer is taken by whom it was made to', async () => {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 3 });
  const ticketTypeId = await addTicketType(world, event.id, { capacity: 1, maxPerAttendee: 1 });
  expect(
    await add(event, [
      { ...mina, ticketTypeId },
      { ...noor, ticketTypeId },
    ]),
  ).toEqual({ outcome: 'sold_out', ticketTypeId, wanted: 2, free: 1 });
  const four = ['pia', 'raj', 'ana', 'ben'].map((name) => ({ ...nobody, name, email: `${name}@example.org` }));
  expect(await add(event, four)).toEqual({ outcome: 'sold_out', ticketTypeId: null, wanted: 4, free: 3 });
  expect(await add(event, [{ ...mina, ticketTypeId: 999_999 }])).toEqual({ outcome: 'type_not_found' });
  expect(await state(event)).toEqual({ revision: 1, sequence: 0, live: 0 });
  const [first] = await seated(event, [{ ...mina, ticketTypeId }, ...four.slice(0, 2)]);
  await sql`update events set waitlist_enabled = true, published_at = now() where id = ${event.id}`.execute(world.db);
  const holder = { email: 'noor@example.org', name: 'Noor', zone: 'Asia/Tokyo', zoneSource: 'person' as const, language: 'en' };
  const customer = { ...holder, id: 0, isMember: false };
  await sql`insert into customers (tenant_id, id, full_name, email, zone, language, created_at) values (${world.tenant.id}, 900, 'Noor', 'noor@example.org', 'Asia/Tokyo', 'en', now())`.execute(
    world.db,
  );
  await joinWaitlist(world.context, world.tenant, event.id, { customer: { ...customer, id: 900 }, holder, ticketTypeId });
  expect(await removeAttendee(world.context, world.tenant, event.id, first ?? 0, request)).toMatchObject({ outcome: 'removed' });
  // The free seat is held for Noor, and for nobody else.
  expect(await add(event, [{ ...mina, ticketTypeId }])).toMatchObject({ outcome: 'sold_out', free: 0 });
  expect(await add(event, [{ ...noor, ticketTypeId }])).toMatchObject({ outcome: 'added', added: 1 });
  expect((await sql`select state from waitlist_entries where event_id = ${event.id}`.execute(world.db)).rows).toEqual([{ state: 'taken' }]);
  expect((await sql`select held_seats, live_tickets from events where id = ${event.id}`.execute(world.db)).rows).toEqual([
    { heldSeats: 0, liveTickets: 3 },
  ]);
});

test('at a corrected address they get the seat as it stands now; the old one is told nothing more, not even by a mail that comes back', async () => {
  for (const uidScope of ['event', 'ticket'] as const) {
    const event = await addEvent(world, { uidScope, invitees: [] });
    const [id] = await seated(event, [{ ...mina, email: 'mnia@example.org' }, noor]);
    await markSent(world, event.id);
    await move(event, 1);
    const worker = randomUUID();
    await registerWorker(world.db, worker, 3_600, world.clock.now());
    const held = (await claimDeliveries(world.db, worker, 0, 50, world.clock.now())).filter((one) => one.eventId === event.id);
    expect(held.map(({ recipient }) => recipient)).toEqual(['mnia@example.org', 'noor@example.org']);
    expect(await correct(event, id, { email: 'mina@example.org' })).toEqual({ outcome: 'corrected', notices: 1 });
    expect(await correct(event, id, { email: 'mina@example.org' })).toEqual({ outcome: 'unchanged' });
    // The mail on its way to the old address is put off, and comes back.
    await sql`update deliveries set state = 'awaiting_retry', leased_by = null, due_at = now() where event_id = ${event.id} and state = 'sending'`.execute(
      world.db,
    );
    const again = (await claimDeliveries(world.db, worker, 0, 50, world.clock.now().add({ hours: 1 }))).filter(
      (one) => one.eventId === event.id,
    );
    expect(again.map(({ recipient, purpose }) => [recipient, purpose])).toEqual([
      ['noor@example.org', 'moved'],
      ['mina@example.org', uidScope === 'ticket' ? 'ticket' : 'invitation'],
    ]);
    const rows = await ledgerOf(world, event.id);
    expect(rows.filter(({ recipient }) => recipient === 'mnia@example.org').map((one) => [one.purpose, one.state, one.lastReply])).toEqual([
      [uidScope === 'ticket' ? 'ticket' : 'invitation', 'sent', null],
      ['moved', 'aborted', 'the address was corrected'],
    ]);
    // Whoever was uninvited at that address once obeys: a shared UID rises, a ticket's own is new to them.
    expect(rows.at(-1)).toMatchObject({ recipient: 'mina@example.org', sequence: uidScope === 'event' ? 3 : 1, inReplyTo: null });
    await sql`update deliveries set state = 'sent', leased_by = null, finished_at = now() where event_id = ${event.id} and state = 'sending'`.execute(
      world.db,
    );
    expect(await sumsOf(world, event.id)).toEqual({ people: 2, reached: 2 });
    const cancelled = await cancelEvent(world.context, world.tenant, { id: event.id }, request);
    expect(cancelled).toMatchObject({ outcome: 'cancelled', notices: 2 });
    const told = (await ledgerOf(world, event.id)).filter(({ purpose }) => purpose === 'event_cancelled').map(({ recipient }) => recipient);
    expect(told.toSorted()).toEqual(['mina@example.org', 'noor@example.org']);
  }
});

test('imported people at a wrong address are mailed at the right one; corrected back, the first address is theirs again', async () => {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [] });
  const [id] = await seated(event, [mina], false);
  expect(await correct(event, id, { email: 'pia@example.org' })).toMatchObject({ notices: 1 });
  await markSent(world, event.id);
  expect(await correct(event, id, { email: 'mina@example.org', name: 'Mina' })).toMatchObject({ notices: 1 });
  await markSent(world, event.id);
  expect(await sumsOf(world, event.id)).toEqual({ people: 1, reached: 1 });
  await move(event, 1);
  expect((await ledgerOf(world, event.id)).map((one) => [one.purpose, one.recipient])).toEqual([
    ['ticket', 'pia@example.org'],
    ['ticket', 'mina@example.org'],
    ['moved', 'mina@example.org'],
  ]);
});

test('a name, a number or a language is corrected without a mail; an address that is taken at a meeting is not given twice; who was removed stays so', async () => {
  const event = await addEvent(world, { invitees: [] });
  const [id, other] = await seated(event, [mina, noor]);
  const before = (await ledgerOf(world, event.id)).length;
  expect(await correct(event, id, { name: 'Mina Sol', telephone: null, language: 'fr' })).toEqual({ outcome: 'corrected', notices: 0 });
  expect(await correct(event, id, { email: 'Mina@example.org' })).toEqual({ outcome: 'corrected', notices: 0 });
  expect(await correct(event, id, { email: 'NOOR@example.org' })).toEqual({ outcome: 'attends_already' });
  expect(await ledgerOf(world, event.id)).toHaveLength(before);
  expect(await findAttendee(world.context, world.tenant, event.id, id ?? 0)).toMatchObject({
    name: 'Mina Sol',
    email: 'Mina@example.org',
    telephone: null,
    language: 'fr',
  });
  const history =
    await sql`select kind, after from changes where event_id = ${event.id} and kind = 'attendee_corrected' order by id`.execute(world.db);
  expect(history.rows).toEqual([
    { kind: 'attendee_corrected', after: { fields: ['name', 'telephone', 'language'] } },
    { kind: 'attendee_corrected', after: { fields: ['email'] } },
  ]);
  await markSent(world, event.id);
  const remove = async () => await removeAttendee(world.context, world.tenant, event.id, other ?? 0, request);
  expect([await remove(), await remove()]).toEqual([{ outcome: 'removed', notices: 1 }, { outcome: 'already_removed' }]);
  expect((await ledgerOf(world, event.id)).at(-1)).toMatchObject({ purpose: 'ticket_cancelled', recipient: 'noor@example.org' });
  expect(await correct(event, other, { name: 'Noor' })).toEqual({ outcome: 'removed' });
  expect((await listed(event, { removed: false })).map(({ name }) => name)).toEqual(['Mina Sol']);
  expect((await listed(event, { removed: true })).map(({ name }) => name)).toEqual(['Noor']);
  expect((await listed(event, { q: 'SOL' })).map(({ id: found }) => found)).toEqual([id]);
});
