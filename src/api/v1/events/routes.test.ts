import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { v1 } from '../routes.ts';

let demo: TestDemo;
let door: TestDoor;
let calendarId: number;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
  const calendar = await ask('POST', '/calendars', {
    name: 'Roof',
    zone: 'Europe/Madrid',
    organizer_name: 'Mina',
    reply_to: 'mina@example.com',
  });
  calendarId = calendar.body['id'] as number;
});
afterAll(() => demo.close());

type Body = Record<string, unknown>;
type Answer = { status: number; headers: Headers; body: Body };

async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await door.request(`/api/v1${path}`, {
    method,
    headers: { authorization: 'Bearer adj_demo_admin', ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: answer.status === 204 ? {} : ((await answer.json()) as Body) };
}

const walk = (given: Body = {}) => ({
  calendar_id: calendarId,
  title: 'Harbour walk',
  location: 'Pier 3',
  starts_at: '2030-05-01T14:00:00Z',
  ends_at: '2030-05-01T15:00:00Z',
  ...given,
});

const ben = { email: 'ben@example.com', name: 'Ben', zone: 'America/New_York' };
const chie = { email: 'chie@example.com', name: 'Chie' };

async function make(given: Body = {}): Promise<Body> {
  const made = await ask('POST', '/events', walk(given));
  expect([made.status, made.body]).toMatchObject([201, {}]);
  return made.body;
}

const mailsOf = async (eventId: unknown) =>
  (
    await sql<{ purpose: string; recipient: string; state: string }>`
      select purpose, recipient, state from deliveries where event_id = ${eventId} order by id`.execute(demo.db)
  ).rows;

test('issue 10: an event is made with all that it has, is a draft at first, and is read by number and by UUID', async () => {
  const given = {
    short_description: 'An hour',
    description: 'We meet at the blue door.',
    venue_address: 'Moll 3',
    capacity: 20,
    categories: ['Walks', 'walks', 'Sea'],
    public: true,
    open_to: 'members',
    waiting_list: true,
    featured: true,
  };
  const made = await ask('POST', '/events', walk(given));
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    ...given,
    kind: 'ticketed',
    status: 'draft',
    revision: 1,
    zone: 'Europe/Madrid',
    organizer_name: 'Mina',
    reply_to: 'mina@example.com',
    categories: ['Sea', 'Walks'],
    published_at: null,
    seats_taken: 0,
    starts_at: '2030-05-01T14:00:00Z',
  });
  expect([made.headers.get('location'), made.headers.get('etag')]).toEqual([`/api/v1/events/${String(made.body['id'])}`, '"1"']);
  for (const name of [made.body['id'], made.body['public_id']]) {
    const read = await ask('GET', `/events/${String(name)}`);
    expect([read.status, read.headers.get('etag'), read.body]).toEqual([200, '"1"', made.body]);
  }
});

test('issue 10: what cannot be an event is refused field by field, and nothing is made', async () => {
  const refused = async (given: Body) => {
    const { status, body } = await ask('POST', '/events', walk(given));
    return [status, ...(body['parameters'] as { name: string; reason: string }[]).map(({ name, reason }) => `${name}: ${reason}`)];
  };
  const before = await sql`select id from events`.execute(demo.db);
  expect(await refused({ title: ' \u200b' })).toEqual([400, 'title: It must be something that can be seen.']);
  expect(await refused({ title: undefined, zone: 'Mars/Base' })).toEqual([
    400,
    'title: It must be text.',
    'zone: It must be the IANA name of a time zone, like Europe/Madrid.',
  ]);
  expect(await refused({ starts_at: '2030-05-01 14:00' })).toEqual([
    400,
    'starts_at: It must be a moment by RFC 3339 with Z or an offset, like 2030-05-01T14:00:00Z.',
  ]);
  expect(await refused({ ends_at: '2030-05-01T14:00:00Z' })).toEqual([400, 'ends_at: It must be after starts_at.']);
  expect(await refused({ starts_at: '2020-05-01T14:00:00Z' })).toEqual([400, 'starts_at: It must not be over yet.']);
  expect(await refused({ invitees: [ben] })).toMatchObject([400, expect.stringMatching(/^invitees: It must be empty/)]);
  expect(await refused({ reply_to: 'nobody' })).toEqual([400, 'reply_to: It must be a mail address.']);
  expect(await refused({ colour: 'red' })).toEqual([400, 'colour: There is no such parameter.']);
  expect((await ask('POST', '/events', walk({ calendar_id: 999_999 }))).status).toBe(404);
  expect((await sql`select id from events`.execute(demo.db)).rows).toHaveLength(before.rows.length);
});

test('issue 10: a draft mails nobody, whatever becomes of it; publishing it tells everybody once, in its last state', async () => {
  const draft = await make({ kind: 'meeting', invitees: [ben, chie], publish: false });
  const path = `/events/${String(draft['id'])}`;
  expect((await ask('POST', `${path}/reschedules`, { starts_at: '2030-05-02T14:00:00Z' })).body).toMatchObject({ notices: 0, revision: 2 });
  await ask('PATCH', path, { title: 'Pier walk' });
  expect(await mailsOf(draft['id'])).toEqual([]);
  expect((await ask('GET', `${path}/unreached`)).body).toMatchObject({ status: 'draft', people: 2, nothing_owed: 2, unreached: [] });
  const published = await ask('POST', `${path}/publish`);
  expect([published.status, published.body]).toMatchObject([200, { status: 'scheduled', notices: 2, title: 'Pier walk' }]);
  expect(await mailsOf(draft['id'])).toEqual([
    { purpose: 'invitation', recipient: 'ben@example.com', state: 'queued' },
    { purpose: 'invitation', recipient: 'chie@example.com', state: 'queued' },
  ]);
  expect((await ask('POST', `${path}/publish`)).body).toMatchObject({ status: 'scheduled', notices: 0 });
  expect(await mailsOf(draft['id'])).toHaveLength(2);
  expect((await ask('POST', `${path}/unpublish`)).body['detail']).toMatch(/^2 seats are taken or held/);

  const empty = await make({ public: true, publish: true });
  expect(empty).toMatchObject({ status: 'scheduled', published_at: '2030-04-01T10:00:00Z' });
  const hidden = await ask('POST', `/events/${String(empty['id'])}/unpublish`);
  expect(hidden.body).toMatchObject({ status: 'draft', public: true, published_at: null });

  const off = await make({ kind: 'meeting', invitees: [ben] });
  expect((await ask('POST', `/events/${String(off['id'])}/cancellations`, {})).body).toMatchObject({ notices: 0 });
  expect(await mailsOf(off['id'])).toMatchObject([{ purpose: 'event_cancelled', state: 'aborted' }]);
});

test('issue 10: an update changes what it names, and tells only of title, place and time', async () => {
  const event = await make({ kind: 'meeting', invitees: [ben], publish: true });
  const path = `/events/${String(event['id'])}`;
  const quiet = await ask('PATCH', path, { description: 'Bring a coat.', organizer_name: 'Noor', categories: ['Walks'], public: true });
  expect(quiet.body).toMatchObject({
    revision: 2,
    description: 'Bring a coat.',
    organizer_name: 'Noor',
    published_at: expect.any(String) as string,
  });
  expect(await mailsOf(event['id'])).toHaveLength(1);
  const same = await ask('PATCH', path, { organizer_name: 'Noor', categories: ['Walks'] });
  expect([same.status, same.body['revision']]).toEqual([200, 2]);
  const loud = await ask('PATCH', path, { location: 'Pier 4', categories: [], reason: 'Pier 3 is being mended' });
  expect(loud.body).toMatchObject({ revision: 3, location: 'Pier 4', categories: [] });
  expect((await mailsOf(event['id'])).map(({ purpose }) => purpose)).toContain('invitation');
  const { body } = await ask('GET', `${path}/changes?limit=2`);
  expect(body['data']).toMatchObject([
    {
      kind: 'event_updated',
      revision: 3,
      door: 'v1',
      reason: 'Pier 3 is being mended',
      by: { kind: 'key', name: 'Demo administrator' },
      fields: [
        { name: 'location', before: 'Pier 3', after: 'Pier 4' },
        { name: 'categories', before: ['Walks'], after: [] },
      ],
    },
    {
      kind: 'event_updated',
      revision: 2,
      fields: expect.arrayContaining([{ name: 'organizer_name', before: 'Mina', after: 'Noor' }]) as unknown,
    },
  ]);
  const rest = await ask('GET', `${path}/changes?cursor=${String(body['next_cursor'])}`);
  expect(rest.body).toMatchObject({ data: [{ kind: 'event_created', revision: 1 }], next_cursor: null });
  const [first] = body['data'] as Body[];
  for (const name of [first?.['id'], first?.['public_id']]) expect((await ask('GET', `/changes/${String(name)}`)).body).toEqual(first);
});

test('issue 10: whoever edits over somebody else is told which fields, by whom and when; seats that were taken meanwhile do not matter', async () => {
  const event = await make({ kind: 'meeting', invitees: [ben], publish: true });
  const path = `/events/${String(event['id'])}`;
  await sql`update events set revision = 2 where id = ${event['id']}`.execute(demo.db);
  const first = { 'if-match': '"1"' };
  expect((await ask('PATCH', path, { title: 'Pier walk' }, first)).status).toBe(200);
  for (const [method, at, body] of [
    ['PATCH', path, { title: 'Beach walk' }],
    ['POST', `${path}/reschedules`, { starts_at: '2030-05-03T14:00:00Z' }],
    ['POST', `${path}/cancellations`, {}],
  ] as const) {
    const refused = await ask(method, at, body, first);
    expect([refused.status, refused.headers.get('etag')]).toEqual([412, '"3"']);
    expect(refused.body['parameters']).toEqual([{ name: 'title', reason: 'Demo administrator changed it at 2030-04-01T10:00:00Z.' }]);
  }
  expect((await ask('PATCH', path, { title: 'Beach walk' }, { 'if-match': '"9"' })).status).toBe(412);
  expect((await ask('PATCH', path, { title: 'Beach walk' }, { 'if-match': '*' })).status).toBe(200);
  const unread = await ask('PATCH', path, { title: 'x' }, { 'if-match': 'W/"1"' });
  expect([unread.status, unread.body['parameters']]).toEqual([
    400,
    [{ name: 'if-match', reason: 'It must be an ETag of this event, as it was given.' }],
  ]);
});

test('issue 10: a cancel tells everybody once and answers its change; a repeat answers the same; a cancelled event moves no more', async () => {
  const event = await make({ kind: 'meeting', invitees: [ben, chie], publish: true });
  const path = `/events/${String(event['id'])}`;
  const moved = await ask('POST', `${path}/reschedules`, { starts_at: '2030-05-02T16:00:00+02:00', reason: 'Wind' });
  expect([moved.status, moved.body]).toMatchObject([
    201,
    { outcome: 'rescheduled', notices: 2, starts_at: '2030-05-02T14:00:00Z', ends_at: '2030-05-02T15:00:00Z' },
  ]);
  const again = await ask('POST', `${path}/reschedules`, { starts_at: '2030-05-02T14:00:00Z' });
  expect([again.status, again.body]).toMatchObject([200, { outcome: 'unchanged', notices: 0, change_id: moved.body['change_id'] }]);
  await sql`update deliveries set state = 'sent', finished_at = due_at where event_id = ${event['id']} and state = 'queued'`.execute(
    demo.db,
  );

  const off = await ask('POST', `${path}/cancellations`, { reason: 'The roof leaks', message: 'Your money is on its way.' });
  expect([off.status, off.body]).toMatchObject([
    201,
    { outcome: 'cancelled', notices: 2, reason: 'The roof leaks\nYour money is on its way.', cancelled_at: '2030-04-01T10:00:00Z' },
  ]);
  expect(off.headers.get('location')).toBe(`/api/v1/changes/${String(off.body['change_id'])}`);
  const repeat = await ask('POST', `${path}/cancellations`, { reason: 'Again' });
  expect([repeat.status, repeat.body]).toEqual([200, { ...off.body, outcome: 'already_cancelled', notices: 0 }]);
  expect((await mailsOf(event['id'])).filter(({ purpose }) => purpose === 'event_cancelled')).toHaveLength(2);
  expect((await ask('POST', `${path}/reschedules`, { starts_at: '2030-05-05T14:00:00Z' })).status).toBe(409);
  expect((await ask('PATCH', path, { title: 'On again' })).status).toBe(409);
  expect((await ask('POST', `${path}/publish`)).status).toBe(409);
  expect((await ask('POST', `${path}/cancellations`, { reason: 'x'.repeat(600), message: 'y'.repeat(600) })).status).toBe(400);
});

test('issue 10: a copy is a draft at another time, without people', async () => {
  const event = await make({ public: true, publish: true, categories: ['Walks'], capacity: 5 });
  const copy = await ask('POST', `/events/${String(event['id'])}/copy`, { starts_at: '2030-06-05T14:00:00Z' });
  expect([copy.status, copy.body]).toMatchObject([
    201,
    {
      title: 'Harbour walk',
      status: 'draft',
      public: true,
      capacity: 5,
      categories: ['Walks'],
      ends_at: '2030-06-05T15:00:00Z',
      revision: 1,
    },
  ]);
  expect(copy.body['public_id']).not.toBe(event['public_id']);
  expect((await ask('POST', `/events/${String(event['id'])}/copy`, { starts_at: '2020-06-05T14:00:00Z' })).status).toBe(400);
});
