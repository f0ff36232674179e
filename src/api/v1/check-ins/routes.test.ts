import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { v1Client } from '../../../../test/harness/v1-client.ts';
import { addTenant } from '../../../../test/harness/world.ts';
import type { Credential } from '../principal.ts';
import { v1 } from '../routes.ts';

let demo: TestDemo;
let door: TestDoor;
let tickets: { id: number; code: string; eventId: number; calendarId: number; name: string }[];
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
  const rows = ['Raj', 'Pia', 'Omar', 'Jane'].map((name) => ({ name, email: `${name.toLowerCase()}@example.org` }));
  await call('POST', 'events/77/attendees/import?notify=false', { rows });
  const found = await sql<(typeof tickets)[number]>`
    select t.id, t.code, t.event_id, e.calendar_id, t.name from tickets t join events e on e.id = t.event_id where e.id = 77 order by t.id`.execute(
    demo.db,
  );
  tickets = found.rows;
});
afterAll(() => demo.close());

async function call(method: string, path: string, body?: unknown, through = door) {
  const headers = { authorization: 'Bearer adj_demo_admin', 'content-type': 'application/json' };
  const response = await through.request(`/api/v1/${path}`, { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: (text === '' ? null : JSON.parse(text)) as Record<string, unknown> };
}

const checkIn = async (code: string, event?: number, through = door) =>
  await call('POST', 'check-ins', { code, ...(event && { event }) }, through);

const keeper =
  (calendars: number[] | null): Credential =>
  async () => ({
    tenant: demo.tenant,
    actor: { kind: 'user', id: '1' },
    scopes: ['attendees:read', 'check-ins:write', 'notices:read'],
    calendars,
  });

test('a code lets in once, whoever asks at the same moment; the second hears when and by whom; undone, it lets in again', async () => {
  const [one] = tickets;
  const typed = ` ${one!.code.slice(0, 4).toLowerCase()}-${one!.code.slice(4)} `;
  const both = await Promise.all([checkIn(typed), checkIn(one!.code)]);
  expect(both.map(({ body }) => body['outcome']).toSorted()).toEqual(['already', 'checked_in']);
  const [first, second] = both.toSorted((a, b) => String(b.body['outcome']).localeCompare(String(a.body['outcome'])));
  expect(first?.body).toEqual({ ...second?.body, outcome: 'checked_in' });
  expect(first?.body).toMatchObject({
    attendee_id: one!.id,
    event_id: 77,
    name: one!.name,
    checked_in_at: demo.clock.now().toString(),
    checked_in_by: { kind: 'key', name: expect.any(String) },
  });
  demo.clock.advance({ minutes: 5 });
  expect((await checkIn(one!.code, 77)).body).toMatchObject({ outcome: 'already', checked_in_at: first?.body['checked_in_at'] });
  expect((await call('GET', 'events/77/check-ins')).body).toEqual({ event_id: 77, seats: tickets.length, checked_in: 1 });
  expect((await call('GET', 'events/77/attendees?checked_in=true')).body['data']).toMatchObject([
    { id: one!.id, checked_in_at: first?.body['checked_in_at'] },
  ]);
  expect((await call('GET', 'events/77/attendees?checked_in=false')).body['data']).toHaveLength(tickets.length - 1);
  const path = `check-ins/${String(first?.body['check_in_id'])}`;
  expect([(await call('DELETE', path)).status, (await call('DELETE', path)).status]).toEqual([204, 409]);
  expect((await checkIn(one!.code)).body).toMatchObject({ outcome: 'checked_in', checked_in_at: demo.clock.now().toString() });
  // What was undone stays, with who and when; nobody was mailed, and the event is as it was.
  const rows = await sql`select undone_at is not null as undone, undone_by_kind from check_ins order by id`.execute(demo.db);
  expect(rows.rows).toEqual([
    { undone: true, undoneByKind: 'key' },
    { undone: false, undoneByKind: null },
  ]);
  expect(
    (await sql`select (select count(*)::int from deliveries) as mails, revision from events where id = 77`.execute(demo.db)).rows,
  ).toEqual([{ mails: 0, revision: 2 }]);
});

test('a seat that was given back, an event that is off or another one do not let in; a code of nobody is missing', async () => {
  const [, two, three] = tickets;
  expect((await checkIn(two!.code, 78)).body).toMatchObject({
    outcome: 'other_event',
    event_id: 77,
    check_in_id: null,
    checked_in_by: null,
  });
  await call('DELETE', `events/77/attendees/${two!.id}`);
  expect((await checkIn(two!.code)).body).toMatchObject({ outcome: 'cancelled', attendee_id: two!.id, check_in_id: null });
  await sql`update events set status = 'cancelled', cancelled_at = now() where id = 77`.execute(demo.db);
  expect((await checkIn(three!.code)).body).toMatchObject({ outcome: 'cancelled' });
  await sql`update events set status = 'scheduled', cancelled_at = null where id = 77`.execute(demo.db);
  expect((await checkIn('NOSUCHCODE')).status).toBe(404);
});

test('P9: codes and check-ins of another tenant, or of calendars that are none of theirs, are missing; the front desk does no more than it may', async () => {
  const other = await addTenant(demo.context, 'Next door');
  const [, , three] = tickets;
  const { body } = await checkIn(three!.code);
  const theirs = openDoor(
    (options) => v1(options, [async () => ({ tenant: other, actor: { kind: 'user', id: '1' }, scopes: ['admin'], calendars: null })]),
    demo,
    { throttled: false },
  );
  const elsewhere = openDoor((options) => v1(options, [keeper([three!.calendarId + 1])]), demo, { throttled: false });
  for (const door_ of [theirs, elsewhere]) {
    expect((await checkIn(three!.code, undefined, door_)).status).toBe(404);
    expect((await call('DELETE', `check-ins/${String(body['check_in_id'])}`, undefined, door_)).status).toBe(404);
    expect((await call('GET', 'events/77/check-ins', undefined, door_)).status).toBe(404);
  }
  const desk = openDoor((options) => v1(options, [keeper([three!.calendarId])]), demo, { throttled: false });
  expect((await checkIn(three!.code, 77, desk)).body['outcome']).toBe('already');
  expect((await call('GET', 'events/77/attendees', undefined, desk)).status).toBe(200);
  expect((await call('POST', `events/77/attendees/${three!.id}/resend`, undefined, desk)).body).toMatchObject({ planned: 1 });
  for (const [method, path, given] of [
    ['POST', 'events/77/attendees', { name: 'Raj' }],
    ['PATCH', `events/77/attendees/${three!.id}`, { name: 'Raj' }],
    ['DELETE', `events/77/attendees/${three!.id}`],
    ['POST', 'events/77/resends', { to: 'not_reached' }],
  ] as const) {
    expect([path, (await call(method, path, given, desk)).status]).toEqual([path, 403]);
  }
});

test('who guesses codes is stopped, also from the one that they hit', async () => {
  const guessing = openDoor(v1, demo, { throttled: false });
  for (let guess = 0; guess < 30; guess += 1) expect((await checkIn(`GUESS${guess}`, undefined, guessing)).status).toBe(404);
  const stopped = await checkIn(tickets[3]!.code, undefined, guessing);
  expect([stopped.status, Number(stopped.headers.get('retry-after'))]).toEqual([429, expect.any(Number)]);
});

test('a program lets somebody in, counts, undoes it and writes to whoever has come, by the typed client', async () => {
  const client = v1Client(openDoor(v1, demo, { throttled: false }));
  const [, , , four] = tickets;
  const { data: let_in } = await client.POST('/api/v1/check-ins', { body: { code: four!.code, event: 77 } });
  expect(let_in).toMatchObject({ outcome: 'checked_in', name: four!.name });
  const path = { id: '77' };
  const { data: present } = await client.GET('/api/v1/events/{id}/check-ins', { params: { path } });
  expect(present?.checked_in).toBeGreaterThan(1);
  const message = { subject: 'Welcome', text: 'Breakfast is served.', to: 'checked_in' as const };
  const { data: sent } = await client.POST('/api/v1/events/{id}/messages', { params: { path }, body: message });
  expect(sent?.recipients).toBe(present?.checked_in);
  const undone = await client.DELETE('/api/v1/check-ins/{id}', { params: { path: { id: String(let_in?.check_in_id) } } });
  expect(undone.response.status).toBe(204);
});
