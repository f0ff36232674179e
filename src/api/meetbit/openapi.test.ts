import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { openDoor } from '../../../test/harness/door.ts';
import { readMeetbitDocument } from '../../../test/harness/openapi.ts';
import { addEvent } from '../../../test/harness/world.ts';
import { meetbit } from './routes.ts';

const OPERATION = 'post /calendars/{calendar_id}/events/{event_id}/cancel';

const vendors = readMeetbitDocument();

let demo: TestDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
afterEach(() => {
  vi.useRealTimers();
});

const keys = { 'X-Access-Key-Id': 'MBP-demo', 'X-Access-Key-Secret': 'demo-secret' };
const cancel = (event: number | string, headers: Record<string, string> = keys) => ({
  path: `/api/public/v2.0/calendars/12/events/${event}/cancel`,
  init: { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: '{"cancel_note":"Room flooded"}' },
});

test("meetbit §6.1c §4.1b §4.1c: every answer to a cancel is one the vendor's document declares, but for the 400 of a bad note", async () => {
  // The second in which the slow client uses up its five calls must not end while they are made.
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  const door = openDoor(meetbit, demo);
  const ask = ({ path, init }: ReturnType<typeof cancel>) => door.request(path, init);
  const slow = { ...keys, 'X-Access-Key-Id': 'MBP-slow' };
  for (let calls = 0; calls < 5; calls += 1) await ask(cancel(999, slow));
  const answers = {
    200: await ask(cancel(345)),
    401: await ask(cancel(346, {})),
    '401 without permission': await ask(cancel(346, { ...keys, 'X-Access-Key-Id': 'MBP-readonly' })),
    404: await ask(cancel(345)),
    429: await ask(cancel(346, slow)),
  };
  const bad = cancel(346);
  expect((await door.request(bad.path, { ...bad.init, body: '{}' })).status).toBe(400);
  for (const [name, response] of Object.entries(answers)) {
    expect([name, response.status, await vendors.faultsOf(OPERATION, response)]).toEqual([name, Number.parseInt(name, 10), []]);
  }
});

test('meetbit §4.1d §6.1c: a fault is the declared 500, says nothing of its cause, and is logged', async () => {
  const door = openDoor(meetbit, {
    context: {
      ...demo.context,
      clock: {
        now: () => {
          throw new Error('secret cause');
        },
      },
    },
  });
  const { path, init } = cancel(346);
  const response = await door.request(path, init);
  expect(response.status).toBe(500);
  expect(await response.clone().text()).toBe('An unexpected error occurred.');
  expect(response.headers.get('x-process-id')).toMatch(/./);
  expect(await vendors.faultsOf(OPERATION, response)).toEqual([]);
  expect(door.faults).toHaveLength(1);
});

test('meetbit §7.1a §7.1b §7.2d: an event longer, odder and fuller than the schema allows is still told within it', async () => {
  const invitees = Array.from({ length: 3 }, (_, index) => ({
    name: 'Mina '.repeat(80),
    email: `mina+${index}@example.org`,
    zone: null,
    language: null,
    role: 'attendee' as const,
  }));
  const event = await addEvent({ ...demo, calendarId: 12 }, { invitees, title: '\u{1f30a}'.repeat(400) });
  await sql`update events set description = ${'é'.repeat(3_000)}, location = ${'pier '.repeat(100)} where id = ${event.id}`.execute(
    demo.db,
  );
  await sql`insert into tickets (tenant_id, event_id, zone, zone_source, language, code, issued_revision, issued_at, updated_at)
    values (1, ${event.id}, 'UTC', 'fallback', 'en', 'NOBODY', 1, now(), now())`.execute(demo.db);
  await sql`update tickets set name = null where event_id = ${event.id} and email = 'mina+2@example.org'`.execute(demo.db);
  const { path, init } = cancel(event.id);
  const response = await openDoor(meetbit, demo).request(path, init);
  const { data } = (await response.clone().json()) as { data: { attendees: { name: string | null }[]; title: string; location: string } };
  expect(data.title).toBe('\u{1f30a}'.repeat(255));
  expect(data.location).toHaveLength(255);
  expect(data.attendees.map(({ name }) => name && name.length)).toEqual([255, 255, null]);
  expect(await vendors.faultsOf(OPERATION, response)).toEqual([]);
});

test('the judge sees a wrong answer', async () => {
  const wrong = {
    message: 'Done',
    data: { id: 'x', title: null, attendees: [{ email: 'nobody' }], canceled_by_type: 'App\\Models\\Nobody' },
  };
  const faults = await vendors.faultsOf(OPERATION, Response.json(wrong));
  expect(faults.length).toBeGreaterThan(8);
  expect(await vendors.faultsOf(OPERATION, new Response('', { status: 403 }))).toEqual(['403 is not among the declared answers']);
});
