import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../test/harness/door.ts';
import { type MeetbitWorld, openMeetbit } from '../../test/harness/meetbit.ts';
import { type NexudusClient, openNexudus } from '../../test/harness/nexudus.ts';
import { addEvent } from '../../test/harness/world.ts';
import { v1 } from './v1/routes.ts';
import { zyntro } from './zyntro/routes.ts';

let client: NexudusClient;
let world: MeetbitWorld;
let doors: Record<'zyntro' | 'v1', TestDoor>;
beforeAll(async () => {
  client = await openNexudus();
  world = await openMeetbit();
  doors = { zyntro: openDoor(zyntro, client.demo, { throttled: false }), v1: openDoor(v1, client.demo, { throttled: false }) };
});
afterAll(() => Promise.all([client.demo.close(), world.demo.close()]));

/** What is empty to whoever reads it. */
const NOTHING = ['', ' ', '\u200f', '\u2800', '\u3164', '\u00ad', '\ufeff', '\u{e0041}\u{e007f}', '\u200b \u2060'];

test('issue 9 C17: MeetBit asks for a title, a name and a note of something that can be seen', async () => {
  const event = await addEvent({ ...world.demo, calendarId: 12 });
  const { startsAt, endsAt } = event;
  const same = { title: event.title, start: startsAt.toString(), end: endsAt.toString(), attendees: [] };
  const path = `/calendars/12/events/${event.id}`;
  const customer = { middle_name: null, last_name: null, email: null, contact_number: null, address: {} };
  const member = await sql<{ id: number }>`select id from users where role_id is not null or is_admin order by id limit 1`.execute(
    world.demo.db,
  );
  for (const nothing of NOTHING) {
    const required = (field: string) => ({ status: 400, body: { errors: { [field]: [`The ${field} field is required.`] } } });
    expect(await world.call('PATCH', path, { ...same, title: nothing })).toMatchObject(required('title'));
    expect(await world.call('POST', `${path}/cancel`, { cancel_note: nothing })).toMatchObject(required('cancel_note'));
    expect(await world.call('POST', '/online_conferences', { title: nothing })).toMatchObject({
      body: { errors: required('title').body.errors },
    });
    expect(await world.call('PATCH', `/users/${member.rows[0]?.id}`, { first_name: nothing })).toMatchObject({
      body: { errors: required('first_name').body.errors },
    });
    // Here a blank value is null.
    expect(await world.call('POST', '/customers', { ...customer, first_name: nothing })).toMatchObject({
      status: 200,
      body: { data: { first_name: null } },
    });
  }
});

test('issue 9 C17: Zyntro asks for a title and a name of something that can be seen', async () => {
  const act = async (path: string, body: Record<string, unknown>) => {
    const headers = { 'Content-Type': 'application/json' };
    const response = await doors.zyntro.request(`/public/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ api_key: 'demo-api-key', ...body }),
    });
    return ((await response.json()) as { data: unknown }).data;
  };
  const who = {
    org_id: '11111111-1111-4111-8111-111111111111',
    member_id: '22222222-2222-4222-8222-222222222222',
    contact_id: 'a1b2c3d4-e5f6-4890-abcd-ef1234567890',
  };
  for (const nothing of NOTHING) {
    const event_data = { calendar_id: '3d21426f-9042-40d9-a0b2-94037f551d51', event_title: nothing };
    expect([nothing, await act('calendar/createEvent', { ...who, event_data })]).toEqual([nothing, ['Missing event title']]);
    expect([nothing, await act('account/createWebhook', { org_id: who.org_id, wh_name: nothing })]).toEqual([
      nothing,
      [expect.stringMatching(/^(Missing|Invalid) webhook name$/)],
    ]);
  }
});

test('issue 9 C17: Nexudus takes an invisible name for none, and an invisible comment for none', async () => {
  const noor = await client.signIn('noor@example.org');
  const headers = { 'Content-Type': 'application/json' };
  await sql`update ticket_types set price = 0, capacity = null, max_per_attendee = null where id = 504`.execute(client.demo.db);
  for (const nothing of NOTHING) {
    const Basket = [
      { type: 'event', EventAttendee: { FullName: nothing, Email: 'ben@example.com', CalendarEventId: 80, EventProductId: 504 } },
    ];
    expect(
      (await client.as(noor, 'POST', '/api/public/checkout/basket/preview', { headers, body: JSON.stringify({ Basket }) })).status,
    ).toBe(200);
    const comment = await client.as(noor, 'POST', '/en/events/newComment', {
      headers,
      body: JSON.stringify({ Id: 80, comment: nothing }),
    });
    expect([nothing, comment.status]).toEqual([nothing, 400]);
  }
});

test('issue 9 C17: a webhook of v1 has a name that can be seen', async () => {
  for (const name of NOTHING) {
    const body = JSON.stringify({ name, url: 'https://crm.example.net/hook', topics: ['created'] });
    const headers = { authorization: 'Bearer adj_demo_admin', 'content-type': 'application/json' };
    const response = await doors.v1.request('/api/v1/webhooks', { method: 'POST', headers, body });
    expect([name, response.status, await response.json()]).toEqual([
      name,
      400,
      expect.objectContaining({ parameters: [expect.objectContaining({ name: 'name' })] }),
    ]);
  }
});
