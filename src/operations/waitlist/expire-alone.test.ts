import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type World, addCustomer, addEvent, addTicketType, openWorld, request } from '../../../test/harness/world.ts';
import type { Buyer } from '../orders/order-input.ts';
import { cancelTicket } from '../seats/cancel-ticket.ts';
import { issueTicket } from '../seats/issue-ticket.ts';
import { expireOffers } from './expire-offers.ts';
import { joinWaitlist } from './join-waitlist.ts';

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

test('9 A3: an offer that cannot be ended, is not, by its name, and the others are', async () => {
  const [bad, sound, another] = [await offered(), await offered(), await offered()];
  await sql`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'broken row'; end $$`.execute(world.db);
  await sql
    .raw(`create trigger refuse before update on waitlist_entries for each row when (new.event_id = ${bad}) execute function refuse()`)
    .execute(world.db);
  world.clock.advance({ hours: 25 });
  await expect(expireOffers(world.context)).rejects.toThrow(`the offers of event ${bad} could not be given back`);
  expect([await stateOf(bad), await stateOf(sound), await stateOf(another)]).toEqual(['offered', 'expired', 'expired']);
  await sql`drop trigger refuse on waitlist_entries`.execute(world.db);
  expect(await expireOffers(world.context)).toBe(1);
});
