import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addEvent } from '../../../test/harness/world.ts';
import { meetbit } from './routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(meetbit, demo, { throttled: false });
});
afterAll(() => demo.close());

type Asked = { keyId?: string; secret?: string; body?: string; calendar?: number | string };

function cancel(
  event: number | string,
  { keyId = 'MBP-demo', secret = 'demo-secret', body = '{"cancel_note":"Room flooded"}', calendar = 12 }: Asked = {},
) {
  const headers = { 'X-Access-Key-Id': keyId, 'X-Access-Key-Secret': secret, 'Content-Type': 'application/json' };
  return door.request(`/api/public/v2.0/calendars/${calendar}/events/${event}/cancel`, { method: 'POST', headers, body });
}

const statusOf = async (response: Promise<Response>) => {
  const answer = await response;
  return [answer.status, await answer.text()];
};
const toldOf = async (id: number) =>
  (await sql<{ told: number }>`select count(*) as told from deliveries where event_id = ${id} and state = 'queued'`.execute(demo.db))
    .rows[0]?.told;
const event = async (response: Promise<Response>) => ((await (await response).json()) as { data: Record<string, unknown> }).data;

test("meetbit §6.1a §6.1d §6.1e §4a §4b §12-1 §12-13 §7.1a: the contract's example, byte for byte: the event after its cancelation", async () => {
  const response = await cancel(345);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json');
  const body = await response.text();
  const { data } = JSON.parse(body) as { data: { public_id: string } };
  expect(body).toBe(
    '{"message":"Successfully canceled Event.","data":{"id":345,"calendar_id":12,"title":"Site visit","body":null,' +
      '"start":"2030-05-01T14:00:00Z","end":"2030-05-01T15:00:00Z","attendees":[' +
      '{"email":"ana@example.com","name":"Ana","status":1,"is_organizer":true,"customer_id":null,"calendar_id":12},' +
      '{"email":"ben@example.com","name":"Ben","status":0,"is_organizer":false,"customer_id":null,"calendar_id":null},' +
      '{"email":"chie@example.com","name":"Chie","status":0,"is_organizer":false,"customer_id":null,"calendar_id":null}],' +
      '"location":"Pier 3","cancel_note":"Room flooded","canceled_by_id":7,"canceled_by_type":"App\\\\Models\\\\Tenant\\\\Client",' +
      '"created_at":"2030-04-01T10:00:00Z","updated_at":"2030-04-01T10:00:00Z","deleted_at":"2030-04-01T10:00:00Z",' +
      `"public_id":"${data.public_id}","provider_event_id":null,"customer_id":null,"meeting_link_id":null,"online_conference":null}}`,
  );
});

test('meetbit §12-2: a second cancel finds nothing, and the first note stays', async () => {
  await cancel(346, { body: '{"cancel_note":"First"}' });
  expect(await statusOf(cancel(346, { body: '{"cancel_note":"Second"}' }))).toEqual([404, 'Resource object does not exist.']);
  const kept = await sql`select cancel_reason from events where id = 346`.execute(demo.db);
  expect(kept.rows).toEqual([{ cancelReason: 'First' }]);
});

test('meetbit §12-10 §8a: a past event can be canceled, and its attendees are told', async () => {
  await sql`update events set starts_at = starts_at - interval '60 days', ends_at = ends_at - interval '60 days' where id = 347`.execute(
    demo.db,
  );
  expect((await cancel(347)).status).toBe(200);
  expect(await toldOf(347)).toBe(3);
});

test("meetbit §7.1a: the public id is not the event's UUID, which is a capability at another door", async () => {
  const found = await sql<{ publicId: string }>`select public_id from events where id = 348`.execute(demo.db);
  const shown = await event(cancel(348));
  expect(shown['public_id']).toMatch(/^[a-zA-Z0-9-_]{16}$/);
  expect(JSON.stringify(shown)).not.toContain(found.rows[0]!.publicId);
});

describe('the note', () => {
  test('meetbit §12-4 §12-5 §6.1b: counts 255 characters, not bytes or UTF-16 units, once trimmed', async () => {
    const note = '\u{1f30a}'.repeat(255);
    const { id } = await addEvent({ ...demo, calendarId: 12 });
    expect(await event(cancel(id, { body: JSON.stringify({ cancel_note: `  ${note}\n` }) }))).toMatchObject({ cancel_note: note });
  });

  test('is kept as words: control characters and half characters cannot reach a mail or the database', async () => {
    const { id } = await addEvent({ ...demo, calendarId: 12 });
    const body = '{"cancel_note":"Room\\u0000 flooded\\r\\nATTENDEE:x \\ud83c <b>", "unknown": 1}';
    expect(await event(cancel(id, { body }))).toMatchObject({ cancel_note: 'Room flooded\nATTENDEE:x \ufffd <b>' });
  });
});

describe('checks come in the order key, permission, lookup, body', () => {
  const wrong = '{"cancel_note":""}';

  test.each<[string, Asked, number | string, [number, string]]>([
    ['a wrong secret', { secret: 'wrong', calendar: 99, body: wrong }, 'abc', [401, 'Invalid or missing access key.']],
    ['no permission', { keyId: 'MBP-readonly', calendar: 99, body: wrong }, 'abc', [401, 'Access denied.']],
    ['another calendar', { calendar: 13, body: wrong }, 349, [404, 'Resource object does not exist.']],
    ['a canceled event', { body: wrong }, 345, [404, 'Resource object does not exist.']],
    [
      'a bad note',
      { body: wrong },
      349,
      [400, '{"message":"The cancel_note field is required.","errors":{"cancel_note":["The cancel_note field is required."]}}'],
    ],
  ])('meetbit §12-6 §12-8 §12-9 §12-3 §12-4 §3e: %s', async (_what, asked, id, expected) => {
    expect(await statusOf(cancel(id, asked))).toEqual(expected);
  });
});

test('meetbit §3b §3c §3g §12-22: a permission for one event opens that event and no other, * every one', async () => {
  await sql`update roles set permissions = '{events.read.*,events.delete.351}' where id = 2`.execute(demo.db);
  expect((await cancel(350, { keyId: 'MBP-readonly' })).status).toBe(401);
  expect((await cancel('abc', { keyId: 'MBP-readonly' })).status).toBe(401);
  expect((await cancel(351, { keyId: 'MBP-readonly' })).status).toBe(200);
  await sql`update roles set permissions = '{events.read.*,events.update.*,events.cancel.*}' where id = 2`.execute(demo.db);
  expect((await cancel(350, { keyId: 'MBP-readonly' })).status).toBe(401);
  await sql`update roles set permissions = '{events.delete.*}' where id = 2`.execute(demo.db);
  for (const id of [350, 352]) expect((await cancel(id, { keyId: 'MBP-readonly' })).status).toBe(200);
});

test('meetbit §3f: what another door’s account runs is canceled by who has the permission, and having moved an event gives none', async () => {
  await sql`update roles set permissions = '{events.update.*}' where id = 2`.execute(demo.db);
  const headers = { 'X-Access-Key-Id': 'MBP-readonly', 'X-Access-Key-Secret': 'demo-secret', 'Content-Type': 'application/json' };
  const body = JSON.stringify({ title: 'Discovery Call', start: '2030-06-01T10:00:00Z', end: '2030-06-01T10:30:00Z', attendees: [] });
  expect((await door.request('/api/public/v2.0/calendars/14/events/357', { method: 'PATCH', headers, body })).status).toBe(200);
  expect((await cancel(357, { keyId: 'MBP-readonly', calendar: 14 })).status).toBe(401);
  expect((await cancel(357, { calendar: 14 })).status).toBe(200);
});

test('meetbit §7.2e: the answer about a crowd holds the first 500 and takes no longer for the rest', async () => {
  const { id } = await addEvent({ ...demo, calendarId: 12 }, { invitees: [] });
  await sql`insert into tickets (tenant_id, event_id, name, email, zone, zone_source, language, code, issued_revision, issued_at, updated_at)
    select 1, ${id}, 'Mina', 'mina+' || n || '@example.org', 'UTC', 'fallback', 'en', 'CROWD' || n, 1, now(), now() from generate_series(1, 600) n`.execute(
    demo.db,
  );
  const { attendees } = (await event(cancel(id))) as { attendees: Array<{ email: string }> };
  expect(attendees.map((one) => one.email)).toEqual(Array.from({ length: 500 }, (_, index) => `mina+${index + 1}@example.org`));
});
