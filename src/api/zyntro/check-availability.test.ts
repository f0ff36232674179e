import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addEvent, request } from '../../../test/harness/world.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import { zyntro } from './routes.ts';

const asked = {
  api_key: 'demo-api-key',
  calendar_id: '3d21426f-9042-40d9-a0b2-94037f551d51',
  schedule_id: '33333333-3333-4333-8333-333333333333',
  // A Monday.
  start_date: '2031-03-03 00:00:00',
  days_ahead: 1,
};

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(zyntro, demo, { throttled: false });
  await sql`update calendars set zone = 'Europe/Madrid' where public_id = ${asked.calendar_id}`.execute(demo.db);
});
beforeEach(async () => {
  await sql`update schedules set max_per_day = null, gap_minutes = 0, slot_minutes = 30`.execute(demo.db);
});
afterAll(() => demo.close());

type Slots = { start: string; end: string }[];

async function post(body: Record<string, unknown>, base = '/public'): Promise<{ status: string; data: Slots }> {
  const response = await door.request(`${base}/calendar/checkAvailability`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return (await response.json()) as { status: string; data: Slots };
}
const starts = async (changed: Record<string, unknown> = {}) =>
  (await post({ ...asked, ...changed })).data.map(({ start }) => start.slice(11, 16));

/** An event in the asked calendar, at a time of UTC on the asked Monday. */
async function occupy(from: string, to: string) {
  const calendar = await sql<{ id: number }>`select id from calendars where public_id = ${asked.calendar_id}`.execute(demo.db);
  const event = await addEvent({ ...demo, calendarId: calendar.rows[0]!.id });
  await sql`update events set starts_at = ${`2031-03-03T${from}Z`}, ends_at = ${`2031-03-03T${to}Z`} where id = ${event.id}`.execute(
    demo.db,
  );
  return event;
}

test('zyntro §9a §9b §9i §12-25 §1b: the slots of the schedule on the calendar’s clocks, sorted, with an api_key and no org_id, on both paths', async () => {
  const answer = await post(asked);
  expect(answer.status).toBe('success');
  expect(answer.data).toHaveLength(14);
  expect([answer.data[0], answer.data[7], answer.data[8], answer.data.at(-1)]).toEqual([
    { start: '2031-03-03 09:00:00', end: '2031-03-03 09:30:00' },
    { start: '2031-03-03 12:30:00', end: '2031-03-03 13:00:00' },
    { start: '2031-03-03 14:00:00', end: '2031-03-03 14:30:00' },
    { start: '2031-03-03 16:30:00', end: '2031-03-03 17:00:00' },
  ]);
  expect(await post(asked, '/apis/v2/public')).toEqual(answer);
  await sql`update schedules set slot_minutes = 45, gap_minutes = 15`.execute(demo.db);
  expect(await starts()).toEqual(['09:00', '10:00', '11:00', '12:00', '14:00', '15:00', '16:00']);
});

test('zyntro §9c §9d §9h: an event takes the slots it touches, in busy mode these are told; a cancelled one takes none', async () => {
  // 10:15 to 11:00 in Madrid.
  const event = await occupy('09:15:00', '10:00:00');
  const free = await starts();
  expect(free).not.toContain('10:00');
  expect(free).not.toContain('10:30');
  expect(free).toContain('11:00');
  expect(await starts({ mode: 'busy' })).toEqual(['10:00', '10:30']);
  await cancelEvent(demo.context, demo.tenant, { id: event.id }, request);
  expect(await starts()).toHaveLength(14);
});

test('zyntro §9e: a day has at most as many slots as the schedule says', async () => {
  await sql`update schedules set max_per_day = 3`.execute(demo.db);
  expect(await starts({ days_ahead: 2 })).toEqual(['09:00', '09:30', '10:00', '09:00', '09:30', '10:00']);
});

test('zyntro §9f §12-25: seven days where none are sent, weekends closed; more than 60 are 60', async () => {
  expect(await starts({ days_ahead: undefined })).toHaveLength(5 * 14);
  const many = (await post({ ...asked, days_ahead: 400 })).data;
  expect(many).toEqual((await post({ ...asked, days_ahead: '60' })).data);
  expect(many.at(-1)?.start.slice(0, 10)).toBe('2031-05-01');
});

test('zyntro §9g §9i: start_date is wall time in current_timezone, UTC without one, now without a date; the answer is in target_timezone', async () => {
  expect((await starts({ start_date: '2031-03-03 15:00:00' }))[0]).toBe('16:00');
  expect((await starts({ start_date: '2031-03-03 15:00:00', current_timezone: 'Europe/Madrid' }))[0]).toBe('15:00');
  expect((await post({ ...asked, target_timezone: 'Asia/Tokyo' })).data[0]).toEqual({
    start: '2031-03-03 17:00:00',
    end: '2031-03-03 17:30:00',
  });
  const now = demo.context.clock.now().toZonedDateTimeISO('Europe/Madrid').toPlainDateTime().toString().replace('T', ' ');
  const first = (await post({ ...asked, start_date: undefined })).data[0];
  expect(first && first.start >= now.slice(0, 19)).toBe(true);
});

test.each([
  [{ api_key: undefined }, 'Missing service instance'],
  [{ api_key: 'wrong' }, 'Invalid API Key'],
  [{ calendar_id: '' }, 'Missing calendar ID'],
  [{ calendar_id: 'x' }, 'Calendar not found'],
  [{ calendar_id: '3d21426f-9042-40d9-a0b2-94037f551d52' }, 'Calendar not found'],
  [{ schedule_id: null }, 'Missing schedule ID'],
  [{ schedule_id: '33333333-3333-4333-8333-333333333334' }, 'Schedule not found'],
  [{ start_date: '2031-02-30 00:00:00' }, 'Invalid date or time'],
  [{ start_date: 5 }, 'Invalid date or time'],
  [{ current_timezone: 'Mars' }, 'Invalid timezone'],
  [{ target_timezone: 'Mars' }, 'Invalid timezone'],
  [{ days_ahead: 0 }, 'Invalid number of days'],
  [{ days_ahead: 1.5 }, 'Invalid number of days'],
  [{ mode: 'all' }, 'Invalid mode'],
])('zyntro §9a §3n §12-25: %j is refused', async (changed, message) => {
  expect(await post({ ...asked, ...changed })).toEqual({ data: [message], status: 'error' });
});
