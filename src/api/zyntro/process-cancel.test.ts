import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addEvent, addTenant, markSent } from '../../../test/harness/world.ts';
import { openDatabase } from '../../postgres/database.ts';
import { zyntro } from './routes.ts';

const SEED = 'e7f8a9b0-c1d2-3456-e7f8-a9b0c1d23456';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(zyntro, demo, { throttled: false });
});
afterAll(() => demo.close());

const post = (body: unknown, asked = door, path = '/public/calendar/processCancel') =>
  asked.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
const textOf = async (response: Promise<Response>) => (await response).text();

const NOT_FOUND = '{"data":["Event not found"],"status":"error"}';
const CANCELLED = '{"data":["Event is already cancelled"],"status":"error"}';

test("zyntro §6a §6b §6g §2a §2b §12-11: the vendor page's own call, byte for byte: three are told, then it is cancelled already", async () => {
  const curl = `{"user_id": "32", "event_id": "${SEED}", "cancel_reason": "Client requested to postpone."}`;
  const first = await post(curl);
  expect([first.status, first.headers.get('content-type'), await first.text()]).toEqual([
    200,
    'application/json',
    `{"data":{"event_id":"${SEED}","cancelled_at":"2030-04-01 10:00:00","notifications_sent":3},"status":"success"}`,
  ]);
  const again = await post(curl);
  expect([again.status, again.headers.get('content-type'), await again.text()]).toEqual([200, 'application/json', CANCELLED]);
  const stored =
    await sql`select description, cancel_reason, cancelled_by_kind, cancelled_by_id from events where public_id = ${SEED}`.execute(demo.db);
  expect(stored.rows).toEqual([
    {
      description: '\n\n---\nCancellation reason: Client requested to postpone.',
      cancelReason: 'Client requested to postpone.',
      cancelledByKind: 'account',
      cancelledById: '32',
    },
  ]);
  const told = await sql`select recipient, zone from deliveries where purpose = 'event_cancelled' order by id`.execute(demo.db);
  expect(told.rows).toEqual([
    { recipient: 'omar@example.org', zone: 'Europe/London' },
    { recipient: 'jane@example.net', zone: 'America/New_York' },
    { recipient: 'kenji@example.net', zone: 'Asia/Tokyo' },
  ]);
});

test("zyntro §6d §6e §6i §2d §12-4: user_id, event_id, look-up and status are asked in this order, in the vendor's words; the code is in a header alone", async () => {
  const answers = [
    [{}, 'Missing service instance', 'MISSING_USER_ID'],
    [{ event_id: SEED }, 'Missing service instance', 'MISSING_USER_ID'],
    [{ user_id: '' }, 'Missing service instance', 'MISSING_USER_ID'],
    [{ user_id: '32' }, 'Missing event ID', 'MISSING_EVENT_ID'],
    [{ user_id: 'nobody' }, 'Missing event ID', 'MISSING_EVENT_ID'],
    [{ user_id: '32', event_id: ' ' }, 'Missing event ID', 'MISSING_EVENT_ID'],
    // SEED is cancelled by now, which only the right number is told.
    [{ user_id: '999', event_id: SEED }, 'Event not found', 'NOT_FOUND'],
    [{ user_id: '32', event_id: SEED }, 'Event is already cancelled', 'ALREADY_CANCELLED'],
  ] as const;
  for (const [body, message, code] of answers) {
    const answer = await post(body);
    expect([body, await answer.text(), answer.headers.get('x-error-code')]).toEqual([
      body,
      `{"data":["${message}"],"status":"error"}`,
      code,
    ]);
  }
});

describe('no stranger learns whether an event exists', () => {
  test('zyntro §6f §13-S2 §13-S2b §12-6 §12-7: every kind of miss has the same status, headers and bytes', async () => {
    const foreign = await addTenant(demo.context, 'Pier Hall');
    await sql`insert into accounts (tenant_id, number, organisation_id, active) values
      (${foreign.id}, 77, gen_random_uuid(), true), (1, 33, gen_random_uuid(), false)`.execute(demo.db);
    const live = await addEvent({ ...demo, calendarId: 14 });
    const [ticketed] = (await sql<{ publicId: string }>`select public_id from events where id = 77`.execute(demo.db)).rows;
    const published = await addEvent({ ...demo, calendarId: 14 });
    await sql`update events set published_at = now() where id = ${published.id}`.execute(demo.db);
    const misses = {
      'bad syntax': { user_id: '32', event_id: 'not-a-uuid' },
      'unknown event': { user_id: '32', event_id: 'b1946ac9-2f3d-4a57-8f5e-0c8f1d1b7a55' },
      'unknown user': { user_id: '999', event_id: live.publicId },
      'bad user': { user_id: 'x', event_id: live.publicId },
      "another tenant's event": { user_id: '77', event_id: live.publicId },
      "another tenant's cancelled event": { user_id: '77', event_id: SEED },
      'an inactive account': { user_id: '33', event_id: live.publicId },
      'a token that does not verify': { user_id: '32', event_id: live.publicId, token: 'k1.1900000000.x' },
      'an empty token': { user_id: '32', event_id: live.publicId, token: '' },
      'a token on a cancelled event': { user_id: '32', event_id: SEED, token: 'k1.1900000000.x' },
      'a ticketed event, whose UUID is public': { user_id: '32', event_id: ticketed!.publicId },
      'a published event, whose UUID is public': { user_id: '32', event_id: published.publicId },
    };
    const seen = new Map<string, string>();
    for (const [kind, body] of Object.entries(misses)) {
      const response = await post(body);
      seen.set(kind, JSON.stringify([response.status, [...response.headers], await response.text()]));
    }
    const [first] = [...seen.values()];
    expect(first).toContain(JSON.stringify(NOT_FOUND));
    expect([...seen]).toEqual(Object.keys(misses).map((kind) => [kind, first]));
    const untouched = await sql`select status from events where id in (77, ${live.id}, ${published.id})`.execute(demo.db);
    expect(untouched.rows).toEqual(Array.from({ length: 3 }, () => ({ status: 'scheduled' })));
  });

  test('the demo pair is a miss once the demo is off', async () => {
    const { publicId } = await addEvent({ ...demo, calendarId: 14 });
    expect(await textOf(post({ user_id: '32', event_id: publicId }, openDoor(zyntro, demo, { demo: false })))).toBe(NOT_FOUND);
  });

  test('zyntro §6h: a database that is away fails real and invented ids alike', async () => {
    const db = openDatabase('postgres://nobody@127.0.0.1:1/nothing');
    const away = openDoor(zyntro, { context: { ...demo.context, db } });
    const failed = '{"data":["Failed to cancel event"],"status":"error"}';
    for (const event_id of [SEED, 'b1946ac9-2f3d-4a57-8f5e-0c8f1d1b7a55', 'x']) {
      const response = await post({ user_id: '32', event_id }, away);
      expect([response.status, await response.text()]).toEqual([200, failed]);
    }
    expect(away.faults).toHaveLength(3);
    await db.destroy();
  });

  test('zyntro §13-S6: no answer may be kept on the way, and none is passed on as a referrer', async () => {
    for (const response of [
      await post({ user_id: '32', event_id: SEED }),
      await door.request('/public/calendar/processCancel'),
      await door.request('/public/x'),
    ]) {
      expect([response.headers.get('cache-control'), response.headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
      expect(response.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  test('zyntro §13-S6: the log tells the route, never the ids', async () => {
    await post({ user_id: '32', event_id: SEED });
    expect(JSON.stringify(door.lines)).not.toContain(SEED.slice(0, 8));
    expect(door.lines.at(-1)).toMatchObject({ route: '/public/calendar/processCancel', tenant: 1 });
  });
});

describe('spellings', () => {
  test('zyntro §6b §12-6: event_id may be in capitals; the echo is as it was sent', async () => {
    const { publicId } = await addEvent({ ...demo, calendarId: 14 });
    const answer = await textOf(post({ user_id: 32, event_id: publicId.toUpperCase(), extra: true }));
    expect(JSON.parse(answer)).toMatchObject({ data: { event_id: publicId.toUpperCase() }, status: 'success' });
  });

  test('zyntro §12-5: user_id may be an integer or digits; null, empty and blank are missing, all else finds nothing', async () => {
    const ask = async (user_id: unknown, event_id: string) =>
      JSON.parse(await textOf(post({ user_id, event_id }))) as { status: string; data: unknown };
    for (const known of [32, '32']) {
      const { publicId } = await addEvent({ ...demo, calendarId: 14 });
      for (const missing of [null, undefined, '', ' \t'])
        expect(await ask(missing, publicId)).toMatchObject({ data: ['Missing service instance'] });
      for (const other of [true, 32.5, 'x', '32.0', ' 32', [32], { toString: 1 }, -32, 1e300])
        expect([other, await ask(other, publicId)]).toEqual([other, { data: ['Event not found'], status: 'error' }]);
      expect(await ask(known, publicId)).toMatchObject({ status: 'success' });
    }
  });

  test("zyntro §1b: the vendor's v2 path reaches the same", async () => {
    expect(await textOf(post({ user_id: '32', event_id: SEED }, door, '/apis/v2/public/calendar/processCancel'))).toBe(CANCELLED);
    expect(await textOf(post({}, door, '/apis/v2/public/crm/createContact'))).toBe('{"data":["Unknown endpoint"],"status":"error"}');
  });
});

describe('the reason', () => {
  const cancelled = async (cancel_reason: unknown) => {
    const { id, publicId } = await addEvent({ ...demo, calendarId: 14 });
    await sql`update events set description = 'About the pier' where id = ${id}`.execute(demo.db);
    await markSent(demo, id);
    expect(await textOf(post({ user_id: '32', event_id: publicId, cancel_reason }))).toContain('"notifications_sent":3');
    const found = await sql<{ description: string; reason: string | null }>`
      select e.description, o.reason from events e join outbox o on o.event_id = e.id and o.purpose = 'event_cancelled' where e.id = ${id}`.execute(
      demo.db,
    );
    return [found.rows[0]!.description, found.rows[0]!.reason];
  };

  test.each([[undefined], [null], [''], ['  \n'], [5], [['x']], [{ toString: 1 }]])(
    'zyntro §12-9 §12-10: %j counts as none: the description stays',
    async (given) => {
      expect(await cancelled(given)).toEqual(['About the pier', null]);
    },
  );

  test('zyntro §12-9 §12-10: is kept as words, after a blank line, a rule and its label, trimmed, without control characters, cut at 1,000', async () => {
    expect(await cancelled('  Host\u0000 is ill\r\nATTENDEE:x ')).toEqual([
      'About the pier\n\n---\nCancellation reason: Host is ill\nATTENDEE:x',
      'Host is ill\nATTENDEE:x',
    ]);
    const [, long] = await cancelled('\u{1f30a}'.repeat(1_200));
    expect(long).toBe('\u{1f30a}'.repeat(1_000));
  });
});
