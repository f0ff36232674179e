import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type World, addCustomer, addEvent, addTicketType, openWorld, request } from '../../../test/harness/world.ts';
import type { Buyer } from '../orders/order-input.ts';
import { cancelTicket } from '../seats/cancel-ticket.ts';
import { issueTicket } from '../seats/issue-ticket.ts';
import { expireOffers } from './expire-offers.ts';
import { joinWaitlist } from './join-waitlist.ts';
import type { Setback } from '../sweep.ts';
import { expireOrders } from '../orders/expire-orders.ts';

let world: World;
let mina: Buyer;
let noor: Buyer;
beforeAll(async () => {
  world = await openWorld();
  const add = async (name: string) => ({
    ...(await addCustomer(world, { name, email: `${name.toLowerCase()}@example.org`, zone: 'Europe/Madrid' })),
    isMember: false,
  });
  [mina, noor] = [await add('Mina'), await add('Noor')];
});
afterAll(() => world.close());

/** An event with a seat that is held for Noor. */
async function offered(): Promise<number> {
  const { id } = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 1 });
  await sql`update events set published_at = ${world.clock.now()}, waitlist_enabled = true where id = ${id}`.execute(world.db);
  const seat = { ticketTypeId: await addTicketType(world, id), customerId: mina.id, holder: mina };
  const issued = await issueTicket(world.context, world.tenant, { id }, seat, request);
  await joinWaitlist(world.context, world.tenant, id, { customer: noor, holder: noor, ticketTypeId: null });
  if (issued.outcome === 'issued') await cancelTicket(world.context, world.tenant, mina.id, issued.ticket.id, request);
  return id;
}

const stateOf = async (eventId: number) =>
  (await sql<{ state: string }>`select state from waitlist_entries where event_id = ${eventId}`.execute(world.db)).rows[0]!.state;

/** From now on nothing of these events is written in a table. */
async function breakRows(table: string, condition: string): Promise<void> {
  await sql`create or replace function refuse() returns trigger language plpgsql as $$ begin raise exception 'broken row'; end $$`.execute(
    world.db,
  );
  await sql
    .raw(`create trigger refuse before update on ${table} for each row when (${condition}) execute function refuse()`)
    .execute(world.db);
}

const mend = (table: string) => sql.raw(`drop trigger refuse on ${table}`).execute(world.db);

test('issue 9 A3: however many offers cannot be ended, those behind them are, and each is tried again by itself, later each time', async () => {
  const bad: number[] = [];
  for (let n = 0; n < 101; n += 1) bad.push(await offered());
  const sound = await offered();
  await breakRows('waitlist_entries', `new.event_id <= ${bad.at(-1)}`);
  world.clock.advance({ hours: 25 });
  const setbacks: Setback[] = [];
  const onSetback = (setback: Setback) => void setbacks.push(setback);

  expect(await expireOffers(world.context, { onSetback })).toBe(1);
  expect([await stateOf(bad[0]!), await stateOf(sound)]).toEqual(['offered', 'expired']);
  expect(setbacks.map(({ kind, id, tries }) => ({ kind, id, tries })).toSorted((a, b) => a.id - b.id)).toEqual(
    bad.map((id) => ({ kind: 'offers', id, tries: 1 })),
  );
  // In the same minute nobody tries again, whoever asks for seats of that event either.
  expect(await expireOffers(world.context, { of: { tenantId: world.tenant.id, eventIds: [bad[0]!] }, onSetback })).toBe(0);
  expect(setbacks).toHaveLength(101);
  world.clock.advance({ minutes: 1 });
  await expireOffers(world.context, { onSetback });
  expect(setbacks.slice(101).map(({ tries, retryAt }) => [tries, retryAt.since(world.clock.now()).total('minutes')])).toEqual(
    bad.map(() => [2, 2]),
  );

  await mend('waitlist_entries');
  world.clock.advance({ minutes: 2 });
  expect(await expireOffers(world.context, { onSetback })).toBe(101);
  expect([setbacks.length, (await sql`select from setbacks`.execute(world.db)).rows.length]).toEqual([202, 0]);
});

test('issue 9 A3: however many orders cannot expire, those behind them do, and their seats are free', async () => {
  const { id } = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 200 });
  await sql`update events set published_at = ${world.clock.now()} where id = ${id}`.execute(world.db);
  const ticketTypeId = await addTicketType(world, id);
  await sql`
    with made as (insert into orders (tenant_id, customer_id, state, currency, total, created_at, due_at)
      select ${world.tenant.id}, ${noor.id}, 'pending', 'EUR', 5, ${world.clock.now()}, ${world.clock.now()}::timestamptz + n * interval '1 second'
      from generate_series(1, 102) n returning id)
    insert into order_lines (tenant_id, order_id, number, event_id, ticket_type_id, price, holder, held)
      select ${world.tenant.id}, id, 1, ${id}, ${ticketTypeId}, 5, '{}', true from made`.execute(world.db);
  const last = (await sql<{ id: number }>`select max(id) as id from orders`.execute(world.db)).rows[0]!.id;
  await breakRows('orders', `new.id < ${last}`);
  world.clock.advance({ hours: 25 });
  const setbacks: Setback[] = [];
  expect(await expireOrders(world.context, { onSetback: (setback) => void setbacks.push(setback) })).toBe(1);
  expect(setbacks).toHaveLength(101);
  expect(String(setbacks[0]?.cause)).toContain('broken row');
  await mend('orders');
  expect(await expireOrders(world.context)).toBe(0);
  world.clock.advance({ minutes: 1 });
  expect(await expireOrders(world.context)).toBe(101);
  expect((await sql<{ heldSeats: number }>`select held_seats from events where id = ${id}`.execute(world.db)).rows[0]).toEqual({
    heldSeats: 0,
  });
});
