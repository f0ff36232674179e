import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type World, addCustomer, addEvent, addTicketType, ledgerOf, openWorld, request } from '../../../test/harness/world.ts';
import type { Event } from '../../domain/events/event.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { cancelTicket } from '../seats/cancel-ticket.ts';
import { expireOffers } from './expire-offers.ts';
import { expireOrders } from '../orders/expire-orders.ts';
import { issueTicket } from '../seats/issue-ticket.ts';
import { joinWaitlist } from './join-waitlist.ts';
import { leaveWaitlist } from './leave-waitlist.ts';
import type { Buyer } from '../orders/order-input.ts';
import { placeOrder } from '../orders/place-order.ts';
import { removeFromWaitlist } from './remove-from-waitlist.ts';
import { rescheduleEvent } from '../events/reschedule-event.ts';

let world: World;
let people: Record<'mina' | 'noor' | 'pia' | 'raj', Buyer>;
let event: Event;
let typeId: number;

beforeAll(async () => {
  world = await openWorld();
  const add = async (name: string) => ({
    ...(await addCustomer(world, { name, email: `${name.toLowerCase()}@example.org`, zone: 'Europe/Madrid' })),
    isMember: false,
  });
  people = { mina: await add('Mina'), noor: await add('Noor'), pia: await add('Pia'), raj: await add('Raj') };
});
beforeEach(async () => {
  await sql`update waitlist_entries set state = 'withdrawn' where state in ('waiting', 'offered')`.execute(world.db);
  ({ event, typeId } = await addSoldOut(1));
});
afterAll(() => world.close());

/** A published event that keeps a waiting list, all of its seats Mina's. */
async function addSoldOut(capacity: number, price = 0) {
  const added = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity });
  await sql`update events set published_at = ${world.clock.now()}, waitlist_enabled = true where id = ${added.id}`.execute(world.db);
  const type = await addTicketType(world, added.id);
  const { mina } = people;
  for (let seat = 0; seat < capacity; seat += 1) {
    await issueTicket(world.context, world.tenant, { id: added.id }, { ticketTypeId: type, customerId: mina.id, holder: mina }, request);
  }
  await sql`update ticket_types set price = ${price} where id = ${type}`.execute(world.db);
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, possibly_sent = true where event_id = ${added.id} and state = 'queued'`.execute(
    world.db,
  );
  return { event: added, typeId: type };
}

const join = (who: Buyer, ticketTypeId: number | null = null) =>
  joinWaitlist(world.context, world.tenant, event.id, { customer: who, holder: who, ticketTypeId }).then(({ outcome }) => outcome);
const leave = (who: Buyer) =>
  leaveWaitlist(world.context, world.tenant, event.id, { customerId: who.id, email: who.email }, request).then(({ outcome }) => outcome);
const take = (who: Buyer, ticketTypeId = typeId) =>
  issueTicket(world.context, world.tenant, { id: event.id }, { ticketTypeId, customerId: who.id, holder: who }, request).then(
    ({ outcome }) => outcome,
  );
const order = (who: Buyer) =>
  placeOrder(world.context, world.tenant, who, [{ eventId: event.id, ticketTypeId: typeId, name: null, email: null }], request);

async function giveBack(): Promise<void> {
  const found = await sql<{
    id: number;
  }>`select id from tickets where event_id = ${event.id} and customer_id = ${people.mina.id} and released_revision is null limit 1`.execute(
    world.db,
  );
  expect(await cancelTicket(world.context, world.tenant, people.mina.id, found.rows[0]!.id, request)).toMatchObject({
    outcome: 'cancelled',
  });
}

async function line(): Promise<string[]> {
  const found = await sql<{
    name: string;
    state: string;
  }>`select name, state from waitlist_entries where event_id = ${event.id} order by id`.execute(world.db);
  return found.rows.map(({ name, state }) => `${name} ${state}`);
}

async function seats(): Promise<{ live: number; held: number }> {
  const found = await sql<{ live: number; held: number; agree: boolean }>`
    select e.live_tickets as live, e.held_seats as held,
      e.live_tickets = (select count(*) from tickets t where t.event_id = e.id and released_revision is null)
      and e.held_seats = (select count(*) from order_lines l where l.event_id = e.id and held)
        + (select count(*) from waitlist_entries w where w.event_id = e.id and w.state = 'offered')
      and e.held_seats = (select sum(held_seats) from ticket_types ty where ty.event_id = e.id) as agree
    from events e where e.id = ${event.id}`.execute(world.db);
  const { live = -1, held = -1, agree } = found.rows[0] ?? {};
  expect(agree).toBe(true);
  return { live, held };
}

const mails = async () =>
  (await ledgerOf(world, event.id)).filter(({ state }) => state === 'queued').map(({ purpose, recipient }) => `${purpose} ${recipient}`);

describe('joining', () => {
  test('is for a sold-out event that keeps a list, once for an address in any case, and until it begins', async () => {
    const { noor, pia } = people;
    expect([await join(noor), await join(noor), await join({ ...pia, email: 'NOOR@example.org' })]).toEqual([
      'joined',
      'already_listed',
      'already_listed',
    ]);
    await sql`update events set waitlist_enabled = false where id = ${event.id}`.execute(world.db);
    expect(await join(pia)).toBe('not_enabled');
    await sql`update events set waitlist_enabled = true, capacity = 2 where id = ${event.id}`.execute(world.db);
    expect(await join(pia)).toBe('seats_free');
    await sql`update events set published_at = null where id = ${event.id}`.execute(world.db);
    expect(await join(pia)).toBe('not_found');
    expect(await joinWaitlist(world.context, world.tenant, 999_999, { customer: pia, holder: pia, ticketTypeId: null })).toEqual({
      outcome: 'not_found',
    });
    expect(await line()).toEqual(['Noor waiting']);
  });

  test('of 20 at once one joins', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => join(people.noor)));
    expect(outcomes.toSorted()).toEqual([...Array(19).fill('already_listed'), 'joined']);
  });
});

describe('a seat that comes free', () => {
  test('is held for the first in line in the same commit, told by one plain mail, and nobody else can have it', async () => {
    const { noor, pia, raj } = people;
    await join(noor);
    await join(pia);
    await giveBack();
    expect([await line(), await seats()]).toEqual([['Noor offered', 'Pia waiting'], { live: 0, held: 1 }]);
    expect(await mails()).toEqual(['ticket_cancelled mina@example.org', 'seat_offered noor@example.org']);
    expect([await take(raj), await take(pia), (await order(raj)).outcome]).toEqual(['sold_out', 'sold_out', 'refused']);
    expect(await take(noor)).toBe('issued');
    expect([await line(), await seats()]).toEqual([['Noor taken', 'Pia waiting'], { live: 1, held: 0 }]);
    // The offer that was not sent yet is void, now that the ticket is on its way.
    expect(await mails()).toEqual(['ticket_cancelled mina@example.org', 'ticket noor@example.org']);
  });

  test('P1: when the offer cannot be written the seat does not come free either', async () => {
    await join(people.noor);
    await sql`create function refuse_offer() returns trigger language plpgsql as 'begin raise exception ''no outbox''; end'`.execute(
      world.db,
    );
    await sql`create trigger refuse_offer before insert on outbox for each row when (new.subject_kind = 'place') execute function refuse_offer()`.execute(
      world.db,
    );
    await expect(giveBack()).rejects.toThrow('no outbox');
    await sql`drop trigger refuse_offer on outbox`.execute(world.db);
    expect([await line(), await seats()]).toEqual([['Noor waiting'], { live: 1, held: 0 }]);
  });

  test('goes on to the next when it is declined, or when its time is over, in order, each told once', async () => {
    const { noor, pia, raj } = people;
    for (const who of [noor, pia, raj]) await join(who);
    await giveBack();
    expect(await leave(noor)).toBe('declined');
    expect(await line()).toEqual(['Noor declined', 'Pia offered', 'Raj waiting']);
    world.clock.advance({ hours: 24 });
    expect(await take(pia)).toBe('sold_out');
    expect([await line(), await seats()]).toEqual([['Noor declined', 'Pia expired', 'Raj offered'], { live: 0, held: 1 }]);
    expect(await Promise.all([expireOffers(world.context), expireOffers(world.context)])).toEqual([0, 0]);
    expect((await mails()).filter((mail) => mail.startsWith('seat_offered'))).toEqual(['seat_offered raj@example.org']);
    expect([await leave(noor), await take(raj)]).toEqual(['not_listed', 'issued']);
  });

  test('is nobody’s in particular when the line is empty, and who left is not asked', async () => {
    await join(people.noor);
    expect(await leave(people.noor)).toBe('left');
    await giveBack();
    expect([await seats(), await take(people.raj)]).toEqual([{ live: 0, held: 0 }, 'issued']);
  });

  test('passes over whoever waits for a type that is full, and only those', async () => {
    const { noor, pia, raj } = people;
    const balcony = await addTicketType(world, event.id, { capacity: 0 });
    await join(noor, balcony);
    await join(pia, typeId);
    await join(raj);
    await giveBack();
    expect(await line()).toEqual(['Noor waiting', 'Pia offered', 'Raj waiting']);
    expect([await take(pia, balcony), await take(pia)]).toEqual(['sold_out', 'issued']);
  });

  test('an offer ends with the start of the event, where that is sooner', async () => {
    await join(people.noor);
    world.clock.advance({ hours: 47 });
    await giveBack();
    const found = await sql<{
      until: Temporal.Instant;
    }>`select offer_expires_at as until from waitlist_entries where event_id = ${event.id}`.execute(world.db);
    expect(found.rows[0]?.until.equals(event.startsAt)).toBe(true);
    world.clock.advance({ hours: 1 });
    expect([await expireOffers(world.context), await join(people.pia), await seats()]).toEqual([1, 'event_over', { live: 0, held: 0 }]);
  });
});

describe('an offer of what costs money', () => {
  test('passes its seat to the order, and when that is not paid, on to the next in line', async () => {
    const { noor, pia } = people;
    ({ event, typeId } = await addSoldOut(1, 12.5));
    await join(noor);
    await join(pia);
    await giveBack();
    expect((await order(pia)).outcome).toBe('refused');
    expect((await order(noor)).outcome).toBe('pending');
    expect([await line(), await seats()]).toEqual([['Noor taken', 'Pia waiting'], { live: 0, held: 1 }]);
    world.clock.advance({ hours: 24 });
    expect(await expireOrders(world.context)).toBe(1);
    expect([await line(), await seats()]).toEqual([['Noor taken', 'Pia offered'], { live: 0, held: 1 }]);
  });
});

test('who is taken out of the line by the house is not asked; their held seat goes to the next in the same commit, and the history says who did it', async () => {
  const { noor, pia, raj } = people;
  for (const who of [noor, pia, raj]) await join(who);
  const idOf = async (who: Buyer) =>
    (await sql<{ id: number }>`select id from waitlist_entries where event_id = ${event.id} and email = ${who.email}`.execute(world.db))
      .rows[0]!.id;
  const remove = async (who: Buyer, eventId = event.id, tenant = world.tenant) =>
    (await removeFromWaitlist(world.context, tenant, eventId, await idOf(who), request)).outcome;
  expect(await remove(pia)).toBe('removed');
  await giveBack();
  expect(await Promise.all([remove(noor), remove(noor)])).toEqual(expect.arrayContaining(['removed', 'not_listed']));
  expect([await line(), await seats()]).toEqual([['Noor withdrawn', 'Pia withdrawn', 'Raj offered'], { live: 0, held: 1 }]);
  expect((await mails()).filter((mail) => mail.startsWith('seat_offered'))).toEqual(['seat_offered raj@example.org']);
  const other = await addSoldOut(1);
  expect([
    await remove(raj, other.event.id),
    await remove(raj, event.id, { ...world.tenant, id: world.tenant.id + 1 }),
    await remove(pia),
  ]).toEqual(Array(3).fill('not_listed'));
  // Raj was told of his seat, so he is told that it is gone; Noor's offer was still waiting to be sent.
  expect((await mails()).some((mail) => mail.startsWith('offer_revoked'))).toBe(false);
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, possibly_sent = true where event_id = ${event.id} and state = 'queued'`.execute(
    world.db,
  );
  expect([await remove(raj), await mails()]).toEqual(['removed', ['offer_revoked raj@example.org']]);
  const said = await sql<{
    what: string;
  }>`select actor_id || ' ' || (before->>'state') || ' ' || (after->>'state') as what from changes where event_id = ${event.id} and kind = 'waitlist_left' order by id`.execute(
    world.db,
  );
  expect(said.rows.map(({ what }) => what)).toEqual(['test waiting withdrawn', 'test offered withdrawn', 'test offered withdrawn']);
});

describe('what becomes of an offer when the event', () => {
  const sent = () =>
    sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, possibly_sent = true where event_id = ${event.id} and state = 'queued'`.execute(
      world.db,
    );

  test('is cancelled: who was told of it is told that it is gone, the line is over, no seat is held', async () => {
    const { noor, pia } = people;
    await join(noor);
    await join(pia);
    await giveBack();
    await sent();
    await cancelEvent(world.context, world.tenant, { id: event.id }, request);
    expect(await mails()).toEqual(['offer_withdrawn noor@example.org']);
    expect([await line(), await seats()]).toEqual([['Noor withdrawn', 'Pia withdrawn'], { live: 0, held: 0 }]);
  });

  test('is cancelled before the offer went out: nothing is sent, and the ledger says why', async () => {
    await join(people.noor);
    await giveBack();
    await cancelEvent(world.context, world.tenant, { id: event.id }, request);
    const ledger = (await ledgerOf(world, event.id)).filter(({ recipient }) => recipient === people.noor.email);
    expect(ledger.map(({ purpose, state, lastReply }) => [purpose, state, lastReply])).toEqual([
      ['seat_offered', 'aborted', 'the offer is withdrawn'],
      ['offer_withdrawn', 'aborted', 'never told of it, so not told that it is gone'],
    ]);
  });

  test('is moved: the offer is told anew with the new time, an unsent one voided', async () => {
    await join(people.noor);
    await giveBack();
    const times = { startsAt: event.startsAt.add({ hours: 3 }), endsAt: event.endsAt.add({ hours: 3 }) };
    await rescheduleEvent(world.context, world.tenant, { id: event.id }, times, request);
    const ledger = (await ledgerOf(world, event.id)).filter(({ purpose }) => purpose === 'seat_offered');
    expect(ledger.map(({ state, recipient }) => [state, recipient])).toEqual([
      ['aborted', 'noor@example.org'],
      ['queued', 'noor@example.org'],
    ]);
    expect(await take(people.noor)).toBe('issued');
  });
});

test('P8: the database itself refuses to offer a seat that is not there, and to revive an entry that is over', async () => {
  await join(people.noor);
  const offer = sql`update waitlist_entries set state = 'offered', offered_type_id = ${typeId}, offer_expires_at = now() where event_id = ${event.id}`;
  await expect(offer.execute(world.db)).rejects.toThrow('seats_add_up');
  await leave(people.noor);
  await expect(sql`update waitlist_entries set state = 'waiting' where event_id = ${event.id}`.execute(world.db)).rejects.toThrow(
    'is over',
  );
});
