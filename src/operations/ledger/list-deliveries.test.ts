import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type World, addEvent, addTenant, ledgerOf, markSent, openWorld, request } from '../../../test/harness/world.ts';
import type { Event } from '../../domain/events/event.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { type DeliveryFilter, listDeliveries, withKey } from './list-deliveries.ts';

let world: World;
let event: Event;
let other: Event;

beforeAll(async () => {
  world = await openWorld();
  event = await addEvent(world);
  other = await addEvent(world);
  await markSent(world, event.id);
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
});
afterAll(async () => {
  await world.close();
});

const list = async (filter: DeliveryFilter, before: number | null = null, limit = 100) =>
  await listDeliveries(world.context, world.tenant, filter, { before, limit });

test('a line says who was to be told what, how it stands and what the server said last', async () => {
  await sql`update deliveries set attempts = 2, last_reply = '451 later' where event_id = ${other.id} and recipient = 'ben@example.com'`.execute(
    world.db,
  );
  const [row] = (await list({ eventId: other.id, recipient: 'Ben@Example.com' })).deliveries;
  expect(row).toMatchObject({
    eventId: other.id,
    purpose: 'invitation',
    recipient: 'ben@example.com',
    state: 'queued',
    attempts: 2,
    lastReply: '451 later',
    dueAt: world.clock.now(),
    finishedAt: null,
    messageId: expect.stringMatching(/^[0-9a-f]{32}@adjourn\.example$/),
    toldOnceKey: `${row!.ticketId}/1/invitation/0/email/ben@example.com`,
  });
});

test('P2: no two share a key: of a seat, of places in the waiting lists of two events, of the events alone', async () => {
  const [row] = (await list({ eventId: other.id, recipient: 'ben@example.com' })).deliveries;
  const same = [
    {},
    { ticketId: null, entryId: 7 },
    { ticketId: null, entryId: 8, eventId: event.id },
    { ticketId: null, purpose: 'bare_pair_used' as const },
    { ticketId: null, purpose: 'bare_pair_used' as const, eventId: event.id },
  ].map((changed) => withKey({ ...row!, ...changed }).toldOnceKey);
  expect(new Set(same).size).toBe(5);
});

test('state, change, event and recipient each narrow the list', async () => {
  const [cancelled] = (await list({ eventId: event.id })).deliveries;
  expect((await list({ states: ['sent'] })).deliveries.map((row) => row.eventId)).toEqual(Array(3).fill(event.id));
  expect((await list({ changeId: cancelled!.changeId })).deliveries.map((row) => row.purpose)).toEqual(Array(3).fill('event_cancelled'));
  expect((await list({ recipient: 'chie@example.com' })).deliveries).toHaveLength(3);
  expect((await list({ states: ['queued'], eventId: event.id, recipient: 'chie@example.com' })).deliveries).toHaveLength(1);
  expect((await list({ states: ['bounced'] })).deliveries).toEqual([]);
});

test('pages go from the newest to the oldest and miss none', async () => {
  const all = (await list({})).deliveries.map((row) => row.id);
  expect(all).toEqual(
    [...(await ledgerOf(world, event.id)), ...(await ledgerOf(world, other.id))].map((row) => row.id).toSorted((a, b) => b - a),
  );
  const paged: number[] = [];
  for (let before: number | null = null; ;) {
    const page = await list({}, before, 2);
    paged.push(...page.deliveries.map((row) => row.id));
    before = page.next;
    if (before === null) break;
  }
  expect(paged).toEqual(all);
});

test('another tenant’s ledger is not on the list', async () => {
  const stranger = await addTenant(world.context, 'Elsewhere');
  const page = await listDeliveries(world.context, stranger, { eventId: event.id }, { before: null, limit: 10 });
  expect(page).toEqual({ deliveries: [], next: null });
});
