import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../../test/harness/random.ts';
import { type World, addCustomer, addEvent, addTicketType, openWorld, request } from '../../../test/harness/world.ts';
import { cancelTicket } from '../seats/cancel-ticket.ts';
import { expireOffers } from './expire-offers.ts';
import { issueTicket } from '../seats/issue-ticket.ts';
import { joinWaitlist } from './join-waitlist.ts';
import { leaveWaitlist } from './leave-waitlist.ts';
import type { Buyer } from '../orders/order-input.ts';

const SEATS = 50;
const BUYERS = 500;
const AT_ONCE = 16;
const SEEDS = 50;

let world: World;
let buyers: Buyer[];

beforeAll(async () => {
  world = await openWorld();
  buyers = [];
  for (let index = 0; index < BUYERS; index += 1) {
    buyers.push({ ...(await addCustomer(world, { name: 'Raj', email: `raj+${index}@example.org`, zone: 'UTC' })), isMember: false });
  }
  // At every commit: a free seat and somebody who waits never meet, so nobody can take a seat that somebody waits for.
  await sql`create function no_queue_jump() returns trigger language plpgsql as $$
    begin
      if exists (select from events e join ticket_types ty on ty.tenant_id = e.tenant_id and ty.event_id = e.id
          where e.tenant_id = new.tenant_id and e.id = new.id and e.live_tickets + e.held_seats < e.capacity
            and exists (select from waitlist_entries w where w.tenant_id = e.tenant_id and w.event_id = e.id and w.state = 'waiting'))
      then raise exception 'a seat of event % is free while somebody waits', new.id; end if;
      return null;
    end $$`.execute(world.db);
  await sql`create constraint trigger no_queue_jump after insert or update on events deferrable initially deferred
    for each row execute function no_queue_jump()`.execute(world.db);
});
afterAll(() => world.close());

/** Runs the tasks in their order, so many at once. */
async function inParallel(tasks: (() => Promise<void>)[]): Promise<void> {
  const left = tasks.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const task of left) await task();
    }),
  );
}

test.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))(
  'P8: 500 buyers race for 50 seats with cancels, declines and lapsed offers between them: 50 seats are taken, in the order of the line (seed %i)',
  { timeout: 60_000 },
  async (seed) => {
    const random = seededRandom(`race ${seed}`);
    const draw = () => new DataView(random.bytes(4).buffer).getUint32(0) / 2 ** 32;
    const event = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: SEATS });
    await sql`update events set published_at = ${world.clock.now()}, waitlist_enabled = true, starts_at = starts_at + interval '1 year',
      ends_at = ends_at + interval '1 year' where id = ${event.id}`.execute(world.db);
    const ticketTypeId = await addTicketType(world, event.id);
    const key = { id: event.id };
    const take = async (buyer: Buyer): Promise<boolean> => {
      const taken = await issueTicket(world.context, world.tenant, key, { ticketTypeId, customerId: buyer.id, holder: buyer }, request);
      return taken.outcome === 'issued';
    };
    const giveBack = async (buyer: Buyer) => {
      const found = await sql<{
        id: number;
      }>`select id from tickets where event_id = ${event.id} and customer_id = ${buyer.id} and released_revision is null limit 1`.execute(
        world.db,
      );
      const [ticket] = found.rows;
      if (ticket) await cancelTicket(world.context, world.tenant, buyer.id, ticket.id, request);
    };
    const join = (buyer: Buyer) =>
      joinWaitlist(world.context, world.tenant, event.id, { customer: buyer, holder: buyer, ticketTypeId: null });
    const leave = (buyer: Buyer) =>
      leaveWaitlist(world.context, world.tenant, event.id, { customerId: buyer.id, email: buyer.email }, request);
    // Drawn before the race: who does what is the seed's, who comes when is the machine's.
    const arrivals = buyers
      .map((buyer) => ({ buyer, luck: draw(), mood: draw() }))
      .map(({ buyer, luck, mood }) => async () => {
        if (await take(buyer)) {
          if (luck < 0.5) await giveBack(buyer);
          return;
        }
        await join(buyer);
        if (mood < 0.1) await leave(buyer);
        else if (mood < 0.4 && (await take(buyer)) && luck < 0.5) await giveBack(buyer);
        if (luck > 0.995) {
          world.clock.advance({ minutes: 500 });
          await expireOffers(world.context);
        }
      });
    await inParallel(arrivals);
    // Everybody who is offered a seat takes it, until nobody is.
    for (;;) {
      const offered = await sql<{
        customerId: number;
      }>`select customer_id from waitlist_entries where event_id = ${event.id} and state = 'offered'`.execute(world.db);
      if (offered.rows.length === 0) break;
      const holders = new Set(offered.rows.map(({ customerId }) => customerId));
      await inParallel(buyers.filter(({ id }) => holders.has(id)).map((buyer) => async () => void (await take(buyer))));
      await expireOffers(world.context);
    }
    const ended = await sql<{ live: number; held: number; tickets: number; jumped: number; waiting: number }>`
      select e.live_tickets as live, e.held_seats as held,
        (select count(*) from tickets t where t.event_id = e.id and t.released_revision is null) as tickets,
        (select count(*) from waitlist_entries w where w.event_id = e.id and w.state = 'waiting') as waiting,
        (select count(*) from waitlist_entries w where w.event_id = e.id and w.offered_type_id is not null and exists (
          select from waitlist_entries o where o.event_id = w.event_id and o.id < w.id and o.state = 'waiting')) as jumped
      from events e where e.id = ${event.id}`.execute(world.db);
    expect(ended.rows[0]).toMatchObject({ live: SEATS, held: 0, tickets: SEATS, jumped: 0 });
    expect(ended.rows[0]?.waiting).toBeGreaterThan(50);
    // Nobody holds two, and every seat that was offered was told to its person once.
    const told = await sql<{ entryId: number; times: number }>`
      select subject_id, count(*) as times from deliveries where event_id = ${event.id} and purpose = 'seat_offered' group by subject_id having count(*) > 1`.execute(
      world.db,
    );
    expect(told.rows).toEqual([]);
  },
);
