import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addresses } from '../../test/harness/addresses.ts';
import { type TestDoor, openDoor } from '../../test/harness/door.ts';
import { type NexudusClient, openNexudus } from '../../test/harness/nexudus.ts';
import { canonical } from '../domain/people/address.ts';
import { addEvent, ana } from '../../test/harness/world.ts';
import { meetbit } from './meetbit/routes.ts';
import { zyntro } from './zyntro/routes.ts';
import { v1 } from './v1/routes.ts';

let client: NexudusClient;
let noor: string;
let doors: Record<'meetbit' | 'zyntro' | 'v1', TestDoor>;
beforeAll(async () => {
  client = await openNexudus();
  const { demo } = client;
  doors = {
    meetbit: openDoor(meetbit, demo, { throttled: false }),
    zyntro: openDoor(zyntro, demo, { throttled: false }),
    v1: openDoor(v1, demo),
  };
  await sql`update events set capacity = null, open_to = 'everyone' where id = 80`.execute(demo.db);
  await sql`update ticket_types set price = 0, capacity = null, max_per_attendee = null, sale_starts_at = null, sale_ends_at = null where id = 504`.execute(
    demo.db,
  );
  noor = await client.signIn('noor@example.org');
});
afterAll(() => client.demo.close());

/** Those of the issue, and any that there are. */
const SOME = [
  'ben@büro.example',
  'ivan@xn--80a1acny.xn--p1ai',
  'a&b@example.org',
  'sales/eu@example.org',
  'jürgen@example.org',
  ...fc.sample(addresses, { seed: 14, numRuns: 10 }),
];
const NONE = ['ben@localhost', '"ben"@example.org', 'ben@example.org\u200f', 'b..n@example.org', `${'ü'.repeat(33)}@example.org`];

type Attendee = { email: string; name: string | null };

async function patchMeetbit(
  id: number,
  body: Record<string, unknown>,
): Promise<{ status: number; data: Record<string, unknown> & { attendees: Attendee[] } }> {
  const headers = { 'X-Access-Key-Id': 'MBP-demo', 'X-Access-Key-Secret': 'demo-secret', 'Content-Type': 'application/json' };
  const response = await doors.meetbit.request(`/api/public/v2.0/calendars/12/events/${id}`, {
    method: 'PATCH',
    headers,
    body: JSON.stringify(body),
  });
  const { data } = (await response.json()) as { data: Record<string, unknown> & { attendees: Attendee[] } };
  return { status: response.status, data };
}

test('issue 9 C14: MeetBit takes every address, shows it with A-labels as its document asks, and its PATCH takes back what it showed', async () => {
  const { demo } = client;
  const event = await addEvent({ ...demo, calendarId: 12 }, { invitees: [ana] });
  const times = { title: event.title, start: event.startsAt.toString(), end: event.endsAt.toString() };
  const emails = [...new Set(SOME)];
  const made = await patchMeetbit(event.id, { ...times, attendees: emails.map((email) => ({ email, name: null })) });
  expect([made.status, made.data.attendees.map(({ email }) => email).toSorted()]).toEqual([
    200,
    ['ana@example.com', ...emails.map(canonical)].toSorted(),
  ]);
  const revisions = async () => (await sql<{ revision: number }>`select revision from events where id = ${event.id}`.execute(demo.db)).rows;
  const before = await revisions();
  expect((await patchMeetbit(event.id, made.data)).status).toBe(200);
  expect(await revisions()).toEqual(before);
  const kept = await sql<{ email: string }>`select email from tickets where event_id = ${event.id} and role = 'attendee'`.execute(demo.db);
  expect(kept.rows.map((row) => row.email).toSorted()).toEqual(emails.toSorted());
  for (const email of NONE)
    expect([email, (await patchMeetbit(event.id, { ...times, attendees: [{ email, name: null }] })).status]).toEqual([email, 400]);
});

test('issue 9 C14: a basket takes every address, and one that is none refuses it', async () => {
  const order = (emails: string[]) =>
    client.as(noor, 'POST', '/api/public/checkout/basket/invoice', {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        Basket: emails.map((Email) => ({
          type: 'event',
          EventAttendee: { FullName: 'Ben', Email, CalendarEventId: 80, EventProductId: 504 },
        })),
      }),
    });
  expect((await order(SOME)).status).toBe(200);
  const held = await sql<{ email: string }>`select email from tickets where event_id = 80 and email = any(${SOME}::text[])`.execute(
    client.demo.db,
  );
  expect(new Set(held.rows.map((row) => row.email))).toEqual(new Set(SOME));
  for (const email of NONE) expect([email, (await order([email])).status]).toEqual([email, 400]);
});

test('issue 9 C14: Zyntro invites every address, and names the fault of one that is none', async () => {
  const create = async (emails: string[]) => {
    const body = {
      api_key: 'demo-api-key',
      org_id: '11111111-1111-4111-8111-111111111111',
      member_id: '22222222-2222-4222-8222-222222222222',
      contact_id: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
      event_data: {
        calendar_id: '3d21426f-9042-40d9-a0b2-94037f551d51',
        event_title: 'Discovery Call',
        event_start_time: '2030-06-03 10:00:00',
        event_end_time: '2030-06-03 10:45:00',
        event_timezone: 'America/New_York',
        attendee_data: emails.map((contact_email) => ({ contact_role: 'participant', contact_email, contact_fname: 'Ben' })),
      },
    };
    const response = await doors.zyntro.request('/public/calendar/createEvent', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as { status: string; data: { event_id: string } & string[] };
  };
  const { status, data } = await create(SOME);
  expect(status).toBe('success');
  const seated = await sql<{ email: string }>`
    select t.email from tickets t join events e on e.id = t.event_id where e.public_id = ${data.event_id} and t.role = 'attendee'`.execute(
    client.demo.db,
  );
  expect(new Set(seated.rows.map((row) => row.email))).toEqual(new Set(SOME));
  for (const email of NONE) expect([email, (await create([email])).status]).toEqual([email, 'error']);
});

test('issue 9 C14: the ledger of v1 shows an address as it was spelled, and is asked for it in any spelling', async () => {
  const event = await addEvent({ ...client.demo, calendarId: 12 }, { invitees: [{ ...ana, email: 'ana@büro.example' }] });
  const ask = async (recipient: string) => {
    const response = await doors.v1.request(`/api/v1/deliveries?event=${event.id}&recipient=${encodeURIComponent(recipient)}`, {
      headers: { authorization: 'Bearer adj_demo_admin' },
    });
    return ((await response.json()) as { data: { recipient: string }[] }).data.map((one) => one.recipient);
  };
  for (const spelling of ['ana@büro.example', 'ANA@xn--bro-hoa.example', 'ana@BÜRO.example'])
    expect([spelling, await ask(spelling)]).toEqual([spelling, ['ana@büro.example']]);
});
