import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../../test/harness/random.ts';
import { type World, addCustomer, addEvent, addTicketType, openWorld, request } from '../../../test/harness/world.ts';
import { cancelOrder } from '../orders/cancel-order.ts';
import { cancelTicket } from './cancel-ticket.ts';
import { expireOffers } from '../waitlist/expire-offers.ts';
import { issueTicket } from './issue-ticket.ts';
import { joinWaitlist } from '../waitlist/join-waitlist.ts';
import { markOrderPaid } from '../orders/mark-order-paid.ts';
import type { Buyer } from '../orders/order-input.ts';
import { placeOrder } from '../orders/place-order.ts';
import { removeFromWaitlist } from '../waitlist/remove-from-waitlist.ts';
import { setCapacity } from './set-capacity.ts';

const SEEDS = 10;
const BUYERS = 60;
const AT_ONCE = 8;

const outcomes = new Map<string, number>();
let world: World;
let buyers: Buyer[];
beforeAll(async () => {
  world = await openWorld();
  buyers = [];
  for (let index = 0; index < BUYERS; index += 1) {
    buyers.push({ ...(await addCustomer(world, { name: 'Raj', email: `raj+${index}@example.org`, zone: 'UTC' })), isMember: false });
  }
  // At every commit: no seat is free, in its event and in its type, that somebody waits for.
  await sql`create function no_queue_jump() returns trigger language plpgsql as $$
    begin
      if exists (select from events e join ticket_types ty on ty.tenant_id = e.tenant_id and ty.event_id = e.id
          join waitlist_entries w on w.tenant_id = e.tenant_id and w.event_id = e.id and w.state = 'waiting'
            and (w.ticket_type_id is null or w.ticket_type_id = ty.id)
          where e.tenant_id = new.tenant_id and e.id = new.id and (e.capacity is null or e.live_tickets + e.held_seats < e.capacity)
            and (ty.capacity is null or ty.live_tickets + ty.held_seats < ty.capacity))
      then raise exception 'a seat of event % is free while somebody waits', new.id; end if;
      return null;
    end $$`.execute(world.db);
  await sql`create constraint trigger no_queue_jump after insert or update on events deferrable initially deferred
    for each row execute function no_queue_jump()`.execute(world.db);
});
afterAll(() => world.close());

test.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))(
  'P8: seats are added and taken away while people buy, cancel, wait, decline and let offers lapse: never one too many, and in the order of the line (seed %i)',
  { timeout: 30_000 },
  async (seed) => {
    const random = seededRandom(`capacity ${seed}`);
    const draw = (below: number) => new DataView(random.bytes(4).buffer).getUint32(0) % below;
    const event = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 5 });
    await sql`update events set published_at = ${world.clock.now()}, waitlist_enabled = true, starts_at = starts_at + interval '1 year',
      ends_at = ends_at + interval '1 year' where id = ${event.id}`.execute(world.db);
    const free = await addTicketType(world, event.id, { capacity: 4 });
    const paid = await addTicketType(world, event.id, { capacity: 3 });
    await sql`update ticket_types set price = 5 where id = ${paid}`.execute(world.db);
    const types = [free, paid];
    const count = ({ outcome }: { outcome: string }) => void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const idsOf = async (found: ReturnType<typeof sql<{ id: number }>>) => (await found.execute(world.db)).rows.map(({ id }) => id);
    const acts: ((buyer: Buyer, dice: number) => Promise<unknown>)[] = [
      (buyer) =>
        issueTicket(world.context, world.tenant, { id: event.id }, { ticketTypeId: free, customerId: buyer.id, holder: buyer }, request),
      (buyer, dice) =>
        placeOrder(
          world.context,
          world.tenant,
          buyer,
          [{ eventId: event.id, ticketTypeId: types[dice % 2]!, name: null, email: null }],
          request,
        ),
      (buyer, dice) =>
        joinWaitlist(world.context, world.tenant, event.id, {
          customer: buyer,
          holder: buyer,
          ticketTypeId: dice % 3 ? null : types[dice % 2]!,
        }),
      async (buyer) => {
        const [id] = await idsOf(
          sql`select id from tickets where event_id = ${event.id} and customer_id = ${buyer.id} and released_revision is null limit 1`,
        );
        if (id !== undefined) await cancelTicket(world.context, world.tenant, buyer.id, id, request);
      },
      async (_buyer, dice) => {
        const ids = await idsOf(
          sql`select id from orders o where state = 'pending' and exists (select from order_lines l where l.order_id = o.id and l.event_id = ${event.id})`,
        );
        const id = ids[dice % Math.max(1, ids.length)];
        if (id !== undefined) count(await (dice % 2 ? markOrderPaid : cancelOrder)(world.context, world.tenant, id, request));
      },
      async (_buyer, dice) => {
        const ids = await idsOf(sql`select id from waitlist_entries where event_id = ${event.id} and state in ('waiting', 'offered')`);
        const id = ids[dice % Math.max(1, ids.length)];
        if (id !== undefined) count(await removeFromWaitlist(world.context, world.tenant, event.id, id, request));
      },
      async (_buyer, dice) => {
        const capacity = dice % 40 === 0 ? null : dice % 14;
        count(
          await setCapacity(
            world.context,
            world.tenant,
            event.id,
            { ticketTypeId: dice % 5 === 0 ? types[dice % 2]! : null, capacity },
            request,
          ),
        );
      },
      async () => {
        world.clock.advance({ hours: 1 });
        await expireOffers(world.context);
      },
    ];
    // Drawn before the race: who does what is the seed's, who comes when is the machine's.
    const tasks = Array.from({ length: 250 }, () => ({
      act: acts[draw(acts.length)]!,
      buyer: buyers[draw(BUYERS)]!,
      dice: draw(1_000),
    })).values();
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (const { act, buyer, dice } of tasks) await act(buyer, dice);
      }),
    );
    const ended = await sql<{ agree: boolean; oversold: boolean; twice: number }>`
      select e.live_tickets = (select count(*) from tickets t where t.event_id = e.id and t.released_revision is null)
        and e.held_seats = (select count(*) from order_lines l where l.event_id = e.id and l.held)
          + (select count(*) from waitlist_entries w where w.event_id = e.id and w.state = 'offered')
        and e.live_tickets = (select sum(live_tickets) from ticket_types ty where ty.event_id = e.id)
        and e.held_seats = (select sum(held_seats) from ticket_types ty where ty.event_id = e.id) as agree,
        coalesce(e.live_tickets + e.held_seats > e.capacity, false) as oversold,
        (select count(*) from (select subject_id from deliveries d where d.event_id = e.id and d.purpose = 'seat_offered' group by subject_id having count(*) > 1) x) as twice
      from events e where e.id = ${event.id}`.execute(world.db);
    expect(ended.rows).toEqual([{ agree: true, oversold: false, twice: 0 }]);
    // Of those who wait for the same, the first was offered first.
    const order = await sql<{
      entries: number[];
    }>`select after->'entries' as entries from changes where event_id = ${event.id} and kind = 'seats_offered' order by id`.execute(
      world.db,
    );
    const asked = await sql<{
      id: number;
      ticketTypeId: number | null;
    }>`select id, ticket_type_id from waitlist_entries where event_id = ${event.id}`.execute(world.db);
    const offered = order.rows.flatMap(({ entries }) => entries);
    outcomes.set('offered', (outcomes.get('offered') ?? 0) + offered.length);
    for (const typeId of [null, ...types]) {
      const same = new Set(asked.rows.flatMap(({ id, ticketTypeId }) => (ticketTypeId === typeId ? [id] : [])));
      const turns = offered.filter((id) => same.has(id));
      expect(turns).toEqual(turns.toSorted((one, other) => one - other));
    }
  },
);

test.each(['changed', 'below_taken', 'offered', 'removed', 'paid', 'cancelled'])('the race had it: %s', (outcome) => {
  expect(outcomes.get(outcome)).toBeGreaterThan(10);
});
