import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type World, addCustomer, addEvent, addTicketType, ledgerOf, openWorld, request } from '../../../test/harness/world.ts';
import { linesOf } from '../../cli/explain.ts';
import type { Event } from '../../domain/events/event.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { createWebhook } from '../webhooks/create-webhook.ts';
import { explain } from '../ledger/explain.ts';
import { findReach } from '../ledger/find-reach.ts';
import { issueTicket } from './issue-ticket.ts';
import { joinWaitlist } from '../waitlist/join-waitlist.ts';
import type { Buyer } from '../orders/order-input.ts';
import { placeOrder } from '../orders/place-order.ts';
import { setCapacity } from './set-capacity.ts';

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
afterAll(() => world.close());

/** A published event that keeps a waiting list, with one seat, which is Mina's. */
beforeEach(async () => {
  event = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 1 });
  await sql`update events set published_at = ${world.clock.now()}, waitlist_enabled = true where id = ${event.id}`.execute(world.db);
  typeId = await addTicketType(world, event.id);
  await take(people.mina);
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, possibly_sent = true where event_id = ${event.id}`.execute(
    world.db,
  );
});

const set = (capacity: number | null, ticketTypeId: number | null = null) =>
  setCapacity(world.context, world.tenant, event.id, { ticketTypeId, capacity }, request);
const join = (who: Buyer, ticketTypeId: number | null = null) =>
  joinWaitlist(world.context, world.tenant, event.id, { customer: who, holder: who, ticketTypeId });
const take = (who: Buyer, ticketTypeId = typeId) =>
  issueTicket(world.context, world.tenant, { id: event.id }, { ticketTypeId, customerId: who.id, holder: who }, request).then(
    ({ outcome }) => outcome,
  );

async function line(): Promise<string[]> {
  const found = await sql<{
    name: string;
    state: string;
  }>`select name, state from waitlist_entries where event_id = ${event.id} order by id`.execute(world.db);
  return found.rows.map(({ name, state }) => `${name} ${state}`);
}

async function stored() {
  const found = await sql<{
    capacity: number | null;
    types: (number | null)[];
    sequence: number;
    dtstamp: Temporal.Instant;
    revision: number;
  }>`
    select capacity, sequence, dtstamp, revision, (select jsonb_agg(t.capacity order by id) from ticket_types t where t.event_id = e.id) as types
    from events e where id = ${event.id}`.execute(world.db);
  return found.rows[0]!;
}

const history = async () =>
  (
    await sql<{ kind: string }>`select kind, before, after, actor_id from changes where event_id = ${event.id} order by id`.execute(
      world.db,
    )
  ).rows.slice(2);
const offers = async () =>
  (await ledgerOf(world, event.id)).filter(({ state }) => state === 'queued').map(({ purpose, recipient }) => `${purpose} ${recipient}`);

describe('more seats', () => {
  test('go to whoever waits, in the order of the line and in the same commit; nobody else is mailed, and calendars have no news', async () => {
    for (const who of [people.noor, people.pia, people.raj]) await join(who);
    const before = await stored();
    const wakes = world.wakes();
    expect(await set(3)).toEqual({ outcome: 'changed', offered: 2 });
    expect(await line()).toEqual(['Noor offered', 'Pia offered', 'Raj waiting']);
    expect(await offers()).toEqual(['seat_offered noor@example.org', 'seat_offered pia@example.org']);
    const after = await stored();
    expect(after).toMatchObject({ capacity: 3, sequence: before.sequence, revision: before.revision + 2 });
    expect([after.dtstamp.equals(before.dtstamp), world.wakes() - wakes]).toEqual([true, 1]);
    expect(await history()).toMatchObject([
      {
        kind: 'capacity_changed',
        before: { capacity: 1, ticketTypeId: null },
        after: { capacity: 3, ticketTypeId: null },
        actorId: 'test',
      },
      { kind: 'seats_offered' },
    ]);
    expect([await take(people.raj), await take(people.noor)]).toEqual(['sold_out', 'issued']);
  });

  test('P1: when an offer cannot be written there are not more seats either', async () => {
    await join(people.noor);
    await sql`create function refuse_offer() returns trigger language plpgsql as 'begin raise exception ''no outbox''; end'`.execute(
      world.db,
    );
    await sql`create trigger refuse_offer before insert on outbox for each row when (new.subject_kind = 'place') execute function refuse_offer()`.execute(
      world.db,
    );
    await expect(set(2)).rejects.toThrow('no outbox');
    await sql`drop trigger refuse_offer on outbox`.execute(world.db);
    expect([(await stored()).capacity, await line(), await history()]).toEqual([1, ['Noor waiting'], []]);
  });

  test('that nobody waits for are anybody’s', async () => {
    expect(await set(2)).toEqual({ outcome: 'changed', offered: 0 });
    expect([await offers(), await take(people.raj), await take(people.pia)]).toEqual([[], 'issued', 'sold_out']);
  });

  test('of a type are offered as those of the event are, where the event has room', async () => {
    await set(5);
    expect(await set(1, typeId)).toEqual({ outcome: 'changed', offered: 0 });
    await join(people.noor, typeId);
    await join(people.pia);
    expect(await set(2, typeId)).toEqual({ outcome: 'changed', offered: 1 });
    expect([await line(), await stored()]).toMatchObject([['Noor offered', 'Pia waiting'], { capacity: 5, types: [2] }]);
    expect(await set(null, typeId)).toEqual({ outcome: 'changed', offered: 1 });
    expect(await line()).toEqual(['Noor offered', 'Pia offered']);
  });

  test(
    'without a limit everybody who waits is offered one, thousands too, with no moment in which a seat is free and somebody waits',
    { timeout: 60_000 },
    async () => {
      await sql`insert into waitlist_entries (tenant_id, event_id, ticket_type_id, email, name, zone, zone_source, language, state, joined_at, updated_at)
      select ${world.tenant.id}, ${event.id}, null, 'ben+' || n || '@example.com', 'Ben', 'UTC', 'tenant', 'en', 'waiting', now(), now() from generate_series(1, 2300) n`.execute(
        world.db,
      );
      await sql`create function no_free_seat() returns trigger language plpgsql as $$
      begin
        if exists (select from events e where e.id = new.id and (e.capacity is null or e.live_tickets + e.held_seats < e.capacity)
          and exists (select from waitlist_entries w where w.event_id = e.id and w.state = 'waiting'))
        then raise exception 'a seat is free while somebody waits'; end if;
        return null;
      end $$`.execute(world.db);
      await sql`create constraint trigger no_free_seat after update of capacity on events deferrable initially deferred
      for each row execute function no_free_seat()`.execute(world.db);
      const done = await set(null);
      await sql`drop trigger no_free_seat on events`.execute(world.db);
      expect(done).toEqual({ outcome: 'changed', offered: 2300 });
      expect([new Set(await line()), (await stored()).capacity, (await offers()).length]).toEqual([new Set(['Ben offered']), null, 2300]);
      expect((await history()).filter(({ kind }) => kind === 'capacity_changed')).toMatchObject([
        { after: { capacity: 1001 } },
        { after: { capacity: 2001 } },
        { after: { capacity: null } },
      ]);
    },
  );

  test('a crowd that waits for a full type does not keep those behind it from the seats of another', { timeout: 60_000 }, async () => {
    const other = await addTicketType(world, event.id);
    await set(1, typeId);
    await sql`insert into waitlist_entries (tenant_id, event_id, ticket_type_id, email, name, zone, zone_source, language, state, joined_at, updated_at)
      select ${world.tenant.id}, ${event.id}, case when n <= 1200 then ${typeId}::bigint else ${other}::bigint end, 'ben+' || n || '@example.com', 'Ben ' || n,
        'UTC', 'tenant', 'en', 'waiting', now(), now() from generate_series(1, 1202) n`.execute(world.db);
    expect(await set(40)).toEqual({ outcome: 'changed', offered: 2 });
    expect(await set(4, typeId)).toEqual({ outcome: 'changed', offered: 3 });
    expect((await line()).filter((one) => one.endsWith('offered'))).toEqual([
      'Ben 1 offered',
      'Ben 2 offered',
      'Ben 3 offered',
      'Ben 1201 offered',
      'Ben 1202 offered',
    ]);
    expect([await set(5_000), await stored()]).toMatchObject([{ outcome: 'changed', offered: 0 }, { capacity: 5_000 }]);
  });
});

describe('fewer seats', () => {
  test('are never fewer than are taken or held, and nothing changes where they would be', async () => {
    await join(people.noor);
    await set(5);
    await sql`update ticket_types set price = 5 where id = ${typeId}`.execute(world.db);
    expect(
      (
        await placeOrder(
          world.context,
          world.tenant,
          people.raj,
          [{ eventId: event.id, ticketTypeId: typeId, name: null, email: null }],
          request,
        )
      ).outcome,
    ).toBe('pending');
    const before = [await stored(), await history()];
    // Mina's ticket, Noor's offer, Raj's order.
    for (const typed of [null, typeId]) expect(await set(2, typed)).toEqual({ outcome: 'below_taken', taken: 3, held: 2 });
    expect([await stored(), await history()]).toEqual(before);
    expect(await set(3)).toEqual({ outcome: 'changed', offered: 0 });
    expect(await take(people.pia)).toBe('sold_out');
  });

  test('count a seat as free whose order was not paid in time', async () => {
    await set(2);
    await sql`update ticket_types set price = 5 where id = ${typeId}`.execute(world.db);
    await placeOrder(
      world.context,
      world.tenant,
      people.raj,
      [{ eventId: event.id, ticketTypeId: typeId, name: null, email: null }],
      request,
    );
    world.clock.advance({ hours: 24 });
    expect(await set(1)).toEqual({ outcome: 'changed', offered: 0 });
  });
});

test('the same number is no change; a cancelled event, one that is over, and what is not there are refused', async () => {
  expect([await set(1), await set(null, typeId)]).toEqual([{ outcome: 'unchanged' }, { outcome: 'unchanged' }]);
  expect(await set(1, 999_999)).toEqual({ outcome: 'type_not_found' });
  expect(await setCapacity(world.context, world.tenant, 999_999, { ticketTypeId: null, capacity: 1 }, request)).toEqual({
    outcome: 'not_found',
  });
  expect(
    await setCapacity(world.context, { ...world.tenant, id: world.tenant.id + 1 }, event.id, { ticketTypeId: null, capacity: 9 }, request),
  ).toEqual({ outcome: 'not_found' });
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  expect(await set(9)).toEqual({ outcome: 'event_cancelled' });
  const past = await addEvent(world, { invitees: [], capacity: 1 });
  world.clock.advance({ hours: 50 });
  expect(await setCapacity(world.context, world.tenant, past.id, { ticketTypeId: null, capacity: 9 }, request)).toEqual({
    outcome: 'event_over',
  });
});

test('P6: who is offered a seat by it and does not know yet is named, the change is told, and webhooks hear nothing', async () => {
  await join(people.noor);
  await createWebhook(world.context, world.tenant, {
    dialect: 'meetbit',
    organisationId: null,
    name: 'CRM',
    url: 'https://crm.example.net/hook',
    topics: ['created', 'updated', 'moved', 'cancelled'],
    slugs: null,
    auth: { type: 'none' },
    timeoutSeconds: 10,
    status: 'active',
  });
  await set(4);
  const found = await findReach(world.context, world.tenant, { id: event.id }, { limit: 10 });
  expect(found?.reach).toMatchObject({
    people: 2,
    reached: 1,
    nothingOwed: 0,
    unreached: [{ ticketId: null, recipient: 'noor@example.org', purpose: 'seat_offered', state: 'queued' }],
  });
  const story = (await explain(world.context, String(event.id))).flatMap(linesOf).join('\n');
  expect(story).toMatch(
    /seats offered by system test \(revision 4\)\n.*capacity changed to 4 by system test \(revision 3\), because: The roof leaks/,
  );
  expect(story).toContain('noor@example.org: seat offered waits to be sent');
  expect((await sql`select from webhook_deliveries`.execute(world.db)).rows).toEqual([]);
});
