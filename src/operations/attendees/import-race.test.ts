import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sumsOf } from '../../../test/harness/reach.ts';
import { type World, addCustomer, addEvent, addTicketType, openWorld, request } from '../../../test/harness/world.ts';
import type { NewAttendee } from '../../domain/attendees/attendee.ts';
import { expandNext } from '../../ledger/expand-next.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { issueTicket } from '../seats/issue-ticket.ts';
import { addAttendees } from './add-attendees.ts';
import { removeAttendee } from './remove-attendee.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const listOf = (name: string, size: number, ticketTypeId: number | null = null): NewAttendee[] =>
  Array.from({ length: size }, (_, n) => ({
    name: 'Ben',
    email: `${name}${n}@example.com`,
    telephone: null,
    zone: null,
    language: null,
    role: 'attendee',
    participationStatus: null,
    ticketTypeId,
  }));

const add = async (eventId: number, people: NewAttendee[], notify = true) =>
  await addAttendees(world.context, world.tenant, eventId, people, { notify }, request);

async function writeAll(): Promise<void> {
  while ((await expandNext(world.db, 500, world.clock.now())).expanded.length > 0);
}

test('promise 8: lists, single seats and removals at the same moment never pass the capacity, each list comes whole or not at all, and everybody is in the sums', async () => {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 130 });
  const typeId = await addTicketType(world, event.id, { capacity: 70 });
  const mina = await addCustomer(world, { name: 'Mina', email: 'mina@example.org', zone: 'Asia/Tokyo' });
  const begun = await add(event.id, listOf('first', 40));
  if (begun.outcome !== 'added') throw new Error(begun.outcome);
  const tries = await Promise.all([
    ...['a', 'b', 'c', 'd', 'e'].map((name) => add(event.id, listOf(name, 30, name < 'd' ? typeId : null), name !== 'b')),
    ...Array.from({ length: 8 }, () =>
      issueTicket(world.context, world.tenant, { id: event.id }, { ticketTypeId: typeId, customerId: mina.id, holder: mina }, request),
    ),
    ...begun.ticketIds.slice(0, 5).map((id) => removeAttendee(world.context, world.tenant, event.id, id, request)),
  ]);
  const found = await sql<{ live: number; counted: number; ofType: number; typed: number; lists: number[] }>`
    select e.live_tickets as live, (select count(*)::int from tickets t where t.event_id = e.id and t.released_revision is null) as counted,
      y.live_tickets as of_type, (select count(*)::int from tickets t where t.ticket_type_id = y.id) as typed,
      (select array_agg(n) from (select count(*)::int as n from tickets t where t.event_id = e.id and t.email ~ '^[a-e][0-9]' group by left(t.email, 1)) l) as lists
    from events e join ticket_types y on y.event_id = e.id where e.id = ${event.id}`.execute(world.db);
  const [seats] = found.rows;
  expect(seats).toMatchObject({ live: seats?.counted, ofType: seats?.typed });
  expect(seats!.live).toBeLessThanOrEqual(130);
  expect(seats!.ofType).toBeLessThanOrEqual(70);
  expect(new Set(seats!.lists)).toEqual(new Set([30]));
  expect(tries.filter(({ outcome }) => outcome === 'added')).toHaveLength(seats!.lists.length);
  await writeAll();
  const { people } = await sumsOf(world, event.id);
  expect(people).toBe(seats!.live + 5);
});

test('promise 1: a list that meets a cancel is either told of it or not there; one whose commit breaks leaves no seat, no change and no plan', async () => {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [] });
  const [added, cancelled] = await Promise.all([
    add(event.id, listOf('crowd', 200)),
    cancelEvent(world.context, world.tenant, { id: event.id }, request),
  ]);
  expect(cancelled.outcome).toBe('cancelled');
  await writeAll();
  const { people = 0 } = await sumsOf(world, event.id);
  expect(people).toBe(added.outcome === 'added' ? 200 : 0);
  const other = await addEvent(world, { uidScope: 'ticket', invitees: [] });
  await sql`create function fail() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$`.execute(
    world.db,
  );
  await sql`create trigger fail before update on tickets execute function fail()`.execute(world.db);
  // To count as told is the last step.
  await expect(add(other.id, listOf('told', 3), false)).rejects.toThrow('the disk is full');
  await sql`drop trigger fail on tickets`.execute(world.db);
  const left = await sql`select (select count(*)::int from tickets where event_id = ${other.id}) as seats, live_tickets, revision,
    (select count(*)::int from changes where event_id = ${other.id}) as changes from events where id = ${other.id}`.execute(world.db);
  expect(left.rows).toEqual([{ seats: 0, liveTickets: 0, revision: 1, changes: 1 }]);
});
