import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addEvent, markSent } from '../../../test/harness/world.ts';
import { zyntro } from './routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(zyntro, demo, { throttled: false });
});
afterAll(() => demo.close());

type Body = Record<string, unknown>;

const post = async (body: Body) => {
  const headers = { 'Content-Type': 'application/json' };
  const response = await door.request('/public/calendar/processReschedule', { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.status).toBe(200);
  return (await response.json()) as { data: Record<string, unknown> | string[]; status: string };
};
const to = { new_date: '2030-05-03', new_time: '09:30', target_timezone: 'America/New_York' };

/** An event of an hour, everybody told of it, named as this API names it. */
async function make() {
  const event = await addEvent({ ...demo, calendarId: 14 });
  await markSent(demo, event.id);
  return { id: event.id, pair: { user_id: '32', event_id: event.publicId } };
}

test('zyntro §3b §7a §7b §12-16 §12-21 §5c: two ids are enough to move the event, tell everybody, keep the zone it lives in and that it is scheduled; its history says so', async () => {
  const { id, pair } = await make();
  demo.clock.advance({ minutes: 5 });
  expect(await post({ ...pair, ...to, reschedule_reason: 'Host is ill' })).toEqual({
    data: {
      event_id: pair.event_id,
      rescheduled_at: '2030-04-01 10:05:00',
      new_start_time: '2030-05-03 13:30:00',
      new_end_time: '2030-05-03 14:00:00',
      notifications_sent: 3,
    },
    status: 'success',
  });
  const stored = await sql`select status, zone, sequence, description from events where id = ${id}`.execute(demo.db);
  expect(stored.rows).toEqual([
    { status: 'scheduled', zone: 'Europe/London', sequence: 1, description: '\n\n---\nReschedule reason: Host is ill' },
  ]);
  const history =
    await sql`select kind, actor_kind, actor_id, reason, after->>'startsAt' as starts_at from changes where event_id = ${id} order by id`.execute(
      demo.db,
    );
  expect(history.rows).toEqual([
    expect.objectContaining({ kind: 'event_created' }),
    { kind: 'event_rescheduled', actorKind: 'account', actorId: '32', reason: 'Host is ill', startsAt: '2030-05-03T13:30:00Z' },
  ]);
});

test.each([
  ['09:30', '2030-05-03 13:30:00'],
  ['09:30:15', '2030-05-03 13:30:15'],
])('zyntro §7b: new_time %s', async (new_time, start) => {
  const { pair } = await make();
  expect(await post({ ...pair, ...to, new_time })).toMatchObject({ data: { new_start_time: start } });
});

test.each([
  // The vendor's own sample, of version 3 and no known variant.
  'e7f8a9b0-c1d2-3456-e7f8-a9b0c1d23456',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '12345678-0000-0000-0000-000000000000',
  '018f3c2a-7d5e-7c1b-9d47-4c2f8a613f7d',
])('zyntro §4a: %s is an id like any other, to move and to cancel', async (event_id) => {
  const { id } = await make();
  await sql`update events set public_id = gen_random_uuid() where public_id = ${event_id}`.execute(demo.db);
  await sql`update events set public_id = ${event_id} where id = ${id}`.execute(demo.db);
  expect(await post({ user_id: '32', event_id, ...to })).toMatchObject({ status: 'success', data: { event_id } });
  const cancelled = await door.request('/public/calendar/processCancel', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ user_id: '32', event_id }),
  });
  expect(await cancelled.json()).toMatchObject({ status: 'success', data: { event_id } });
});

test('zyntro §12-17: a database that refuses the move is told, and nothing is moved', async () => {
  const { id, pair } = await make();
  await sql`create function no_mail() returns trigger language plpgsql as 'begin raise exception ''full''; end'`.execute(demo.db);
  await sql`create trigger no_mail before insert on outbox for each row execute function no_mail()`.execute(demo.db);
  expect(await post({ ...pair, ...to })).toEqual({ data: ['Failed to reschedule event'], status: 'error' });
  await sql`drop trigger no_mail on outbox`.execute(demo.db);
  expect((await sql`select revision from events where id = ${id}`.execute(demo.db)).rows).toEqual([{ revision: 1 }]);
  expect(await post({ ...pair, ...to })).toMatchObject({ status: 'success' });
});

test('zyntro §7a: the same time again, in whatever zone it is written, succeeds and tells nobody', async () => {
  const { id, pair } = await make();
  await post({ ...pair, ...to });
  const again = { new_date: '2030-05-03', new_time: '22:30:00', target_timezone: 'asia/tokyo', reschedule_reason: 'Again' };
  expect(await post({ ...pair, ...again })).toMatchObject({ data: { new_start_time: '2030-05-03 13:30:00', notifications_sent: 0 } });
  const stored = await sql`select revision, description from events where id = ${id}`.execute(demo.db);
  expect(stored.rows).toEqual([{ revision: 2, description: '' }]);
});

describe('the length', () => {
  test.each([
    [undefined, '14:00:00'],
    [null, '14:00:00'],
    [1, '13:31:00'],
    [90, '15:00:00'],
    ['45', '14:15:00'],
  ])('zyntro §7c: duration_minutes %j: 30 unless given, whatever the event had', async (duration_minutes, end) => {
    const { pair } = await make();
    expect(await post({ ...pair, ...to, duration_minutes })).toMatchObject({ data: { new_end_time: `2030-05-03 ${end}` } });
  });

  test.each([0, -5, 1_441, 30.5, '30m', true, [30], 1e30])('zyntro §12-17: duration_minutes %j is invalid', async (duration_minutes) => {
    const { pair } = await make();
    expect(await post({ ...pair, ...to, duration_minutes })).toEqual({ data: ['Invalid duration'], status: 'error' });
  });
});

describe('a wall time', () => {
  // Spain moves its clocks from 02:00 to 03:00 on 2031-03-30, and from 03:00 back to 02:00 on 2030-10-27.
  test.each([
    ['in a gap moves on by the gap', '2031-03-30', '02:30', '2031-03-30 01:30:00'],
    ['in an overlap is the earlier one', '2030-10-27', '02:30', '2030-10-27 00:30:00'],
    ['on the other day is itself', '2030-10-28', '02:30', '2030-10-28 01:30:00'],
  ])('zyntro §12-19: %s', async (_what, new_date, new_time, start) => {
    const { pair } = await make();
    expect(await post({ ...pair, new_date, new_time, target_timezone: 'Europe/Madrid' })).toMatchObject({
      data: { new_start_time: start },
    });
  });
});

test('zyntro §12-17: faults are told in the order of the fields, before any look-up, so alike for real and invented ids', async () => {
  const { id, pair } = await make();
  const faults: Array<[Body, string]> = [
    [{ user_id: null }, 'Missing service instance'],
    [{ event_id: '' }, 'Missing event ID'],
    [{ new_date: undefined, new_time: undefined }, 'Missing new date'],
    [{ new_time: ' ', target_timezone: '' }, 'Missing new time'],
    [{ new_date: 'x', target_timezone: null }, 'Missing target timezone'],
    [{ new_date: '03.05.2030', target_timezone: 'Mars/Olympus' }, 'Invalid date or time'],
    [{ new_date: '2030-02-29' }, 'Invalid date or time'],
    [{ new_date: 20_300_503 }, 'Invalid date or time'],
    [{ new_date: { toString: 1 } }, 'Invalid date or time'],
    [{ new_date: '0001-01-01' }, 'Invalid date or time'],
    [{ new_date: '9999-12-31', new_time: '23:59' }, 'Invalid date or time'],
    [{ new_date: '2200-01-01' }, 'Invalid date or time'],
    [{ new_date: '1969-12-31' }, 'Invalid date or time'],
    [{ new_time: '24:30' }, 'Invalid date or time'],
    [{ new_time: '9:30' }, 'Invalid date or time'],
    [{ new_time: '09:30+02:00' }, 'Invalid date or time'],
    [{ target_timezone: 'Mars/Olympus', duration_minutes: 0 }, 'Invalid timezone'],
    [{ target_timezone: '+02:00' }, 'Invalid timezone'],
    [{ target_timezone: 5 }, 'Invalid timezone'],
  ];
  for (const [wrong, message] of faults) {
    for (const event_id of [pair.event_id, 'b1946ac9-2f3d-4a57-8f5e-0c8f1d1b7a55']) {
      expect([wrong, await post({ ...pair, event_id, ...to, ...wrong })]).toEqual([wrong, { data: [message], status: 'error' }]);
    }
  }
  const stored = await sql`select revision from events where id = ${id}`.execute(demo.db);
  expect(stored.rows).toEqual([{ revision: 1 }]);
});

test('issue 9 C16: the new time may be in a zone of Windows', async () => {
  const { pair } = await make();
  expect(await post({ ...pair, ...to, target_timezone: 'W. Europe Standard Time' })).toMatchObject({
    data: { new_start_time: '2030-05-03 07:30:00' },
  });
});

test('issue 9 B9: a time that is over is refused and changes nothing; the same time again is still no change', async () => {
  const { id, pair } = await make();
  const before = await sql`select * from events where id = ${id}`.execute(demo.db);
  for (const new_date of ['2020-05-03', '1970-01-01', '2030-03-31'])
    expect([new_date, await post({ ...pair, ...to, new_date })]).toEqual([
      new_date,
      { data: ['Date and time are in the past'], status: 'error' },
    ]);
  expect(await post({ ...pair, new_date: '2199-12-31', new_time: '23:45', target_timezone: 'UTC' })).toEqual({
    data: ['Invalid date or time'],
    status: 'error',
  });
  expect((await sql`select * from events where id = ${id}`.execute(demo.db)).rows).toEqual(before.rows);
  expect(await post({ ...pair, ...to, duration_minutes: 60 })).toMatchObject({ status: 'success' });
  await sql`update events set starts_at = '2020-05-03T13:30:00Z', ends_at = '2020-05-03T14:30:00Z' where id = ${id}`.execute(demo.db);
  expect(await post({ ...pair, ...to, new_date: '2020-05-03', duration_minutes: 60 })).toMatchObject({
    status: 'success',
    data: { notifications_sent: 0 },
  });
});

test('zyntro §12-18: a miss is a miss, and a cancelled event is not moved back into life', async () => {
  const { id, pair } = await make();
  for (const wrong of [{ event_id: 'x' }, { user_id: '33' }, { token: 'k1' }]) {
    expect(await post({ ...pair, ...to, ...wrong })).toEqual({ data: ['Event not found'], status: 'error' });
  }
  await door.request('/public/calendar/processCancel', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(pair),
  });
  expect(await post({ ...pair, ...to })).toEqual({ data: ['Event is already cancelled'], status: 'error' });
  const stored = await sql`select status, revision from events where id = ${id}`.execute(demo.db);
  expect(stored.rows).toEqual([{ status: 'cancelled', revision: 2 }]);
});
