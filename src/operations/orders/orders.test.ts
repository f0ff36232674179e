import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type World, addCustomer, addEvent, addTicketType, ledgerOf, openWorld, request } from '../../../test/harness/world.ts';
import type { Event } from '../../domain/events/event.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { cancelTicket } from '../seats/cancel-ticket.ts';
import { expireOrders } from './expire-orders.ts';
import { issueTicket } from '../seats/issue-ticket.ts';
import { keepExpiring } from '../keep-expiring.ts';
import { markOrderPaid } from './mark-order-paid.ts';
import type { Buyer, OrderedTicket } from './order-input.ts';
import { placeOrder } from './place-order.ts';

let world: World;
let mina: Buyer;
let noor: Buyer;
let event: Event;
let typeId: number;
beforeAll(async () => {
  world = await openWorld();
  mina = { ...(await addCustomer(world, { name: 'Mina', email: 'mina@example.org', zone: 'Europe/Madrid' })), isMember: false };
  noor = { ...(await addCustomer(world, { name: 'Noor', email: 'noor@example.org', zone: 'Asia/Tokyo' })), isMember: false };
});
beforeEach(async () => {
  // What other tests left waiting is none of this one's.
  await sql`update order_lines set held = false where held`.execute(world.db);
  await sql`update orders set state = 'expired', finished_at = created_at where state = 'pending'`.execute(world.db);
  ({ event, typeId } = await addPaidEvent(2));
});
afterAll(() => world.close());

/** A published event with a ticket type at 12.50. */
async function addPaidEvent(capacity: number, price = 12.5): Promise<{ event: Event; typeId: number }> {
  const added = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity });
  await sql`update events set published_at = ${world.clock.now()} where id = ${added.id}`.execute(world.db);
  const id = await addTicketType(world, added.id);
  await sql`update ticket_types set price = ${price} where id = ${id}`.execute(world.db);
  return { event: added, typeId: id };
}

const ticket = (given: Partial<OrderedTicket> = {}): OrderedTicket => ({
  eventId: event.id,
  ticketTypeId: typeId,
  name: null,
  email: null,
  ...given,
});
const order = (buyer: Buyer, tickets = [ticket()]) => placeOrder(world.context, world.tenant, buyer, tickets, request);
const pay = (orderId: number) => markOrderPaid(world.context, world.tenant, orderId, request);

async function pending(buyer: Buyer, tickets = [ticket()]): Promise<number> {
  const placed = await order(buyer, tickets);
  if (placed.outcome !== 'pending') throw new Error(placed.outcome);
  return placed.orderId;
}

/** Live and held seats of the event and of its type, as counted and as the rows say. */
async function seats(): Promise<{ live: number; held: number }> {
  const found = await sql<{ live: number; held: number; agree: boolean }>`
    select e.live_tickets as live, e.held_seats as held,
      e.live_tickets = (select count(*) from tickets t where t.event_id = e.id and released_revision is null)
      and e.held_seats = (select count(*) from order_lines l where l.event_id = e.id and held)
      and ty.live_tickets = e.live_tickets and ty.held_seats = e.held_seats as agree
    from events e join ticket_types ty on ty.event_id = e.id where e.id = ${event.id}`.execute(world.db);
  const [row] = found.rows;
  expect(row?.agree).toBe(true);
  return { live: row?.live ?? -1, held: row?.held ?? -1 };
}

describe('a paid order', () => {
  test('holds its seats, is no ticket and tells nobody until it is paid; then every ticket is issued and mailed, once', async () => {
    const orderId = await pending(mina, [ticket(), ticket({ name: 'Pia', email: 'pia@example.org' })]);
    expect(await seats()).toEqual({ live: 0, held: 2 });
    expect(await ledgerOf(world, event.id)).toEqual([]);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => pay(orderId)));
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual([...Array(4).fill('already_settled'), 'paid']);
    expect(await seats()).toEqual({ live: 2, held: 0 });
    const ledger = await ledgerOf(world, event.id);
    expect(ledger.map(({ purpose, recipient }) => [purpose, recipient])).toEqual([
      ['ticket', 'mina@example.org'],
      ['ticket', 'pia@example.org'],
    ]);
    const lines = await sql<{
      bought: boolean;
    }>`select t.customer_id = ${mina.id} as bought from order_lines l join tickets t on t.id = l.ticket_id
      where l.order_id = ${orderId}`.execute(world.db);
    expect(lines.rows).toEqual([{ bought: true }, { bought: true }]);
  });

  test('keeps its seats from everybody else, through every door', async () => {
    await pending(mina, [ticket(), ticket()]);
    expect(await order(noor)).toEqual({ outcome: 'refused', refusal: 'sold_out', index: 0 });
    const input = { ticketTypeId: null, customerId: noor.id, holder: noor };
    expect(await issueTicket(world.context, world.tenant, { id: event.id }, input, request)).toEqual({ outcome: 'sold_out' });
  });

  test('the database itself refuses to hold or give away more seats than there are', async () => {
    const orderId = await pending(mina, [ticket(), ticket()]);
    const hold = sql`insert into order_lines (tenant_id, order_id, number, event_id, ticket_type_id, price, holder, held)
      values (${world.tenant.id}, ${orderId}, 9, ${event.id}, ${typeId}, 1, '{}', true)`;
    await expect(hold.execute(world.db)).rejects.toThrow('seats_add_up');
    const seat = sql`insert into tickets (tenant_id, event_id, zone, zone_source, language, code, uid, issued_revision, issued_at, updated_at)
      values (${world.tenant.id}, ${event.id}, 'UTC', 'fallback', 'en', 'OVERSOLD', 'x', 1, now(), now())`;
    await expect(seat.execute(world.db)).rejects.toThrow('seats_add_up');
  });

  test('20 buyers at once for two seats: two hold one each, and none is left over', async () => {
    const buyers = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => ({
        ...(await addCustomer(world, { name: 'Raj', email: `raj+${index}@example.org`, zone: 'UTC' })),
        isMember: false,
      })),
    );
    const outcomes = await Promise.all(buyers.map((buyer) => order(buyer)));
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual([...Array(2).fill('pending'), ...Array(18).fill('refused')]);
    expect(await seats()).toEqual({ live: 0, held: 2 });
  });

  test('gives its seats back a day later, as tenants preset, and cannot be paid any more', async () => {
    const orderId = await pending(mina, [ticket(), ticket()]);
    world.clock.advance({ hours: 23, minutes: 59, seconds: 59 });
    expect(await expireOrders(world.context)).toBe(0);
    world.clock.advance({ seconds: 1 });
    expect(await pay(orderId)).toEqual({ outcome: 'expired' });
    expect((await Promise.all([expireOrders(world.context), expireOrders(world.context)])).toSorted()).toEqual([0, 1]);
    expect(await seats()).toEqual({ live: 0, held: 0 });
    expect(await pay(orderId)).toEqual({ outcome: 'expired' });
    expect((await order(noor)).outcome).toBe('pending');
  });

  test('seats that are overdue go to whoever orders them, before the timer comes round', async () => {
    await pending(mina, [ticket(), ticket()]);
    world.clock.advance({ hours: 24 });
    expect((await order(noor)).outcome).toBe('pending');
    expect(await seats()).toEqual({ live: 0, held: 1 });
  });

  test('may be paid after the sale has ended, since it was on sale when it was ordered', async () => {
    await sql`update ticket_types set sale_ends_at = ${world.clock.now().add({ hours: 1 })}, max_per_attendee = 1 where id = ${typeId}`.execute(
      world.db,
    );
    const orderId = await pending(mina);
    world.clock.advance({ hours: 2 });
    expect(await order(noor)).toEqual({ outcome: 'refused', refusal: 'not_on_sale', index: 0 });
    expect((await pay(orderId)).outcome).toBe('paid');
  });

  test('counts towards what one attendee may have', async () => {
    await sql`update ticket_types set max_per_attendee = 1 where id = ${typeId}`.execute(world.db);
    await pending(mina, [ticket({ email: 'Pia@example.org' })]);
    expect(await order(noor, [ticket({ email: 'pia@example.org' })])).toEqual({ outcome: 'refused', refusal: 'limit_reached', index: 0 });
  });

  test('of an event called off meanwhile cannot be paid, and gives its seats back in its time', async () => {
    const orderId = await pending(mina);
    await cancelEvent(world.context, world.tenant, { id: event.id }, request);
    expect(await pay(orderId)).toEqual({ outcome: 'event_cancelled' });
    expect(await ledgerOf(world, event.id)).toEqual([]);
    world.clock.advance({ hours: 24 });
    expect(await expireOrders(world.context)).toBe(1);
    expect(await seats()).toEqual({ live: 0, held: 0 });
  });

  test('of an event that is over cannot be paid', async () => {
    await sql`update tenants set settings = '{"orderHoldMinutes": 10000}' where id = ${world.tenant.id}`.execute(world.db);
    const patient = { ...world.tenant, settings: { orderHoldMinutes: 10_000 } };
    const placed = await placeOrder(world.context, patient, mina, [ticket()], request);
    world.clock.advance({ hours: 50 });
    expect(placed.outcome === 'pending' && (await pay(placed.orderId))).toEqual({ outcome: 'event_over' });
  });

  test('three at a time may wait for payment, so that nobody holds a house for nothing', async () => {
    const patient = { ...(await addCustomer(world, { name: 'Kenji', email: 'kenji@example.net', zone: 'UTC' })), isMember: false };
    const { event: big, typeId: bigType } = await addPaidEvent(10);
    const one = [ticket({ eventId: big.id, ticketTypeId: bigType })];
    for (let count = 0; count < 3; count++) expect((await order(patient, one)).outcome).toBe('pending');
    expect(await order(patient, one)).toEqual({ outcome: 'too_many_pending' });
    world.clock.advance({ hours: 24 });
    expect((await order(patient, one)).outcome).toBe('pending');
  });

  test("is nobody else's to pay: another tenant's order is a missing one", async () => {
    const orderId = await pending(mina);
    expect(await markOrderPaid(world.context, { ...world.tenant, id: world.tenant.id + 1 }, orderId, request)).toEqual({
      outcome: 'not_found',
    });
    expect(await pay(999_999)).toEqual({ outcome: 'not_found' });
  });
});

describe('a free order', () => {
  beforeEach(async () => {
    ({ event, typeId } = await addPaidEvent(2, 0));
  });

  test('is settled at once, all of it or nothing', async () => {
    expect(await order(mina, [ticket(), ticket(), ticket()])).toEqual({ outcome: 'refused', refusal: 'sold_out', index: 2 });
    expect([await seats(), await ledgerOf(world, event.id)]).toEqual([{ live: 0, held: 0 }, []]);
    const placed = await order(mina, [ticket(), ticket({ name: 'Pia', email: 'pia@example.org' })]);
    expect(placed).toMatchObject({ outcome: 'settled', ticketIds: [expect.any(Number), expect.any(Number)] });
    expect(await seats()).toEqual({ live: 2, held: 0 });
    expect(placed.outcome === 'settled' && (await pay(placed.orderId))).toEqual({ outcome: 'already_settled' });
  });

  test('with one ticket that costs something waits for payment as a whole', async () => {
    const paid = await addTicketType(world, event.id);
    await sql`update ticket_types set price = 5 where id = ${paid}`.execute(world.db);
    expect((await order(mina, [ticket(), ticket({ ticketTypeId: paid })])).outcome).toBe('pending');
    expect(await ledgerOf(world, event.id)).toEqual([]);
  });

  test("guests are told in the house's zone, the buyer in their own", async () => {
    await order(noor, [ticket(), ticket({ name: 'Pia', email: 'pia@example.org' })]);
    const told =
      await sql`select recipient, recipient_name as name, zone, zone_source as source from deliveries where event_id = ${event.id} order by id`.execute(
        world.db,
      );
    expect(told.rows).toEqual([
      { recipient: 'noor@example.org', name: 'Noor', zone: 'Asia/Tokyo', source: 'person' },
      { recipient: 'pia@example.org', name: 'Pia', zone: 'Europe/Madrid', source: 'tenant' },
    ]);
  });

  test('two orders of the same events in another order never wait for each other', async () => {
    const first = { event, typeId };
    const second = await addPaidEvent(100, 0);
    await sql`update events set capacity = 100 where id = ${event.id}`.execute(world.db);
    const line = ({ event: { id }, typeId: ticketTypeId }: typeof first) => ticket({ eventId: id, ticketTypeId });
    const orders = Array.from({ length: 20 }, (_, index) => (index % 2 ? [line(first), line(second)] : [line(second), line(first)]));
    const outcomes = await Promise.all(orders.map((tickets) => order(mina, tickets)));
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['settled']));
    expect(await seats()).toEqual({ live: 20, held: 0 });
  });
});

test('400 orders, payments, lapses and cancels at once: seats are never more than there are, and add up in the end', async () => {
  await sql`update events set capacity = 7 where id = ${event.id}`.execute(world.db);
  const buyers = await Promise.all(
    Array.from({ length: 12 }, async (_, index) => ({
      ...(await addCustomer(world, { name: 'Ben', email: `ben+${index}@example.com`, zone: 'UTC' })),
      isMember: false,
    })),
  );
  const acts = Array.from({ length: 400 }, async (_, index) => {
    const buyer = buyers[index % 12]!;
    const placed = await order(buyer);
    if (placed.outcome !== 'pending' || index % 3 === 0) return;
    const paid = await pay(placed.orderId);
    if (paid.outcome === 'paid' && index % 2) await cancelTicket(world.context, world.tenant, buyer.id, paid.ticketIds[0]!, request);
    if (index % 50 === 0) await expireOrders(world.context);
  });
  await Promise.all(acts);
  const { live, held } = await seats();
  expect(live + held).toBeLessThanOrEqual(7);
  expect(live + held).toBeGreaterThan(0);
  world.clock.advance({ hours: 24 });
  await expireOrders(world.context);
  expect(await seats()).toEqual({ live, held: 0 });
});

test('a timer gives overdue seats back every minute; a fault is reported and tried again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const faults: unknown[] = [];
  let isBroken = true;
  const context = {
    ...world.context,
    clock: {
      now: () => {
        if (isBroken) throw new Error('no clock');
        return world.clock.now();
      },
    },
  };
  await pending(mina);
  world.clock.advance({ hours: 24 });
  const broken = keepExpiring(context, { onFault: (error) => faults.push(error), onSetback: (setback) => faults.push(setback) });
  vi.advanceTimersByTime(60_000);
  await broken.stop();
  // One of the orders, one of the offers, one of kept answers: none keeps another from its turn.
  expect(faults).toEqual([new Error('no clock'), new Error('no clock'), new Error('no clock')]);
  isBroken = false;
  const expiry = keepExpiring(context, { onFault: (error) => faults.push(error), onSetback: (setback) => faults.push(setback) });
  vi.advanceTimersByTime(60_000);
  await expiry.stop();
  vi.useRealTimers();
  expect([await seats(), faults.length]).toEqual([{ live: 0, held: 0 }, 3]);
});
