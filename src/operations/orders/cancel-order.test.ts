import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type World, addCustomer, addEvent, addTicketType, ledgerOf, openWorld, request } from '../../../test/harness/world.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { cancelOrder } from './cancel-order.ts';
import { expireOrders } from './expire-orders.ts';
import { findOrder } from './find-order.ts';
import { joinWaitlist } from '../waitlist/join-waitlist.ts';
import { listOrders } from './list-orders.ts';
import { markOrderPaid } from './mark-order-paid.ts';
import type { Buyer } from './order-input.ts';
import { placeOrder } from './place-order.ts';

let world: World;
let mina: Buyer;
let noor: Buyer;
let sold: { eventId: number; ticketTypeId: number }[];
beforeAll(async () => {
  world = await openWorld();
  mina = { ...(await addCustomer(world, { name: 'Mina', email: 'mina@example.org', zone: 'Europe/Madrid' })), isMember: false };
  noor = { ...(await addCustomer(world, { name: 'Noor', email: 'noor@example.org', zone: 'Asia/Tokyo' })), isMember: false };
});
afterAll(() => world.close());

/** Two events that keep a waiting list, each with one seat at 12.50. */
beforeEach(async () => {
  await sql`update orders set state = 'expired', finished_at = created_at where state = 'pending'`.execute(world.db);
  sold = [];
  for (let count = 0; count < 2; count += 1) {
    const { id } = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 1 });
    await sql`update events set published_at = ${world.clock.now()}, waitlist_enabled = true where id = ${id}`.execute(world.db);
    const ticketTypeId = await addTicketType(world, id);
    await sql`update ticket_types set price = 12.5 where id = ${ticketTypeId}`.execute(world.db);
    sold.push({ eventId: id, ticketTypeId });
  }
});

const order = (buyer: Buyer, tickets = sold) =>
  placeOrder(
    world.context,
    world.tenant,
    buyer,
    tickets.map((one) => ({ ...one, name: null, email: null })),
    request,
  );
const cancel = (id: number, tenant = world.tenant) => cancelOrder(world.context, tenant, id, request).then(({ outcome }) => outcome);
const pay = (id: number) => markOrderPaid(world.context, world.tenant, id, request).then(({ outcome }) => outcome);
const held = async () =>
  (
    await sql<{
      held: number;
    }>`select held_seats as held from events where id = any(${sold.map(({ eventId }) => eventId)}::bigint[]) order by id`.execute(world.db)
  ).rows.map((row) => row.held);

async function pending(buyer: Buyer): Promise<number> {
  const placed = await order(buyer);
  if (placed.outcome !== 'pending') throw new Error(placed.outcome);
  return placed.orderId;
}

test('a cancelled order gives the seats of all its events back at once, says so in their histories, and cannot be paid', async () => {
  const id = await pending(mina);
  expect([await held(), (await order(noor)).outcome]).toEqual([[1, 1], 'refused']);
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => cancel(id)));
  expect(outcomes.toSorted()).toEqual([...Array(4).fill('already_cancelled'), 'cancelled']);
  expect([await held(), await pay(id), (await order(noor)).outcome]).toEqual([[0, 0], 'cancelled', 'pending']);
  for (const { eventId } of sold) {
    const said =
      await sql`select actor_kind || ' ' || actor_id as actor, after->'orderId' as order_id, after->>'state' as state from changes where event_id = ${eventId} and kind = 'order_cancelled'`.execute(
        world.db,
      );
    expect(said.rows).toEqual([{ actor: 'system test', orderId: id, state: 'cancelled' }]);
    expect(await ledgerOf(world, eventId)).toEqual([]);
  }
});

test('its seat is held for whoever waits for it in the same commit, and they alone are mailed', async () => {
  const id = await pending(mina);
  const [{ eventId } = { eventId: 0 }] = sold;
  expect(await joinWaitlist(world.context, world.tenant, eventId, { customer: noor, holder: noor, ticketTypeId: null })).toEqual({
    outcome: 'joined',
  });
  const wakes = world.wakes();
  expect(await cancel(id)).toBe('cancelled');
  expect([await held(), world.wakes() - wakes]).toEqual([[1, 0], 1]);
  expect(await ledgerOf(world, eventId)).toMatchObject([{ purpose: 'seat_offered', recipient: 'noor@example.org', state: 'queued' }]);
});

test('an order that is settled, over, of another tenant or of nobody is left as it is', async () => {
  const paid = await pending(mina);
  expect([await pay(paid), await cancel(paid), await held()]).toEqual(['paid', 'already_settled', [0, 0]]);
  await sql`update events set capacity = 2 where id = any(${sold.map(({ eventId }) => eventId)}::bigint[])`.execute(world.db);
  const unpaid = await pending(noor);
  world.clock.advance({ hours: 24 });
  expect([await expireOrders(world.context), await cancel(unpaid)]).toEqual([1, 'expired']);
  expect([await cancel(999_999), await cancel(paid, { ...world.tenant, id: world.tenant.id + 1 })]).toEqual(['not_found', 'not_found']);
  const found = await findOrder(world.context, world.tenant, paid);
  expect(found).toMatchObject({
    state: 'settled',
    total: '25.00',
    lines: [{ price: '12.50', ticketId: expect.any(Number) }, { ticketId: expect.any(Number) }],
  });
});

test('an order whose time is over can be cancelled until it has expired, and one of a cancelled event, too', async () => {
  const late = await pending(mina);
  world.clock.advance({ hours: 24 });
  expect([await cancel(late), await expireOrders(world.context)]).toEqual(['cancelled', 0]);
  const lost = await pending(mina);
  await cancelEvent(world.context, world.tenant, { id: sold[0]!.eventId }, request);
  expect([await pay(lost), await cancel(lost), await held()]).toEqual(['event_cancelled', 'cancelled', [0, 0]]);
});

test('of payment and cancel at once one succeeds, and no seat is given back twice', async () => {
  for (let count = 0; count < 5; count += 1) {
    const id = await pending(mina);
    const [one, other] = await Promise.all([cancel(id), pay(id)]);
    expect([
      ['cancelled', 'cancelled'],
      ['already_settled', 'paid'],
    ]).toContainEqual([one, other]);
    const live = await sql<{ live: number }>`select live_tickets as live from events where id = ${sold[0]!.eventId}`.execute(world.db);
    expect([await held(), live.rows]).toEqual([[0, 0], [{ live: one === 'cancelled' ? 0 : 1 }]]);
    if (one !== 'cancelled') break;
  }
});

test('orders are listed newest first, in pages, by their state, and each tenant has its own', async () => {
  const ids = [await pending(mina)];
  await cancel(ids[0]!);
  ids.unshift(await pending(noor));
  const listed = await listOrders(world.context, world.tenant, { states: ['pending', 'cancelled'] }, { before: null, limit: 1 });
  expect(listed).toMatchObject({
    orders: [{ id: ids[0], state: 'pending', total: '25.00', currency: 'EUR', customerEmail: 'noor@example.org', finishedAt: null }],
    next: ids[0],
  });
  const rest = await listOrders(world.context, world.tenant, { states: ['cancelled'] }, { before: listed.next, limit: 1 });
  expect(rest.orders).toMatchObject([{ id: ids[1], state: 'cancelled', customerName: 'Mina' }]);
  const stranger = { ...world.tenant, id: world.tenant.id + 1 };
  expect([
    await listOrders(world.context, stranger, {}, { before: null, limit: 50 }),
    await findOrder(world.context, stranger, ids[0]!),
  ]).toEqual([{ orders: [], next: null }, undefined]);
});
