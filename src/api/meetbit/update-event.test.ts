import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { readMeetbitDocument } from '../../../test/harness/openapi.ts';
import { addEvent, ledgerOf, markSent } from '../../../test/harness/world.ts';
import type { Event } from '../../domain/events/event.ts';
import { meetbit } from './routes.ts';

const document = readMeetbitDocument();
let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(meetbit, demo, { throttled: false });
});
afterAll(() => demo.close());

type Body = Record<string, unknown>;

/** An event in a MeetBit calendar whose people know of it, and the body that would leave it as it is. */
async function make(): Promise<{ event: Event; same: Body }> {
  const event = await addEvent({ ...demo, calendarId: 12 });
  await markSent(demo, event.id);
  const attendees = [
    { email: 'ana@example.com', name: 'Ana' },
    { email: 'ben@example.com', name: 'Ben' },
    { email: 'chie@example.com', name: 'Chie' },
  ];
  const same = {
    title: event.title,
    body: null,
    start: event.startsAt.toString(),
    end: event.endsAt.toString(),
    location: event.location,
    attendees,
  };
  return { event, same };
}

function patch(event: number | string, body: unknown, { calendar = 12, keyId = 'MBP-demo' } = {}) {
  return door.request(`/api/public/v2.0/calendars/${calendar}/events/${event}`, {
    method: 'PATCH',
    headers: { 'X-Access-Key-Id': keyId, 'X-Access-Key-Secret': 'demo-secret', 'Content-Type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

async function queued(event: Event) {
  const rows = (await ledgerOf(demo, event.id)).filter((row) => row.state === 'queued');
  return rows.map((row) => [row.purpose, row.recipient, row.sequence]).toSorted();
}

const revisionOf = async ({ id }: Event) =>
  (await sql<{ revision: number }>`select revision from events where id = ${id}`.execute(demo.db)).rows[0]?.revision;

test('meetbit §6.3a §6.3c §6.3d §6.3e §8b §12-1: new times and attendees are answered, and each person is told what changed for them, once', async () => {
  const { event, same } = await make();
  const attendees = [
    { email: 'BEN@example.com', name: 'Ben' },
    { email: 'omar@example.org', name: null },
  ];
  const response = await patch(event.id, { ...same, start: '2030-06-01T12:00:00+02:00', end: '2030-06-01T13:00:00+02:00', attendees });
  expect(response.status).toBe(200);
  expect(await document.faultsOf('post /calendars/{calendar_id}/events/{event_id}/cancel', response.clone())).toEqual([]);
  const { message, data } = (await response.json()) as { message: string; data: Body & { attendees: Body[] } };
  expect(message).toBe('Successfully updated Event.');
  expect(data).toMatchObject({
    id: event.id,
    title: event.title,
    start: '2030-06-01T10:00:00Z',
    end: '2030-06-01T11:00:00Z',
    deleted_at: null,
  });
  expect(data.attendees.map(({ email, status, is_organizer }) => [email, status, is_organizer])).toEqual([
    ['ana@example.com', 1, true],
    ['ben@example.com', 0, false],
    ['omar@example.org', 0, false],
  ]);
  expect(await queued(event)).toEqual([
    ['invitation', 'omar@example.org', 1],
    ['moved', 'ana@example.com', 1],
    ['moved', 'ben@example.com', 1],
    ['ticket_cancelled', 'chie@example.com', 1],
  ]);
  const change =
    await sql`select kind, actor_kind, cause like 'meetbit %' as here from changes where event_id = ${event.id} order by id desc limit 1`.execute(
      demo.db,
    );
  expect(change.rows).toEqual([{ kind: 'event_updated', actorKind: 'client', here: true }]);
});

test('meetbit §6.3b §6.3f: a new title or place tells everybody; a new body or the new name of an attendee is kept and mails nobody', async () => {
  const { event, same } = await make();
  expect(
    (
      await patch(event.id, {
        ...same,
        body: 'Bring boots',
        attendees: [{ email: 'ben@example.com', name: 'Benjamin' }, { email: 'chie@example.com' }],
      })
    ).status,
  ).toBe(200);
  expect(await queued(event)).toEqual([]);
  const renamed = await patch(event.id, { ...same, body: 'Bring boots', title: 'Site visit, west side', location: null });
  expect(await renamed.json()).toMatchObject({
    data: { body: 'Bring boots', title: 'Site visit, west side', location: null, attendees: [{}, { name: 'Ben' }, { name: 'Chie' }] },
  });
  expect((await queued(event)).map(([purpose]) => purpose)).toEqual(['updated', 'updated', 'updated']);
  const { start, end, attendees } = same;
  const others = { title: 'Site visit, east side', start, end, attendees };
  expect(await (await patch(event.id, { ...same, body: 'Bring boots', location: 'Pier 4' })).json()).toMatchObject({
    data: { body: 'Bring boots', location: 'Pier 4' },
  });
  expect(await (await patch(event.id, others)).json()).toMatchObject({
    data: { title: 'Site visit, east side', body: 'Bring boots', location: 'Pier 4' },
  });
  expect(await (await patch(event.id, { ...others, body: null, location: null })).json()).toMatchObject({
    data: { body: null, location: null },
  });
});

test('meetbit §6.3b §6.3f: what is sent back as it was shown changes nothing, cut texts, whole seconds and left-out fields included', async () => {
  const { event, same } = await make();
  await sql`update events set title = repeat('t', 300), description = repeat('d', 2000), location = repeat('p', 400),
    starts_at = starts_at + interval '0.5 seconds' where id = ${event.id}`.execute(demo.db);
  const shown = await (await patch(event.id, { ...same, title: 'x'.repeat(256) })).text();
  expect(shown).toContain('The title field must not be greater than 255 characters.');
  const listed = await door.request('/api/public/v2.0/calendars/12/events?from=2029-01-01T00:00:00Z&to=2032-01-01T00:00:00Z', {
    headers: { 'X-Access-Key-Id': 'MBP-demo', 'X-Access-Key-Secret': 'demo-secret' },
  });
  const { data } = (await listed.json()) as { data: Body[] };
  const mine = data.find(({ id }) => id === event.id);
  expect((await patch(event.id, mine)).status).toBe(200);
  expect(
    (await patch(event.id, { title: mine?.['title'], start: mine?.['start'], end: mine?.['end'], attendees: mine?.['attendees'] })).status,
  ).toBe(200);
  expect([await revisionOf(event), await queued(event)]).toEqual([1, []]);
});

test('issue 9 B9: a time that is over and a year of no calendar are refused; an event that is over keeps its times, whatever else changes', async () => {
  const { event, same } = await make();
  const refused: [string, string, Record<string, string[]>][] = [
    ['2020-05-03T10:00:00Z', '2020-05-03T11:00:00Z', { start: ['The start field must be a date after now.'] }],
    ['0001-01-01T00:00:00Z', '0001-01-01T01:00:00Z', { start: ['The start field must be a date from 1970 to 2199.'] }],
    ['9999-12-31T22:00:00Z', '9999-12-31T23:00:00Z', { start: ['The start field must be a date from 1970 to 2199.'] }],
  ];
  for (const [start, end, errors] of refused) {
    const response = await patch(event.id, { ...same, start, end });
    expect([start, response.status, await response.json()]).toEqual([start, 400, expect.objectContaining({ errors })]);
  }
  expect([await revisionOf(event), await queued(event)]).toEqual([1, []]);
  const times = { start: '2020-05-03T10:00:00Z', end: '2020-05-03T11:00:00Z' };
  await sql`update events set starts_at = ${times.start}, ends_at = ${times.end} where id = ${event.id}`.execute(demo.db);
  expect((await patch(event.id, { ...same, ...times })).status).toBe(200);
  expect((await patch(event.id, { ...same, ...times, title: 'What we saw' })).status).toBe(200);
  expect((await patch(event.id, { ...same, ...times, end: '2020-05-03T12:00:00Z' })).status).toBe(400);
  expect((await patch(event.id, { ...same, title: 'What we saw' })).status).toBe(200);
  expect(await revisionOf(event)).toBe(3);
});

describe('who attends', () => {
  test('meetbit §7.2d: may have an address as long as there is (254, RFC 5321) and a name of 255 characters, or no name', async () => {
    const { event, same } = await make();
    const attendees = [
      { email: addressOf(254), name: '\u{1f30a}'.repeat(255) },
      { email: 'omar@example.org', name: null },
    ];
    const { data } = (await (await patch(event.id, { ...same, attendees })).json()) as { data: { attendees: Body[] } };
    expect(data.attendees.slice(1)).toMatchObject(attendees);
  });

  test('meetbit §6.3e: an empty list leaves the organizer and people without an address, and uninvites the others', async () => {
    const { event, same } = await make();
    await sql`update tickets set email = null where event_id = ${event.id} and email = 'chie@example.com'`.execute(demo.db);
    expect(await (await patch(event.id, { ...same, attendees: [] })).json()).toMatchObject({
      data: { attendees: [{ email: 'ana@example.com' }] },
    });
    expect(await queued(event)).toEqual([['ticket_cancelled', 'ben@example.com', 1]]);
  });

  test('meetbit §6.3e: ticket holders come and go by ticket: naming nobody new is fine, a new one is refused, and nobody is dropped', async () => {
    const event = await addEvent({ ...demo, calendarId: 12 }, { uidScope: 'ticket' });
    await markSent(demo, event.id);
    const same = { title: event.title, start: event.startsAt.toString(), end: event.endsAt.toString() };
    expect((await patch(event.id, { ...same, attendees: [{ email: 'ben@example.com' }] })).status).toBe(200);
    const refused = await patch(event.id, { ...same, attendees: [{ email: 'omar@example.org' }] });
    expect([refused.status, await refused.json()]).toEqual([
      400,
      expect.objectContaining({ errors: { attendees: [expect.stringContaining('by ticket')] } }),
    ]);
    expect([await revisionOf(event), await queued(event)]).toEqual([1, []]);
  });

  test('meetbit §6.3e: never more than there are seats', async () => {
    const { event, same } = await make();
    await sql`update events set capacity = 3 where id = ${event.id}`.execute(demo.db);
    const refused = await patch(event.id, {
      ...same,
      attendees: [{ email: 'ben@example.com' }, { email: 'chie@example.com' }, { email: 'omar@example.org' }],
    });
    expect([refused.status, await queued(event)]).toEqual([400, []]);
    expect((await patch(event.id, { ...same, attendees: [{ email: 'ben@example.com' }, { email: 'omar@example.org' }] })).status).toBe(200);
  });
});

/** An address of so many characters. */
const LONGEST_HOST = `${`${'e'.repeat(60)}.`.repeat(3)}${'e'.repeat(56)}.org`;
const addressOf = (length: number) => `${'m'.repeat(length - LONGEST_HOST.length - 1)}@${LONGEST_HOST}`;
const time = { start: '2030-06-01T10:00:00Z', end: '2030-06-01T11:00:00Z' };
const good = { title: 'Visit', ...time, attendees: [] };

test.each<[unknown, Record<string, string[]>]>([
  [
    '{',
    {
      title: ['The title field is required.'],
      start: ['The start field is required.'],
      end: ['The end field is required.'],
      attendees: ['The attendees field is required.'],
    },
  ],
  [{ ...good, title: ' ' }, { title: ['The title field is required.'] }],
  [{ ...good, title: 5 }, { title: ['The title field must be a string.'] }],
  [{ ...good, title: '\u{1f30a}'.repeat(256) }, { title: ['The title field must not be greater than 255 characters.'] }],
  [{ ...good, body: ['x'] }, { body: ['The body field must be a string.'] }],
  [{ ...good, body: 'b'.repeat(1_001) }, { body: ['The body field must not be greater than 1000 characters.'] }],
  [{ ...good, location: 'l'.repeat(256) }, { location: ['The location field must not be greater than 255 characters.'] }],
  [{ ...good, start: '2030-06-01' }, { start: ['The start field must be a valid date.'] }],
  [{ ...good, end: time.start }, { end: ['The end field must be a date after start.'] }],
  [{ ...good, attendees: 'ben@example.com' }, { attendees: ['The attendees field must be an array.'] }],
  [
    { ...good, attendees: Array.from({ length: 501 }, () => ({})) },
    { attendees: ['The attendees field must not have more than 500 items.'] },
  ],
  [
    { ...good, attendees: [{ email: 'ben' }, {}, { email: 'ben@example.com', name: 7 }, null] },
    {
      'attendees.0.email': ['The attendees.0.email field must be a valid email address.'],
      'attendees.1.email': ['The attendees.1.email field is required.'],
      'attendees.2.name': ['The attendees.2.name field must be a string.'],
      'attendees.3.email': ['The attendees.3.email field is required.'],
    },
  ],
  [
    { ...good, attendees: [{ email: addressOf(256) }, { email: 'ben@example.com', name: 'é'.repeat(256) }] },
    {
      'attendees.0.email': ['The attendees.0.email field must not be greater than 255 characters.'],
      'attendees.1.name': ['The attendees.1.name field must not be greater than 255 characters.'],
    },
  ],
])(
  'meetbit §4.1a §4.2a §4.2b §4.2e §4.2f §6.3b §7.1b §7.2d §12-5 §12-7: a bad body names every field at fault and changes nothing: %#',
  async (body, errors) => {
    const { event } = await make();
    const response = await patch(event.id, body);
    const [first] = Object.values(errors).flat();
    const more = Object.values(errors).flat().length - 1;
    const suffix = more === 0 ? '' : ` (and ${more} more error${more === 1 ? '' : 's'})`;
    expect([response.status, await response.json()]).toEqual([400, { message: `${first}${suffix}`, errors }]);
    expect([await revisionOf(event), await queued(event)]).toEqual([1, []]);
  },
);

test('meetbit §3d §3e §4.1b §12-6 §12-9 §12-30: key, permission and lookup come before the body; unknown fields are not looked at', async () => {
  const { event, same } = await make();
  const statuses = [
    await patch(event.id, {}, { keyId: 'MBP-nobody' }),
    await patch(event.id, {}, { keyId: 'MBP-readonly' }),
    await patch(event.id, {}, { calendar: 13 }),
    await patch('x', {}),
    await patch(event.id, { ...same, cancel_note: 'x', id: 1, color: 'red' }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([401, 401, 404, 404, 200]);
  expect(await revisionOf(event)).toBe(1);
  const path = `/api/public/v2.0/calendars/12/events/${event.id}/cancel`;
  await door.request(path, {
    method: 'POST',
    headers: { 'X-Access-Key-Id': 'MBP-demo', 'X-Access-Key-Secret': 'demo-secret', 'Content-Type': 'application/json' },
    body: '{"cancel_note":"Room flooded"}',
  });
  expect((await patch(event.id, same)).status).toBe(404);
});

test('meetbit §6.3e: of 20 updates to the same end at once one mails, and none fails', async () => {
  const { event, same } = await make();
  const answers = await Promise.all(Array.from({ length: 20 }, () => patch(event.id, { ...same, title: 'All at once' })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await queued(event)).length).toBe(3);
});
