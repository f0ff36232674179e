import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type World, addEvent, ana, ben, chie, ledgerOf, markSent, openWorld, request } from '../../../test/harness/world.ts';
import type { Event } from '../../domain/events/event.ts';
import { updateEvent } from './update-event.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const omar = { name: 'Omar', email: 'omar@example.org', zone: 'Europe/London', language: 'en', role: 'attendee' as const };

async function told(): Promise<Event> {
  const event = await addEvent(world);
  await markSent(world, event.id);
  return event;
}

async function queued(event: Event) {
  return (await ledgerOf(world, event.id)).filter((row) => row.state === 'queued').map((row) => [row.purpose, row.recipient, row.sequence]);
}

test('who stays is told it moved, who is new is invited, who is gone gets a CANCEL: one change, one notice each', async () => {
  const event = await told();
  const update = { startsAt: event.startsAt.add({ hours: 2 }), endsAt: event.endsAt.add({ hours: 2 }), invitees: [ana, chie, omar] };
  expect(await updateEvent(world.context, world.tenant, { id: event.id }, update, request)).toMatchObject({
    outcome: 'updated',
    notices: 4,
  });
  expect((await queued(event)).toSorted()).toEqual([
    ['invitation', 'omar@example.org', 1],
    ['moved', 'ana@example.com', 1],
    ['moved', 'chie@example.com', 1],
    ['ticket_cancelled', 'ben@example.com', 1],
  ]);
});

test('who is added without a zone has the calendar’s, not the event’s', async () => {
  const event = await told();
  await sql`update calendars set zone = 'Europe/Lisbon' where id = ${event.calendarId}`.execute(world.db);
  await updateEvent(
    world.context,
    world.tenant,
    { id: event.id },
    { zone: 'Asia/Tokyo', invitees: [ana, ben, chie, { ...omar, zone: null }] },
    request,
  );
  const seat = await sql`select zone, zone_source from tickets where event_id = ${event.id} and email = 'omar@example.org'`.execute(
    world.db,
  );
  expect(seat.rows).toEqual([{ zone: 'Europe/Lisbon', zoneSource: 'calendar' }]);
  await sql`update calendars set zone = 'Europe/Madrid' where id = ${event.calendarId}`.execute(world.db);
});

test('a new title or place tells everybody; a new description tells nobody and only raises the revision', async () => {
  const event = await told();
  const described = await updateEvent(world.context, world.tenant, { id: event.id }, { description: 'Bring boots' }, request);
  expect(described).toMatchObject({ outcome: 'updated', notices: 0, event: { revision: 2, sequence: 0 } });
  expect(await queued(event)).toEqual([]);
  const renamed = await updateEvent(world.context, world.tenant, { id: event.id }, { location: 'Pier 4' }, request);
  expect(renamed).toMatchObject({ outcome: 'updated', notices: 3, event: { revision: 3, sequence: 1 } });
  expect((await queued(event)).map(([purpose]) => purpose)).toEqual(['updated', 'updated', 'updated']);
});

test('the same again changes nothing, and an organizer stays even when the list forgets them', async () => {
  const event = await told();
  expect(
    await updateEvent(world.context, world.tenant, { id: event.id }, { title: event.title, invitees: [ben, chie] }, request),
  ).toMatchObject({ outcome: 'unchanged', event: { revision: 1 } });
});

test('somebody uninvited and invited again has one live seat, and an invitation numbered above their CANCEL', async () => {
  const event = await told();
  await updateEvent(world.context, world.tenant, { id: event.id }, { invitees: [chie] }, request);
  await markSent(world, event.id);
  await updateEvent(world.context, world.tenant, { id: event.id }, { invitees: [chie, ben] }, request);
  expect(await queued(event)).toEqual([['invitation', 'ben@example.com', 2]]);
  const live = await sql`select email from tickets where event_id = ${event.id} and released_revision is null order by email`.execute(
    world.db,
  );
  expect(live.rows).toEqual([{ email: 'ana@example.com' }, { email: 'ben@example.com' }, { email: 'chie@example.com' }]);
});
