import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addCalendar, addTenant } from '../../../test/harness/world.ts';
import { zyntro } from './routes.ts';

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(zyntro, demo, { throttled: false });
});
afterAll(() => demo.close());

type Body = Record<string, unknown>;

const JANE = 'a1b2c3d4-e5f6-4890-abcd-ef1234567890';
const call = {
  api_key: 'demo-api-key',
  org_id: '11111111-1111-4111-8111-111111111111',
  member_id: '22222222-2222-4222-8222-222222222222',
  contact_id: JANE,
};
const data = {
  calendar_id: '3d21426f-9042-40d9-a0b2-94037f551d51',
  event_title: 'Discovery Call',
  event_description: 'About the pier',
  event_start_time: '2030-06-03 10:00:00',
  event_end_time: '2030-06-03 10:45:00',
  event_timezone: 'America/New_York',
  location_type: 'video',
  attendee_data: [
    {
      contact_id: JANE,
      contact_role: 'participant',
      contact_email: 'jane@example.net',
      contact_fname: 'Jane',
      contact_lname: '',
      contact_timezone: 'America/New_York',
    },
  ],
};

async function create(changed: Body = {}, event: Body | null = {}, asked = door) {
  const body = JSON.stringify({ ...call, ...(event && { event_data: { ...data, ...event } }), ...changed });
  const response = await asked.request('/public/calendar/createEvent', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
  });
  expect(response.status).toBe(200);
  return (await response.json()) as { data: { event_id: string } & Body; status: string };
}
const failure = (message: string) => ({ data: [message], status: 'error' });

async function seatsOf(eventId: string): Promise<Body[]> {
  const found = await sql<Body>`
    select t.name, t.email, t.zone, t.zone_source, t.role, t.contact_id from tickets t join events e on e.tenant_id = t.tenant_id and e.id = t.event_id
    where e.public_id = ${eventId} order by t.id`.execute(demo.db);
  return found.rows;
}

test('zyntro §8a §8d §5b §5e §12-23 §12-12: makes the event at the wall time of its zone, with its organizer as host, and invites everybody', async () => {
  const made = await create();
  expect(made).toEqual({
    data: {
      event_id: made.data.event_id,
      event_start_time: '2030-06-03 14:00:00',
      event_end_time: '2030-06-03 14:45:00',
      meeting_link: null,
      notifications_sent: 2,
    },
    status: 'success',
  });
  expect(made.data.event_id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(await seatsOf(made.data.event_id)).toEqual([
    { name: 'Omar', email: 'omar@example.org', zone: 'Europe/London', zoneSource: 'contact', role: 'organizer', contactId: null },
    { name: 'Jane', email: 'jane@example.net', zone: 'America/New_York', zoneSource: 'contact', role: 'attendee', contactId: JANE },
  ]);
  const stored = await sql`select title, description, location, zone, organizer_name, reply_to, calendar_id, uid_scope from events
    where public_id = ${made.data.event_id}`.execute(demo.db);
  expect(stored.rows).toEqual([
    {
      title: 'Discovery Call',
      description: 'About the pier',
      location: null,
      zone: 'America/New_York',
      organizerName: 'Omar',
      replyTo: 'omar@example.org',
      calendarId: 14,
      uidScope: 'event',
    },
  ]);
});

test('what it made can be moved and cancelled by the account’s number and the new id', async () => {
  const {
    data: { event_id },
  } = await create();
  const ask = async (action: string, body: Body) => {
    const init = {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ user_id: '32', event_id, ...body }),
    };
    return ((await (await door.request(`/public/calendar/${action}`, init)).json()) as { status: string }).status;
  };
  expect(await ask('processReschedule', { new_date: '2030-06-04', new_time: '10:00', target_timezone: 'UTC' })).toBe('success');
  expect(await ask('processCancel', {})).toBe('success');
});

describe('who is invited', () => {
  const invited = async (attendee_data: unknown) =>
    (await seatsOf((await create({}, { attendee_data })).data.event_id)).map((one) => [
      one['email'],
      one['role'],
      one['zone'],
      one['zoneSource'],
    ]);
  const host = ['omar@example.org', 'organizer', 'Europe/London', 'contact'];

  test.each([[undefined], [null], [[]]])('zyntro §8a: attendee_data %j: the main contact', async (none) => {
    expect(await invited(none)).toEqual([host, ['jane@example.net', 'attendee', 'America/New_York', 'contact']]);
  });

  test('zyntro §8d §8e §12-12: each address once, a host before a participant, and no other host is added', async () => {
    const people = [
      { contact_email: 'KENJI@example.net', contact_role: 'participant' },
      { contact_email: 'kenji@example.net', contact_role: 'host', contact_timezone: 'asia/tokyo' },
    ];
    expect(await invited(people)).toEqual([['kenji@example.net', 'organizer', 'Asia/Tokyo', 'contact']]);
  });

  test('zyntro §12-12: the organizer among the participants becomes the host', async () => {
    expect(await invited([{ contact_email: 'Omar@example.org' }])).toEqual([host]);
  });

  test('zyntro §12-28: what is not given is taken from the contact, then from the calendar, not from the event', async () => {
    expect(
      await invited([{ contact_id: JANE }, { contact_email: 'kenji@example.net', contact_id: 'b1946ac9-2f3d-4a57-8f5e-0c8f1d1b7a55' }]),
    ).toEqual([
      host,
      ['jane@example.net', 'attendee', 'America/New_York', 'contact'],
      ['kenji@example.net', 'attendee', 'Europe/London', 'calendar'],
    ]);
  });

  test('zyntro §13-S9: names and titles are kept as one line of words', async () => {
    const {
      data: { event_id },
    } = await create(
      {},
      {
        event_title: ' Call\r\nBcc: x\u0000 \u2028\ud83c ',
        attendee_data: [{ contact_email: 'jane@example.net', contact_fname: 'Jane\n', contact_lname: '"x"\u0007' }],
      },
    );
    const stored = await sql`select title from events where public_id = ${event_id}`.execute(demo.db);
    expect(stored.rows).toEqual([{ title: 'Call Bcc: x  \ufffd' }]);
    expect((await seatsOf(event_id))[1]).toMatchObject({ name: 'Jane  "x"' });
  });

  test('zyntro §12-24: at most 50', async () => {
    const people = (count: number) => Array.from({ length: count }, (_, index) => ({ contact_email: `mina+${index}@example.org` }));
    expect(await create({}, { attendee_data: people(51) })).toEqual(failure('Too many attendees'));
    expect(await create({}, { attendee_data: people(50) })).toMatchObject({ data: { notifications_sent: 51 } });
  });
});

test.each<[Body, Body | null, string]>([
  [{ api_key: undefined, org_id: undefined }, {}, 'Missing service instance'],
  [{ api_key: ' ' }, {}, 'Missing service instance'],
  [{ api_key: 'wrong', org_id: undefined }, {}, 'Invalid API Key'],
  [{ api_key: 32 }, {}, 'Invalid API Key'],
  [{ api_key: 'adj_demo_admin' }, {}, 'Invalid API Key'],
  [{ org_id: null, member_id: null }, {}, 'Missing org ID'],
  [{ org_id: '11111111-1111-4111-8111-111111111112' }, {}, 'Organization not found'],
  [{ org_id: 'x' }, {}, 'Organization not found'],
  [{ member_id: '' }, {}, 'Missing member ID'],
  [{ contact_id: '' }, {}, 'Missing contact ID'],
  [{}, null, 'Missing event data'],
  [{ event_data: 'x' }, {}, 'Missing event data'],
  [{}, { calendar_id: null }, 'Missing calendar ID'],
  [{}, { event_title: '\u0007 ' }, 'Missing event title'],
  [{}, { event_title: 5 }, 'Missing event title'],
  [{}, { event_title: 'é'.repeat(256) }, 'Event title is too long'],
  [{}, { event_description: 'é'.repeat(10_001) }, 'Event description is too long'],
  [{}, { event_start_time: '' }, 'Missing event start time'],
  [{}, { event_end_time: undefined }, 'Missing event end time'],
  [{}, { event_timezone: undefined }, 'Missing event timezone'],
  [{}, { event_timezone: 'EST+5', event_start_time: 'x' }, 'Invalid timezone'],
  [{}, { event_start_time: '2030-06-03T10:00:00Z' }, 'Invalid date or time'],
  [{}, { event_start_time: '2030-06-03' }, 'Invalid date or time'],
  [{}, { event_start_time: '2020-06-03 10:00:00' }, 'Date and time are in the past'],
  [{}, { event_start_time: '0001-06-03 10:00:00' }, 'Invalid date or time'],
  [{}, { event_start_time: '9999-06-03 10:00:00' }, 'Invalid date or time'],
  [{}, { event_end_time: '2200-01-01 10:00:00' }, 'Invalid date or time'],
  [{}, { event_start_time: 1_900_000_000 }, 'Invalid date or time'],
  [{}, { event_end_time: '2030-06-03 10:00:00' }, 'Event must end after it starts'],
  [{}, { attendee_data: 'jane@example.net' }, 'Invalid attendee data'],
  [{}, { attendee_data: ['jane@example.net'] }, 'Invalid attendee data'],
  [{}, { attendee_data: [{ contact_email: 'jane' }] }, 'Invalid attendee email'],
  [{}, { attendee_data: [{ contact_email: 'jane@example.net\r\nBcc: kenji@example.net' }] }, 'Invalid attendee email'],
  [{}, { attendee_data: [{ contact_email: ['jane@example.net'] }] }, 'Invalid attendee email'],
  [{}, { attendee_data: [{ contact_fname: 'Jane' }] }, 'Invalid attendee email'],
  [{}, { attendee_data: [{ contact_email: 'jane@example.net', contact_timezone: 'Mars/Olympus' }] }, 'Invalid timezone'],
  [{ member_id: 'b1946ac9-2f3d-4a57-8f5e-0c8f1d1b7a55' }, {}, 'Member not found'],
  [{ member_id: 'x' }, {}, 'Member not found'],
  [{ contact_id: 'b1946ac9-2f3d-4a57-8f5e-0c8f1d1b7a55' }, {}, 'Contact not found'],
  [{ contact_id: '\u0000' }, {}, 'Contact not found'],
  [{}, { calendar_id: 'b1946ac9-2f3d-4a57-8f5e-0c8f1d1b7a55' }, 'Calendar not found'],
  [{}, { calendar_id: '14' }, 'Calendar not found'],
])('zyntro §8b §3n §12-24: %j with event data %j is refused, and nothing is made', async (changed, event, message) => {
  const count = async () => (await sql`select count(*) from events`.execute(demo.db)).rows;
  const before = await count();
  expect(await create(changed, event)).toEqual(failure(message));
  expect(await count()).toEqual(before);
  expect(door.faults).toEqual([]);
});

test('issue 9 C16: zones of Windows are the IANA zones that they are, for the event and for its people', async () => {
  const zones = {
    event_timezone: 'Eastern Standard Time',
    attendee_data: [{ ...data.attendee_data[0], contact_timezone: 'tokyo standard time' }],
  };
  const made = await create({}, zones);
  expect(made).toMatchObject({ status: 'success', data: { event_start_time: '2030-06-03 14:00:00' } });
  expect((await seatsOf(made.data.event_id)).find(({ email }) => email === 'jane@example.net')).toMatchObject({ zone: 'Asia/Tokyo' });
  expect((await sql`select zone from events where public_id = ${made.data.event_id}`.execute(demo.db)).rows).toEqual([
    { zone: 'America/New_York' },
  ]);
});

describe('a key opens its own account only', () => {
  test("zyntro §3g §13-6: another tenant's calendar, member and contact are missing ones", async () => {
    const foreign = await addTenant(demo.context, 'Pier Hall');
    const calendarId = await addCalendar(demo.context, foreign);
    const [calendar] = (await sql<{ publicId: string }>`select public_id from calendars where id = ${calendarId}`.execute(demo.db)).rows;
    const theirs = { member: 'c0000000-0000-4000-8000-000000000001', contact: 'c0000000-0000-4000-8000-000000000002' };
    await sql`insert into members (tenant_id, id, full_name, email, zone) values (${foreign.id}, ${theirs.member}, 'Raj', 'raj@example.org', 'UTC')`.execute(
      demo.db,
    );
    await sql`insert into contacts (tenant_id, id, full_name, email) values (${foreign.id}, ${theirs.contact}, 'Pia', 'pia@example.org')`.execute(
      demo.db,
    );
    expect(await create({}, { calendar_id: calendar!.publicId })).toEqual(failure('Calendar not found'));
    expect(await create({ member_id: theirs.member })).toEqual(failure('Member not found'));
    expect(await create({ contact_id: theirs.contact })).toEqual(failure('Contact not found'));
    expect(await create({}, { attendee_data: [{ contact_id: theirs.contact }] })).toEqual(failure('Invalid attendee email'));
  });

  test('zyntro §3d §3e: not when it was revoked, its account is inactive, or the demo is off', async () => {
    expect(await create({}, {}, openDoor(zyntro, demo, { throttled: false, demo: false }))).toEqual(failure('Invalid API Key'));
    await sql`update accounts set active = false where number = 32`.execute(demo.db);
    expect(await create()).toEqual(failure('User is not active'));
    await sql`update api_keys set revoked_at = now() where door = 'account'`.execute(demo.db);
    expect(await create()).toEqual(failure('Invalid API Key'));
  });
});
