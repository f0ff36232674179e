import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDoor } from '../../../test/harness/door.ts';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { ana, ben, request } from '../../../test/harness/world.ts';
import { zyntro } from '../../api/zyntro/routes.ts';
import { createEvent } from '../../operations/events/create-event.ts';
import { portal } from './routes.ts';

let demo: TestDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

/** A meeting of two of the account 32, and the token of Ben's link that cancels it. */
async function meeting() {
  const startsAt = demo.clock.now().add({ hours: 48 });
  const input = {
    calendar: { id: 14 },
    uidScope: 'event',
    title: 'Discovery Call',
    description: '',
    location: null,
    zone: null,
    startsAt,
    endsAt: startsAt.add({ minutes: 45 }),
    capacity: null,
    organizerName: 'Ana',
    replyTo: 'ana@example.com',
    attendeeLinks: true,
    invitees: [ana, ben],
  } as const;
  const made = await createEvent(demo.context, demo.tenant, { ...input, invitees: [ana, ben] }, request);
  if (made.outcome !== 'created') throw new Error(made.outcome);
  const { event } = made;
  const seat = await sql<{ id: number }>`select id from tickets where event_id = ${event.id} and email = 'ben@example.com'`.execute(
    demo.db,
  );
  const token = demo.context.links.sign({
    action: 'cancel',
    tenantId: demo.tenant.id,
    subjectId: seat.rows[0]!.id,
    startsAt: event.startsAt,
    expiresAt: event.endsAt,
  });
  return { event, token };
}

const statusOf = async (id: number) =>
  (await sql<{ status: string }>`select status from events where id = ${id}`.execute(demo.db)).rows[0]?.status;

/** Makes a call while another transaction, which has added somebody to the event, is about to commit: the call reads what was before. */
async function beside<Answer>(eventId: number, call: () => Promise<Answer>): Promise<Answer> {
  const { promise: committed, resolve: commit } = Promise.withResolvers<void>();
  const { promise: added, resolve: add } = Promise.withResolvers<void>();
  const other = demo.db.transaction().execute(async (tx) => {
    await sql`select from events where id = ${eventId} for update`.execute(tx);
    await sql`update events set live_tickets = 3, revision = revision + 1, updated_at = updated_at where id = ${eventId}`.execute(tx);
    add();
    await committed;
  });
  await added;
  const answer = call();
  const waits = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await waits.execute(demo.db)).rows.length === 0);
  commit();
  await other;
  return await answer;
}

test('issue 9 B8: whoever joins while a guest’s link is followed is not called off by it', async () => {
  const pages = openDoor(portal({ root: '/nowhere', mailbox: false }), demo, { last: true, throttled: false });
  const { event, token } = await meeting();
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const answer = await beside(event.id, () => pages.request(`/l/${token}`, { method: 'POST', headers, body: 'reason=' }));
  expect([answer.status, (await answer.text()).includes('Only the organizer can cancel this meeting')]).toEqual([403, true]);
  expect(await statusOf(event.id)).toBe('scheduled');
});

test('issue 9 B8: nor by its token at the Zyntro door', async () => {
  const door = openDoor(zyntro, demo, { throttled: false });
  const { event, token } = await meeting();
  const body = JSON.stringify({ user_id: '32', event_id: event.publicId, token });
  const headers = { 'Content-Type': 'application/json' };
  const answer = await beside(event.id, () => door.request('/public/calendar/processCancel', { method: 'POST', headers, body }));
  expect(await answer.json()).toEqual({ status: 'error', data: ['Event not found'] });
  expect(await statusOf(event.id)).toBe('scheduled');
});
