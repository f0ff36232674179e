import { sql } from 'kysely';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { meetbit } from '../src/api/meetbit/routes.ts';
import { v1 } from '../src/api/v1/routes.ts';
import { zyntro } from '../src/api/zyntro/routes.ts';
import { portal } from '../src/portal/server/routes.ts';
import { type TestWorker, startTestWorker } from './harness/delivery.ts';
import { type TestDoor, openDoor } from './harness/door.ts';
import { type NexudusClient, openNexudus } from './harness/nexudus.ts';
import { type SmtpServer, startSmtpServer } from './harness/smtp.ts';
import type { World } from './harness/world.ts';

let client: NexudusClient;
let ours: TestDoor;
let pages: TestDoor;
let meetings: TestDoor;
let calls: TestDoor;
let smtp: SmtpServer;
let worker: TestWorker;
beforeAll(async () => {
  client = await openNexudus();
  const { demo } = client;
  ours = openDoor(v1, demo, { throttled: false });
  meetings = openDoor(meetbit, demo, { throttled: false });
  calls = openDoor(zyntro, demo, { throttled: false });
  pages = openDoor(portal({ root: '/nowhere', mailbox: false }), demo, { last: true, throttled: false });
  smtp = await startSmtpServer();
  worker = startTestWorker(demo as unknown as World, smtp.url);
});
afterAll(async () => {
  await worker.stop();
  await smtp.close();
  await client.demo.close();
});

type Body = Record<string, unknown>;

async function ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }> {
  const answer = await ours.request(`/api/v1${path}`, {
    method,
    headers: { authorization: 'Bearer adj_demo_admin', ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: answer.status === 204 ? {} : ((await answer.json()) as Body) };
}

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const putImage = async (path: string, body: Uint8Array<ArrayBuffer>) =>
  (
    await ours.request(`/api/v1${path}`, {
      method: 'PUT',
      headers: { authorization: 'Bearer adj_demo_admin', 'content-type': 'image/png' },
      body,
    })
  ).status;

/** What stands of an event at each of the doors that anybody may read. */
async function seenAt(id: number): Promise<Record<string, unknown>> {
  const list = (await (await client.request('/api/public/events?showPastEvents=false')).json()) as {
    CalendarEvents: { Records: { Id: number }[] };
  };
  const feed = await (await client.request('/en/events/feed.ics')).text();
  const calendar = (await (await client.request('/en/bookings/fullCalendarEvents?start=2030-05-01&end=2030-06-30')).json()) as {
    title: string;
  }[];
  return {
    list: list.CalendarEvents.Records.some((one) => one.Id === id),
    page: (await client.request(`/api/public/events/${id}`)).status,
    portal: (await pages.request(`/portal/events/${id}`)).status,
    feed: feed.includes('SUMMARY:Harbour walk'),
    calendar: calendar.some(({ title }) => title === 'Harbour walk'),
  };
}

test('issue 10: an event made through our own API is sold, waited for, moved and shown through the other doors, and its mails say so', async () => {
  const { demo } = client;
  const calendar = (await ask('POST', '/calendars', { name: 'Roof', zone: 'Europe/Madrid', organizer_name: 'Mina' })).body;
  const made = await ask('POST', '/events', {
    calendar_id: calendar['public_id'],
    title: 'Harbour walk',
    location: 'Pier 3',
    starts_at: '2030-05-20T14:00:00Z',
    ends_at: '2030-05-20T15:00:00Z',
    capacity: 1,
    public: true,
    waiting_list: true,
    categories: ['Walks'],
  });
  const id = Number(made.body['id']);
  const path = `/events/${id}`;
  const type = await ask('POST', `${path}/ticket-types`, { name: 'Standard', price: '0', capacity: 5 });
  expect([type.status, type.body]).toMatchObject([201, { name: 'Standard', price: '0.00', currency: 'EUR', hidden: false, offered: 0 }]);

  // A draft is nowhere, and nobody can take a ticket of it.
  expect(await seenAt(id)).toEqual({ list: false, page: 404, portal: 404, feed: false, calendar: false });
  const noor = await client.signIn('noor@example.org');
  const mina = await client.signIn('mina@example.org');
  const post = (token: string, at: string, body: unknown) =>
    client.as(token, 'POST', at, { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
  const buy = (token: string) =>
    post(token, '/api/public/checkout/basket/invoice', {
      Basket: [{ type: 'event', EventAttendee: { CalendarEventId: id, EventProductId: type.body['id'] } }],
      agreedTermsAndConditions: true,
      createZeroValueInvoice: true,
    });
  expect((await buy(noor)).status).toBe(400);

  expect((await ask('POST', `${path}/publish`)).body).toMatchObject({ status: 'scheduled', notices: 0 });
  expect(await seenAt(id)).toEqual({ list: true, page: 200, portal: 200, feed: true, calendar: true });
  expect((await buy(noor)).status).toBe(200);
  expect((await post(mina, `/api/public/events/${id}/joinWaitingList`, {})).status).toBe(200);
  const [ticket] = await smtp.arrived(1);
  expect(ticket?.to).toEqual(['noor@example.org']);
  expect((await ask('POST', `${path}/unpublish`)).status).toBe(409);
  expect((await ask('DELETE', `${path}/ticket-types/${String(type.body['id'])}`)).body).toMatchObject({ status: 409 });

  const moved = await ask('POST', `${path}/reschedules`, { starts_at: '2030-05-21T09:00:00Z', reason: 'Storm', message: 'Bring a coat.' });
  expect([moved.status, moved.body]).toMatchObject([201, { outcome: 'rescheduled', notices: 1 }]);
  worker.wake();
  const [, mail] = await smtp.arrived(2);
  const parsed = await simpleParser(mail?.raw ?? '');
  expect([mail?.to, parsed.subject]).toEqual([['noor@example.org'], expect.stringContaining('Harbour walk')]);
  expect(parsed.text).toMatch(/“Storm\n *Bring a coat\.”/);
  const ics = parsed.attachments.map(({ content }) => content.toString()).join('');
  expect(ics).toMatch(/METHOD:REQUEST[^]*SEQUENCE:1/);
  expect(ics).toContain('20300521T');
  expect((await ask('GET', `${path}/unreached`)).body).toMatchObject({ people: 1 });

  expect((await ask('PATCH', path, { waiting_list: false })).body['detail']).toMatch(/^1 wait in its waiting list/);
  // One more seat goes to whoever waits; a cancel stays in the feed, and on the page of whoever has a ticket.
  expect((await ask('PATCH', `${path}/capacity`, { capacity: 2 })).body).toEqual({ capacity: 2, offered: 1 });
  const off = await ask('POST', `${path}/cancellations`, { reason: 'The roof leaks' });
  expect([off.status, off.body['outcome']]).toEqual([201, 'cancelled']);
  expect(await seenAt(id)).toMatchObject({ list: false, page: 404, feed: false });
  expect(await (await client.request('/en/events/feed.ics')).text()).toContain('SUMMARY:Cancelled: Harbour walk');
  const { data } = (await ask('GET', `${path}/changes`)).body as { data: { kind: string; by: { name: string }; door: string }[] };
  expect(data.map(({ kind, by, door }) => `${kind} by ${by.name} through ${door}`)).toEqual([
    'event_cancelled by Demo administrator through v1',
    'seats_offered by Demo administrator through v1',
    'capacity_changed by Demo administrator through v1',
    'event_rescheduled by Demo administrator through v1',
    'ticket_issued by Noor through nexudus',
    'event_published by Demo administrator through v1',
    'ticket_type_added by Demo administrator through v1',
    'event_created by Demo administrator through v1',
  ]);
  expect(demo.clock.now().toString()).toBe('2030-04-01T10:00:00Z');
});

test('issue 10: a draft of a meeting is a missing one to MeetBit and Zyntro until it is published', async () => {
  const times = { starts_at: '2030-06-20T14:00:00Z', ends_at: '2030-06-20T15:00:00Z' };
  const { body } = await ask('POST', '/events', {
    calendar_id: 12,
    kind: 'meeting',
    title: 'Site visit',
    invitees: [{ email: 'ben@example.com' }],
    ...times,
  });
  const id = Number(body['id']);
  const headers = { 'X-Access-Key-Id': 'MBP-demo', 'X-Access-Key-Secret': 'demo-secret', 'Content-Type': 'application/json' };
  const meetbitSees = async () => {
    const list = await meetings.request(
      '/api/public/v2.0/calendars/12/events?from=2030-06-20T00:00:00Z&to=2030-06-21T00:00:00Z&with_canceled=1',
      { headers },
    );
    const change = { method: 'PATCH', headers, body: '{}' };
    return {
      list: ((await list.json()) as { data: { id: number }[] }).data.some((one) => one.id === id),
      // A body that says nothing is refused where the event is there.
      named: (await meetings.request(`/api/public/v2.0/calendars/12/events/${id}`, change)).status,
    };
  };
  const cancelByIds = async () => {
    const pair = JSON.stringify({ user_id: '32', event_id: body['public_id'], cancel_reason: 'Storm' });
    return (
      await calls.request('/public/calendar/processCancel', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: pair })
    ).text();
  };
  expect(await meetbitSees()).toEqual({ list: false, named: 404 });
  expect(await cancelByIds()).toBe('{"data":["Event not found"],"status":"error"}');
  await ask('POST', `/events/${id}/publish`);
  expect(await meetbitSees()).toEqual({ list: true, named: 400 });
  expect(await cancelByIds()).toContain('"status":"success"');
});

test('issue 10: a ticket type is read, changed, hidden and no longer sold; whoever waits is offered what opens; only one nobody took is removed', async () => {
  const made = await ask('POST', '/events', {
    calendar_id: 11,
    title: 'Reading',
    starts_at: '2030-06-20T14:00:00Z',
    ends_at: '2030-06-20T15:00:00Z',
    public: true,
    publish: true,
    waiting_list: true,
  });
  expect(made.status).toBe(201);
  const path = `/events/${String(made.body['id'])}/ticket-types`;
  const type = (await ask('POST', path, { name: 'Standard', capacity: 0, sale_starts_at: '2030-05-01T00:00:00Z' })).body;
  const one = `${path}/${String(type['public_id'])}`;
  expect((await ask('GET', one)).body).toEqual(Object.fromEntries(Object.entries(type).filter(([name]) => name !== 'offered')));
  const { clock } = client.demo;
  await sql`insert into waitlist_entries (tenant_id, event_id, email, zone, zone_source, language, state, joined_at, updated_at)
    values (1, ${made.body['id']}, 'raj@example.com', 'UTC', 'person', 'en', 'waiting', ${clock.now()}, ${clock.now()})`.execute(
    client.demo.db,
  );
  const ahead = await ask('PATCH', one, { capacity: 2, price: '12.5', name: 'Standard ticket' });
  expect([ahead.status, ahead.body]).toMatchObject([200, { capacity: 2, price: '12.50', offered: 0, name: 'Standard ticket' }]);
  const open = await ask('PATCH', one, { sale_starts_at: null });
  expect(open.body).toMatchObject({ sale_starts_at: null, offered: 1, seats_held: 0 });
  expect((await ask('GET', one)).body).toMatchObject({ seats_held: 1 });
  expect((await ask('PATCH', one, { capacity: 0, name: 'None' })).body['detail']).toMatch(/^1 tickets are taken, 1 of them held/);
  expect((await ask('GET', one)).body).toMatchObject({ name: 'Standard ticket', capacity: 2 });
  const bad = await ask('PATCH', one, { sale_starts_at: '2030-05-02T00:00:00Z', sale_ends_at: '2030-05-01T00:00:00Z' });
  expect([bad.status, bad.body['parameters']]).toEqual([400, [{ name: 'sale_ends_at', reason: 'It must be after sale_starts_at.' }]]);
  expect((await ask('PATCH', one, { price: '-1' })).status).toBe(400);
  expect((await ask('PATCH', one, { hidden: true, sale_ends_at: clock.now().toString() })).body).toMatchObject({ hidden: true });
  expect((await ask('DELETE', one)).status).toBe(409);
  const other = (await ask('POST', path, { name: 'Members', open_to: 'members', display_order: 1 })).body;
  const { data } = (await ask('GET', path)).body as { data: Body[] };
  expect(data.map(({ name }) => name)).toEqual(['Standard ticket', 'Members']);
  const gone = `${path}/${String(other['id'])}`;
  expect([(await ask('DELETE', gone)).status, (await ask('DELETE', gone)).status, (await ask('GET', gone)).status]).toEqual([
    204, 404, 404,
  ]);

  // Its copy is sold as long before it, and nobody is in it.
  const copy = (await ask('POST', `/events/${String(made.body['id'])}/copy`, { starts_at: '2030-07-20T14:00:00Z', title: 'Reading again' }))
    .body;
  expect((await ask('GET', `/events/${String(copy['id'])}/ticket-types`)).body['data']).toMatchObject([
    { name: 'Standard ticket', price: '12.50', seats_held: 0, sale_ends_at: '2030-05-01T10:00:00Z', hidden: true },
  ]);
  const meeting = await ask('POST', '/events', {
    calendar_id: 11,
    title: 'Site visit',
    kind: 'meeting',
    starts_at: '2030-06-20T14:00:00Z',
    ends_at: '2030-06-20T15:00:00Z',
  });
  expect((await ask('POST', `/events/${String(meeting.body['id'])}/ticket-types`, { name: 'x' })).body['detail']).toMatch(
    /^People are invited/,
  );
});

test('issue 10: an event’s picture is what its bytes say, is shown at the other doors, and is taken away', async () => {
  const image = '/events/80/image';
  expect(await putImage(image, PNG)).toBe(204);
  const shown = await client.request('/en/events/getlargeimage?id=80');
  expect([shown.headers.get('content-type'), new Uint8Array(await shown.arrayBuffer())]).toEqual(['image/png', PNG]);
  const read = await ours.request(`/api/v1${image}?size=small`, { headers: { authorization: 'Bearer adj_demo_admin' } });
  expect([read.status, new Uint8Array(await read.arrayBuffer())]).toEqual([200, PNG]);
  expect((await ask('GET', '/events/80')).body).toMatchObject({ has_image: true });
  expect(await putImage(image, new TextEncoder().encode('<svg/>'))).toBe(415);
  expect(await putImage(image, new Uint8Array(2 * 1024 * 1024 + 1))).toBe(413);
  expect(await putImage('/events/999999/image', PNG)).toBe(404);
  expect([(await ask('DELETE', image)).status, (await ask('DELETE', image)).status, (await ask('GET', image)).status]).toEqual([
    204, 404, 404,
  ]);
});
