import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { readMeetbitDocument } from '../../../test/harness/openapi.ts';
import { addEvent, markSent } from '../../../test/harness/world.ts';
import { meetbit } from './routes.ts';

const CANCEL = 'post /calendars/{calendar_id}/events/{event_id}/cancel';
const keys = { 'X-Access-Key-Id': 'MBP-demo', 'X-Access-Key-Secret': 'demo-secret', 'Content-Type': 'application/json' };

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(meetbit, demo, { throttled: false });
});
afterAll(() => demo.close());

const make = async () => {
  const event = await addEvent({ ...demo, calendarId: 12 });
  await markSent(demo, event.id);
  return event;
};
const cancel = (id: number) =>
  door.request(`/api/public/v2.0/calendars/12/events/${id}/cancel`, {
    method: 'POST',
    headers: keys,
    body: '{"cancel_note":"Room flooded"}',
  });
const list = () =>
  door.request('/api/public/v2.0/calendars/12/events?from=2029-01-01T00:00:00Z&to=2032-01-01T00:00:00Z&with_trashed=1', { headers: keys });

type Shown = Record<string, unknown> & { id: number; attendees: Array<Record<string, unknown>> };

async function listed(): Promise<Shown[]> {
  return ((await (await list()).json()) as { data: Shown[] }).data;
}

/** Each event of a list, judged as the answer about one event would be. */
async function faultsOfList(events: Shown[], { strict = false } = {}): Promise<string[]> {
  const judge = readMeetbitDocument({ strict });
  const answers = events.map((data) => Response.json({ message: 'Successfully fetched Events.', data }));
  return (await Promise.all(answers.map((answer) => judge.faultsOf(CANCEL, answer)))).flat();
}

test('meetbit §7.1a §7.2a §7.5a §7.5b §7.3a: every event of a list is one that the vendor’s schema allows', async () => {
  await cancel((await make()).id);
  const events = await listed();
  expect(events.length).toBeGreaterThan(5);
  expect(await faultsOfList(events)).toEqual([]);
  expect(events.flatMap(({ attendees }) => attendees).every((one) => !('id' in one))).toBe(true);
  expect(new Set(events.map((one) => one['canceled_by_type']))).toEqual(new Set([null, 'App\\Models\\Tenant\\Client']));
  expect(Object.values(events[0]!).filter((value) => typeof value === 'string' && /^\d{4}-/.test(value))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)]),
  );
});

test('meetbit §12-11: a tenant that has set it is sent no deleted_at and no canceled_by_type of live events, and the schema as printed holds', async () => {
  const live = (events: Shown[]) => events.filter((one) => one['cancel_note'] === null);
  const before = live(await listed());
  expect(before.every((one) => one['deleted_at'] === null && one['canceled_by_type'] === null)).toBe(true);
  await sql`update tenants set settings = settings || '{"omitsNullDeletion": true}' where id = ${demo.tenant.id}`.execute(demo.db);
  const events = await listed();
  expect(live(events).some((one) => 'deleted_at' in one || 'canceled_by_type' in one)).toBe(false);
  expect(await faultsOfList(events, { strict: true })).toEqual([]);
  await sql`update tenants set settings = settings - 'omitsNullDeletion' where id = ${demo.tenant.id}`.execute(demo.db);
});

test('meetbit §7.2b §7.2c: a status is one of four numbers, 0 for who is new, and a cancel leaves it alone', async () => {
  const event = await make();
  await sql`insert into tickets (tenant_id, event_id, name, email, zone, zone_source, language, participation_status, code, issued_revision, issued_at, updated_at)
    select tenant_id, event_id, s, s || '@example.com', zone, zone_source, language, s, 'code ' || s || ${event.id}, issued_revision, issued_at, updated_at
    from tickets, unnest(array['declined', 'tentative', 'accepted']) s where event_id = ${event.id} and email = 'ben@example.com'`.execute(
    demo.db,
  );
  const { data } = (await (await cancel(event.id)).json()) as { data: Shown };
  const statuses = Object.fromEntries(data.attendees.map(({ email, status }) => [email, status]));
  expect(statuses).toMatchObject({
    'ben@example.com': 0,
    'accepted@example.com': 1,
    'declined@example.com': 2,
    'tentative@example.com': 3,
  });
});

async function addConference(eventId: number, startedAt: string | null) {
  await sql`insert into online_conferences (tenant_id, event_id, account_id, public_id, title, started_at, created_at, updated_at)
    values (${demo.tenant.id}, ${eventId}, 5, ${randomUUID()}, 'Site visit, online', ${startedAt}, now(), now())`.execute(demo.db);
}

test('meetbit §7.4a §12-12: the conference of an event is shown within it and deleted with it at the same instant, unless it has started', async () => {
  const event = await make();
  await addConference(event.id, null);
  const response = await cancel(event.id);
  expect(await readMeetbitDocument().faultsOf(CANCEL, response.clone())).toEqual([]);
  const { data } = (await response.json()) as { data: Shown };
  expect(data['online_conference']).toMatchObject({
    title: 'Site visit, online',
    backer_event_id: event.id,
    is_occurred: false,
    deleted_at: data['deleted_at'],
  });
  const running = await make();
  await addConference(running.id, '2030-01-01T00:00:00Z');
  const answer = (await (await cancel(running.id)).json()) as { data: Shown };
  expect(answer.data['online_conference']).toMatchObject({ started_at: '2030-01-01T00:00:00Z', deleted_at: null });
  const shown = (await listed()).find(({ id }) => id === event.id);
  expect(shown?.['online_conference']).toEqual(data['online_conference']);
});
