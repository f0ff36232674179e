import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { WEBHOOK_TOPICS } from '../../domain/webhooks/webhook.ts';
import { createWebhook } from '../../operations/webhooks/create-webhook.ts';
import { portal } from '../../portal/server/routes.ts';
import { claimWebhooks, factsFrom } from '../../ledger/webhook-deliveries.ts';
import { zyntro } from '../zyntro/routes.ts';
import { meetbit } from './routes.ts';
import { meetbitWebhook } from './webhook.ts';

let demo: TestDemo;
let doors: { meetbit: TestDoor; zyntro: TestDoor; links: TestDoor };
beforeAll(async () => {
  demo = await openDemo();
  doors = {
    meetbit: openDoor(meetbit, demo, { throttled: false }),
    zyntro: openDoor(zyntro, demo, { throttled: false }),
    links: openDoor(portal({ root: '/nowhere', mailbox: false }), demo, { last: true, throttled: false }),
  };
  const made = await createWebhook(demo.context, demo.tenant, {
    dialect: 'meetbit',
    organisationId: null,
    name: 'CRM',
    url: 'https://crm.example.net/hook',
    topics: ['created', 'updated', 'rescheduled', 'cancelled'],
    slugs: null,
    auth: { type: 'none' },
    timeoutSeconds: 10,
    status: 'active',
  });
  if (made.outcome !== 'created') throw new Error(made.outcome);
});
afterAll(() => demo.close());

type Meeting = { id: number; publicId: string };

/** What is to be sent of what happened since it was last asked. */
async function fired(): Promise<unknown[]> {
  return (await claimWebhooks(demo.db, { all: 100, tenant: 100, webhook: 100 }, [], demo.clock.now())).map(
    (message) => JSON.parse(meetbitWebhook.body({ ...message, facts: factsFrom(message.facts) })) as unknown,
  );
}
const about = (event: string, { id }: Meeting) => [{ event, data: { id, calendar_id: 14 } }];

async function byZyntro(action: string, body: object): Promise<Record<string, string>> {
  const response = await doors.zyntro.request(`/public/calendar/${action}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const { status, data } = (await response.json()) as { status: string; data: Record<string, string> };
  expect([status, data]).toEqual(['success', expect.anything()]);
  return data;
}
async function byMeetbit(method: string, path: string, body: object): Promise<void> {
  const headers = { 'X-Access-Key-Id': 'MBP-demo', 'X-Access-Key-Secret': 'demo-secret', 'Content-Type': 'application/json' };
  expect(
    (await doors.meetbit.request(`/api/public/v2.0/calendars/14/events${path}`, { method, headers, body: JSON.stringify(body) })).status,
  ).toBe(200);
}
/** As the form behind the link that Ben was mailed. */
async function byLink({ id }: Meeting, action: 'cancel' | 'reschedule', form: Record<string, string>): Promise<void> {
  const found = await sql<{ ticketId: number; startsAt: Temporal.Instant; endsAt: Temporal.Instant }>`
    select t.id as ticket_id, e.starts_at, e.ends_at from tickets t join events e on e.id = t.event_id where e.id = ${id} and t.email = 'ben@example.com'`.execute(
    demo.db,
  );
  const { ticketId, startsAt, endsAt } = found.rows[0]!;
  const token = demo.context.links.sign({ action, tenantId: demo.tenant.id, subjectId: ticketId, startsAt, expiresAt: endsAt });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  expect((await doors.links.request(`/l/${token}`, { method: 'POST', headers, body: new URLSearchParams(form).toString() })).status).toBe(
    200,
  );
}

/** A meeting made through Zyntro's door. */
let meeting: Meeting;
beforeEach(async () => {
  await fired();
  const { event_id: publicId = '' } = await byZyntro('createEvent', {
    api_key: 'demo-api-key',
    org_id: '11111111-1111-4111-8111-111111111111',
    member_id: '22222222-2222-4222-8222-222222222222',
    contact_id: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
    event_data: {
      calendar_id: '3d21426f-9042-40d9-a0b2-94037f551d51',
      event_title: 'Discovery Call',
      event_start_time: '2030-06-03 10:00:00',
      event_end_time: '2030-06-03 11:00:00',
      event_timezone: 'UTC',
      attendee_data: [{ contact_email: 'ben@example.com', contact_fname: 'Ben', contact_timezone: 'America/New_York' }],
    },
  });
  const found = await sql<Meeting>`select id, public_id from events where public_id = ${publicId}`.execute(demo.db);
  meeting = found.rows[0]!;
});

test('meetbit §11j §11n: an event that another door makes fires events.created', async () => {
  expect(await fired()).toEqual(about('events.created', meeting));
});

test('meetbit §11k §11m: it fires events.updated by an update, and events.rescheduled by a move through another door or a mailed link', async () => {
  await fired();
  await byMeetbit('PATCH', `/${meeting.id}`, {
    title: 'Second call',
    start: '2030-06-03T10:00:00Z',
    end: '2030-06-03T11:00:00Z',
    attendees: [{ email: 'ben@example.com' }],
  });
  expect(await fired()).toEqual(about('events.updated', meeting));
  await byZyntro('processReschedule', {
    user_id: '32',
    event_id: meeting.publicId,
    new_date: '2030-06-04',
    new_time: '10:00',
    target_timezone: 'UTC',
    duration_minutes: 60,
  });
  expect(await fired()).toEqual(about('events.rescheduled', meeting));
  await byLink(meeting, 'reschedule', { date: '2030-06-05', time: '10:00', minutes: '60' });
  expect(await fired()).toEqual(about('events.rescheduled', meeting));
});

test.each([
  ['this door', () => byMeetbit('POST', `/${meeting.id}/cancel`, { cancel_note: 'Room flooded' })],
  ['the door that made it', () => byZyntro('processCancel', { user_id: '32', event_id: meeting.publicId })],
  ['a mailed link', () => byLink(meeting, 'cancel', { reason: 'Room flooded' })],
])('meetbit §11l §11n: it fires events.deleted, once, where %s cancels it', async (_who, cancel) => {
  await fired();
  await cancel();
  expect(await fired()).toEqual(about('events.deleted', meeting));
});

test('meetbit §12-25: no topic is one of reassigning', () => {
  const facts = {
    eventId: 345,
    publicId: '',
    calendarId: 12,
    calendarPublicId: '',
    title: '',
    startsAt: demo.clock.now(),
    endsAt: demo.clock.now(),
    status: 'scheduled' as const,
  };
  const typeOf = (topic: (typeof WEBHOOK_TOPICS)[number]) =>
    (
      JSON.parse(meetbitWebhook.body({ id: '', topics: [topic], facts, organisationId: null, createdAt: demo.clock.now() })) as {
        event?: string;
      }
    ).event;
  expect(Object.fromEntries(WEBHOOK_TOPICS.map((topic) => [topic, typeOf(topic)]))).toEqual({
    created: 'events.created',
    updated: 'events.updated',
    rescheduled: 'events.rescheduled',
    // Comes with one of the two before it, and has no name of its own here.
    moved: undefined,
    cancelled: 'events.deleted',
  });
});
