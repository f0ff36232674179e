import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDoor } from '../../../test/harness/door.ts';
import { type MeetbitWorld, keysOf, openMeetbit } from '../../../test/harness/meetbit.ts';
import { meetbit } from './routes.ts';

let world: MeetbitWorld;
beforeAll(async () => {
  world = await openMeetbit();
});
afterAll(() => world.demo.close());

const at = { hour: 9, minute: 0, second: 0 };
const day = [{ start: at, end: { ...at, hour: 17 } }];
const conference = { online_conference_account_id: 1, public_id: 'x', title: 'Site visit', is_public: true };
/** A good body of each operation around events that has one. */
const OPERATIONS: [method: string, path: string, body: Record<string, unknown>][] = [
  [
    'PATCH',
    '/users/1',
    {
      department_id: 1,
      first_name: 'Ana',
      last_name: 'Kenji',
      email: 'ana@example.com',
      timezone: 'UTC',
      role: 'Full access',
      work_hours: { monday: day, tuesday: day, wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
    },
  ],
  [
    'POST',
    '/customers',
    { first_name: 'Pia', middle_name: null, last_name: null, email: null, contact_number: '+34910000000', address: { city: 'Madrid' } },
  ],
  ['POST', '/online_conferences', { ...conference, backer_event_id: null, online_conference_attendees: [{ email: 'mina@example.org' }] }],
  ['PATCH', '/online_conferences/1', { title: 'Site visit', is_public: false }],
];

const ODD: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  1.5,
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e',
  'x'.repeat(5_000),
  [],
  {},
  [[[]]],
  [null],
  ['a'],
  { toString: 1 },
  { hour: {}, start: [], email: '\u0000@example.org' },
  { a: '\u0000' },
  JSON.parse('{"__proto__":{"email":"x"}}'),
  "'; drop table users; --",
  '99999999999999999999',
  [{ start: null, end: {} }],
];

/** The body with each of its values, at whatever depth, replaced by `odd` in turn. */
function replaced(body: unknown, odd: unknown): unknown[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, inner]) =>
    [odd, ...replaced(inner, odd)].map((one) =>
      Array.isArray(body) ? body.map((item: unknown, index) => (String(index) === key ? one : item)) : { ...body, [key]: one },
    ),
  );
}

test('meetbit §4.1a §4.1d §4c: an odd value in any place of a good body is taken or is a 400 in JSON, never a fault', async () => {
  await world.call('POST', '/online_conferences', { ...conference, public_id: 'first' });
  const statuses = new Map<string, number>();
  for (const [method, path, body] of OPERATIONS) {
    for (const bad of ODD.flatMap((odd) => replaced(body, odd))) {
      const { status, type } = await world.call(method, path, bad);
      statuses.set(`${path} ${status} ${type}`, (statuses.get(`${path} ${status} ${type}`) ?? 0) + 1);
    }
  }
  expect([...statuses.keys()].toSorted()).toEqual(
    OPERATIONS.flatMap(([, path]) => [`${path} 200 application/json`, `${path} 400 application/json`]).toSorted(),
  );
});

test('meetbit §4.1a §4.2a: a body over 64 KiB is refused', async () => {
  for (const [method, path, body] of OPERATIONS) {
    const { status, body: answer } = await world.call(method, path, { ...body, more: 'x'.repeat(65 * 1024) });
    expect([path, status, answer]).toEqual([path, 400, { message: 'The request body must not be greater than 64 kilobytes.', errors: {} }]);
  }
});

test('meetbit §2d §4d §4e §5d: keys, limits and request ids are those of every other operation', async () => {
  const door = openDoor(meetbit, world.demo);
  for (const [method, path] of [...OPERATIONS, ['GET', '/users']] as const) {
    const call = (keyId: string) =>
      door.request(`/api/public/v2.0${path}`, { method, headers: { ...keysOf(keyId), 'X-Request-ID': 'mine' } });
    const known = await call('MBP-desk');
    expect(known.headers.get('x-process-id')).toMatch(/./);
    expect([known.headers.get('x-request-id'), known.headers.get('ratelimit-limit')]).toEqual(['mine', '50']);
    const stranger = await call('MBP-nobody');
    expect([stranger.status, await stranger.text()]).toEqual([401, 'Invalid or missing access key.']);
  }
});
