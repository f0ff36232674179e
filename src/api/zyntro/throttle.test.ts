import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addEvent, addTenant, ben, markSent } from '../../../test/harness/world.ts';
import type { Invitee } from '../../domain/events/create-event.ts';
import { zyntro } from './routes.ts';

const INVENTED = 'b1946ac9-2f3d-4a57-8f5e-0c8f1d1b7a55';

let demo: TestDemo;
let door: TestDoor;
let real: string;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());
beforeEach(async () => {
  real = (await addEvent({ ...demo, calendarId: 14 })).publicId;
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
  door = openDoor(zyntro, demo);
});
afterEach(() => {
  vi.useRealTimers();
});

async function ask(action: string, body: object, from = '192.0.2.7') {
  const init = { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), from };
  const response = await door.request(`/public/calendar/${action}`, init);
  const answer = (await response.json()) as { data: string[]; status: string };
  return answer.status === 'success' ? 'success' : [response.status, response.headers.get('retry-after'), answer.data[0]];
}
const cancel = (event_id: string, from?: string) => ask('processCancel', { user_id: '32', event_id }, from);
const move = (day: number, event_id = real) =>
  ask('processReschedule', { user_id: '32', event_id, new_date: `2030-05-${day}`, new_time: '10:00', target_timezone: 'UTC' });

test('zyntro §13-S4 §2g: 30 calls a minute from an address, whatever they ask; another address is not kept waiting', async () => {
  for (let calls = 0; calls < 30; calls += 1) expect(await ask('processCancel', {})).toEqual([200, null, 'Missing service instance']);
  for (const id of [real, INVENTED, 'x']) expect(await cancel(id)).toEqual([429, '60', 'Too many requests']);
  expect(await cancel(INVENTED, '192.0.2.8')).toEqual([200, null, 'Event not found']);
  vi.advanceTimersByTime(60_001);
  expect(await cancel(real)).toBe('success');
});

test('zyntro §13-S4: ten misses close the door for ten minutes to real and invented ids alike', async () => {
  const misses = [
    () => cancel(INVENTED),
    () => cancel('x'),
    () => ask('processReschedule', { user_id: '33', event_id: real, new_date: '2030-05-09', new_time: '10:00', target_timezone: 'UTC' }),
    () => ask('createEvent', { api_key: 'guess' }),
    () => ask('processCancel', { user_id: '32', event_id: real, token: 'guess' }),
  ];
  for (let round = 0; round < 2; round += 1)
    for (const miss of misses) {
      expect(await miss()).toEqual([200, null, expect.stringMatching(/^(Event not found|Invalid API Key)$/)]);
    }
  const closed = [429, '600', 'Too many requests'];
  for (const id of [real, INVENTED, 'x']) expect(await cancel(id)).toEqual(closed);
  expect(await ask('createEvent', { api_key: 'demo-api-key' })).toEqual(closed);
  vi.advanceTimersByTime(600_001);
  expect(await cancel(real)).toBe('success');
});

test('addresses of one IPv6 household count as one', async () => {
  for (let host = 0; host < 10; host += 1) await cancel(INVENTED, `2001:db8:1:2::${host + 1}`);
  expect(await cancel(real, '2001:db8:1:2:ffff::1')).toEqual([429, '600', 'Too many requests']);
  expect(await cancel(real, '2001:db8:1:3::1')).toBe('success');
});

test('zyntro §13-S4c: an event changes five times an hour; what changes nothing does not count', async () => {
  for (const day of [10, 10, 11, 11, 12, 12, 13, 13, 14]) expect(await move(day)).toBe('success');
  for (const refused of [await move(16), await cancel(real)]) expect(refused).toEqual([429, '3600', 'Too many requests']);
  vi.advanceTimersByTime(3_600_001);
  expect(await cancel(real)).toBe('success');
  expect(await cancel(real)).toEqual([200, null, 'Event is already cancelled']);
});

test('zyntro §13-S4c: whether an event has changed too often is told of a matching pair alone', async () => {
  for (const day of [10, 11, 12, 13, 14]) expect(await move(day)).toBe('success');
  for (const body of [
    { user_id: '33', event_id: real },
    { user_id: '32', event_id: real, token: 'guess' },
    { user_id: '32', event_id: INVENTED },
  ]) {
    expect(await ask('processCancel', body)).toEqual([200, null, 'Event not found']);
  }
  expect(await cancel(real)).toEqual([429, '3600', 'Too many requests']);
});

test('zyntro §13-S4d: where the tenant wants it every 429 is a 200 with the same envelope and Retry-After: of the only tenant, before anybody is known, and of the caller’s own', async () => {
  await sql`update tenants set settings = settings || '{"throttledAs200": true}'`.execute(demo.db);
  for (const day of [10, 11, 12, 13, 14]) await move(day);
  expect(await move(15)).toEqual([200, '3600', 'Too many requests']);
  for (let calls = 6; calls < 30; calls += 1) await ask('processCancel', {});
  for (const id of [real, INVENTED]) expect(await cancel(id)).toEqual([200, '60', 'Too many requests']);
  await addTenant(demo.context, 'Quay House');
  expect(await cancel(real)).toEqual([429, '60', 'Too many requests']);
  vi.advanceTimersByTime(60_001);
  expect(await move(15)).toEqual([200, expect.stringMatching(/^35\d\d$/), 'Too many requests']);
  await sql`delete from tenants where name = 'Quay House'`.execute(demo.db);
  await sql`update tenants set settings = settings - 'throttledAs200'`.execute(demo.db);
});

test('zyntro §13-S4b: once ids alone have had 500 people mailed within an hour, they change nothing more of that account; a key does, and strangers learn nothing', async () => {
  const invitees = Array.from({ length: 250 }, (_, index) => ({ ...ben, email: `ben.${index}@example.com` }));
  const crowds = [await crowd(invitees), await crowd(invitees)];
  for (const id of crowds) expect(await cancel(id)).toBe('success');
  const spent = [429, '3600', 'Too many requests'];
  expect(await cancel(real)).toEqual(spent);
  expect(await move(10)).toEqual(spent);
  expect(await cancel(INVENTED)).toEqual([200, null, 'Event not found']);
  expect(await ask('processCancel', { user_id: '33', event_id: real })).toEqual([200, null, 'Event not found']);
  expect(await ask('processCancel', { user_id: '32', event_id: real, api_key: 'demo-api-key' })).toBe('success');
  vi.advanceTimersByTime(3_600_001);
  expect(await cancel((await addEvent({ ...demo, calendarId: 14 })).publicId)).toBe('success');
});

async function crowd(invitees: Invitee[]): Promise<string> {
  const { id, publicId } = await addEvent({ ...demo, calendarId: 14 }, { invitees });
  await markSent(demo, id);
  return publicId;
}

test('with throttling off nothing is counted', async () => {
  door = openDoor(zyntro, demo, { throttled: false });
  for (let calls = 0; calls < 40; calls += 1) expect(await cancel(INVENTED)).toEqual([200, null, 'Event not found']);
});
