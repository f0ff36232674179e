import { Client } from 'pg';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { meetbit } from '../src/api/meetbit/routes.ts';
import { nexudus } from '../src/api/nexudus/routes.ts';
import { zyntro } from '../src/api/zyntro/routes.ts';
import { type TestDemo, openDemo } from './harness/demo.ts';
import { type TestDoor, openDoor } from './harness/door.ts';
import { keysOf } from './harness/meetbit.ts';

let demo: TestDemo;
let doors: Record<'meetbit' | 'nexudus' | 'zyntro', TestDoor>;
let mina: Record<string, string>;
beforeAll(async () => {
  demo = await openDemo();
  const open = (door: typeof meetbit) => openDoor(door, demo, { throttled: false });
  doors = { meetbit: open(meetbit), nexudus: open(nexudus), zyntro: open(zyntro) };
  const form = new URLSearchParams({ grant_type: 'password', username: 'mina@example.org', password: 'demo-password' });
  const token = (await (await doors.nexudus.request('/api/token', { method: 'POST', body: form })).json()) as { access_token: string };
  mina = { Authorization: `Bearer ${token.access_token}` };
});
afterAll(() => demo.close());

/** What goes to the database, in waits: statements that are on their way together are one. */
let waits: string[][] = [];
let underway = 0;
beforeEach(() => {
  waits = [];
  // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
  const query = Client.prototype.query;
  vi.spyOn(Client.prototype, 'query').mockImplementation(function spied(this: Client, ...input: unknown[]) {
    const [first] = input;
    const text = typeof first === 'string' ? first : (first as { text: string }).text;
    const together = waits.at(-1);
    if (underway > 0 && together) together.push(text);
    else waits.push([text]);
    underway += 1;
    const answer = Reflect.apply(query, this, input) as unknown as Promise<unknown>;
    return answer.finally(() => (underway -= 1)) as never;
  });
});

const json = { 'Content-Type': 'application/json' };
const pair = { user_id: '32', event_id: 'e7f8a9b0-c1d2-3456-e7f8-a9b0c1d23456' };
const zyntroCall = (action: string, body: unknown) =>
  doors.zyntro.request(`/public/calendar/${action}`, { method: 'POST', headers: json, body: JSON.stringify(body) });
const meetbitCall = (method: string, path: string, body: unknown) =>
  doors.meetbit.request(`/api/public/v2.0${path}`, { method, headers: { ...json, ...keysOf('MBP-demo') }, body: JSON.stringify(body) });
const nexudusCall = (method: string, path: string, body?: string) =>
  doors.nexudus.request(path, { method, headers: { ...json, ...mina }, ...(body === undefined ? {} : { body }) });

const acts: [what: string, act: () => Promise<Response>][] = [
  [
    'zyntro moves an event',
    () => zyntroCall('processReschedule', { ...pair, new_date: '2030-06-01', new_time: '10:00', target_timezone: 'UTC' }),
  ],
  ['zyntro cancels an event', () => zyntroCall('processCancel', pair)],
  [
    'meetbit moves an event',
    () =>
      meetbitCall('PATCH', '/calendars/12/events/346', {
        title: 'Site visit',
        start: '2030-06-01T10:00:00Z',
        end: '2030-06-01T11:00:00Z',
        attendees: [{ email: 'ana@example.com' }, { email: 'ben@example.com' }],
      }),
  ],
  ['meetbit cancels an event', () => meetbitCall('POST', '/calendars/12/events/346/cancel', { cancel_note: 'Room flooded' })],
  ['nexudus resends a ticket', () => nexudusCall('POST', '/api/public/events/my/9021/sendTicket')],
  ['nexudus cancels a ticket', () => nexudusCall('DELETE', '/api/public/events/my/9021')],
  [
    'nexudus takes a seat',
    () =>
      nexudusCall(
        'POST',
        '/api/public/checkout/basket/invoice',
        JSON.stringify({ Basket: [{ Type: 'event', EventAttendee: { CalendarEventId: 77, EventProductId: 501 } }] }),
      ),
  ],
];

test.each(acts)('%s in at most three waits for the database, authentication included, and commits in the last', async (_what, act) => {
  const response = await act();
  expect([response.status, await response.text()]).toEqual([200, expect.not.stringContaining('"status":"error"')]);
  const commit = waits.findIndex((together) => together.some((text) => text.includes('insert into changes')));
  expect(waits.slice(0, commit + 1).map((together) => together.length)).toHaveLength(Math.min(commit + 1, 3));
  expect(commit).toBeGreaterThan(0);
  // It commits by itself: no transaction was opened.
  expect(
    waits
      .slice(0, commit + 1)
      .flat()
      .filter((text) => /^(begin|commit|start transaction)/i.test(text)),
  ).toEqual([]);
});

test('somebody else’s change in between costs a second try, under the lock, and changes nothing twice', async () => {
  const [id] = [347];
  const lock = new Client({ connectionString: demo.connectionString });
  await lock.connect();
  await lock.query('begin');
  await lock.query(`update events set revision = revision + 1 where id = ${id}`);
  const cancelled = meetbitCall('POST', `/calendars/12/events/${id}/cancel`, { cancel_note: 'Room flooded' });
  await vi.waitFor(() => expect(waits.flat().some((text) => text.includes('insert into changes'))).toBe(true));
  await lock.query('commit');
  await lock.end();
  expect((await cancelled).status).toBe(200);
  const kept =
    await sql`select e.revision, e.status, (select count(*) from changes c where c.event_id = e.id and c.kind = 'event_cancelled') as changes,
    (select count(*) from outbox o where o.event_id = e.id and o.purpose = 'event_cancelled') as plans from events e where id = ${id}`.execute(
      demo.db,
    );
  expect(kept.rows).toEqual([{ revision: 3, status: 'cancelled', changes: 1, plans: 1 }]);
});
