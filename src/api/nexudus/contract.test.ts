import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';
import { composeEmail } from '../../delivery/email/compose-email.ts';
import { hashSecret } from '../../crypto/secret.ts';
import { claimDeliveries } from '../../ledger/claim.ts';
import { createNoticeReader } from '../../ledger/notices.ts';

let client: NexudusClient;
let mina: string;
beforeAll(async () => {
  client = await openNexudus();
  mina = await client.signIn('mina@example.org');
});
afterAll(() => client.demo.close());

test('nexudus §1b: the modern routes are below /api/public, the legacy ones below every language', async () => {
  const statuses = [];
  for (const path of ['/api/public/events', '/en/events', '/de/events', '/pt-BR/events', '/public/events', '/events/feed']) {
    statuses.push((await client.request(path, {})).status);
  }
  expect(statuses.slice(0, 4)).toEqual([200, 200, 200, 200]);
  expect(statuses.slice(4).every((status) => status === 404)).toBe(true);
});

test('nexudus §2e: unknown query parameters are not looked at', async () => {
  const plain = await (await client.request('/api/public/events?pastEvents=false', {})).text();
  expect(await (await client.request('/api/public/events?pastEvents=false&colour=red&top[]=x&', {})).text()).toBe(plain);
});

const ACCEPTS = [{}, { Accept: 'text/html' }, { Accept: 'application/xml;q=0.9' }, { Accept: 'application/json' }];

test.each([
  '/en/events',
  '/en/bookings/fullCalendarEvents?start=2030-05-01&end=2030-05-02',
  '/en/profile?_resource=User',
  '/en/user/me',
  '/api/public/events',
  '/en/nothing',
])('nexudus §2f: %s is the same JSON whatever Accept says', async (path) => {
  const answers = [];
  for (const headers of ACCEPTS) answers.push(await bytesOf(await client.as(mina, 'GET', path, { headers })));
  expect(answers).toEqual(Array(ACCEPTS.length).fill({ ...answers[0], type: 'application/json' }));
});

test.each(['/api/public/events', '/api/public/events/my', '/en/bookings/fullCalendarEvents?start=2030-05-01&end=2030-05-02'])(
  'nexudus §2g: X-Use-Timezone and nx-app-version change nothing of %s',
  async (path) => {
    const plain = await bytesOf(await client.as(mina, 'GET', path));
    for (const headers of [
      { 'X-Use-Timezone': 'true' },
      { 'X-Use-Timezone': 'false' },
      { 'X-Use-Timezone': 'Asia/Tokyo' },
      { 'nx-app-version': '4.0.805' },
    ]) {
      expect(await bytesOf(await client.as(mina, 'GET', path, { headers }))).toEqual(plain);
    }
  },
);

test('nexudus §2b: modern and legacy bodies are JSON, and a form is refused there; the token route takes a form, and JSON is refused there', async () => {
  const form = new URLSearchParams({
    grant_type: 'password',
    username: 'noor@example.org',
    password: 'demo-password',
    Id: '77',
    comment: 'Lovely',
  });
  const both = { ...Object.fromEntries(form), Basket: [{ type: 'event', EventAttendee: { CalendarEventId: 77, EventProductId: 501 } }] };
  const statuses = [];
  for (const path of ['/api/token', '/api/public/checkout/basket/preview', '/en/basket/previewInvoice', '/en/events/newComment']) {
    const asForm = await client.as(mina, 'POST', path, { body: form });
    const asJson = await client.as(mina, 'POST', path, { body: JSON.stringify(both), headers: { 'Content-Type': 'application/json' } });
    statuses.push([path, asForm.status, asJson.status]);
  }
  expect(statuses).toEqual([
    ['/api/token', 200, 400],
    ['/api/public/checkout/basket/preview', 400, 200],
    ['/en/basket/previewInvoice', 400, 200],
    ['/en/events/newComment', 400, 200],
  ]);
});

test.each([
  ['/api/public/businesses/current', 'Name', { Name: 'Harbour Loft' }],
  ['/api/public/configuration', 'Settings.Value', { Settings: ['True', '1', 'True', 'True', 'True'].map((Value) => ({ Value })) }],
  ['/api/public/coworkers/profiles', 'User.FullName,Profiles.Id', { User: { FullName: 'Mina' }, Profiles: [{ Id: 64 }] }],
  ['/api/public/events', 'CalendarEvents.Records.Id', { CalendarEvents: { Records: [77, 78, 79, 80].map((Id) => ({ Id })) } }],
  ['/api/public/events/my?_orderBy=Id&_sortDirection=asc', 'Records.Id', { Records: [9021, 9022, 9023, 9024].map((Id) => ({ Id })) }],
  [
    '/api/public/events/77',
    'Event.EventProducts.Name,AttendeeCount',
    { Event: { EventProducts: [{ Name: 'Standard' }] }, AttendeeCount: 2 },
  ],
  ['/api/public/events/77/product/501', 'Currency.Code', { Currency: { Code: 'EUR' } }],
])('nexudus §2c: _shape of %s leaves what it names, through arrays', async (path, shape, expected) => {
  const response = await client.as(mina, 'GET', `${path}${path.includes('?') ? '&' : '?'}_shape=${shape}`);
  expect([response.status, await response.json()]).toEqual([200, expected]);
});

test('nexudus §3.3d: a valid token of somebody who never had a profile here is 401', async () => {
  const { db, clock } = client.demo;
  const made = await sql<{
    id: number;
  }>`insert into users (tenant_id, email, full_name, created_at) values (1, 'kenji@example.net', 'Kenji', ${clock.now()}) returning id`.execute(
    db,
  );
  await sql`insert into sessions (tenant_id, token_hash, user_id, created_at, expires_at)
    values (1, ${hashSecret('token-of-kenji')}, ${made.rows[0]!.id}, ${clock.now()}, ${clock.now().add({ hours: 1 })})`.execute(db);
  const statuses = async () => {
    const seen = [];
    for (const path of ['events/my', 'coworkers/profiles'])
      seen.push((await client.as('token-of-kenji', 'GET', `/api/public/${path}`)).status);
    return seen;
  };
  expect(await statuses()).toEqual([401, 401]);
  // The token was good all along: with a profile it is let in.
  const profile = await sql<{ id: number }>`insert into customers (tenant_id, user_id, full_name, email, zone, language, created_at)
    values (1, ${made.rows[0]!.id}, 'Kenji', 'kenji@example.net', 'Asia/Tokyo', 'en', ${clock.now()}) returning id`.execute(db);
  await sql`update sessions set customer_id = ${profile.rows[0]!.id} where user_id = ${made.rows[0]!.id}`.execute(db);
  expect(await statuses()).toEqual([200, 200]);
});

test('nexudus §3.3d: a valid token whose person has no profile here any more is 401', async () => {
  const token = await client.signIn('noor@example.org');
  expect((await client.as(token, 'GET', '/api/public/events/my?showUpcoming=true')).status).toBe(200);
  await sql`update customers set active = false where email = 'noor@example.org'`.execute(client.demo.db);
  expect((await client.as(token, 'GET', '/api/public/events/my?showUpcoming=true')).status).toBe(401);
  await sql`update customers set active = true where email = 'noor@example.org'`.execute(client.demo.db);
});

async function firstTicket(): Promise<{ id: number; code: string; name: string; type: string }> {
  const body = (await (await client.as(mina, 'GET', '/api/public/events/my?showUpcoming=true')).json()) as {
    Records: { Id: number; AttendeeCode: string; FullName: string; EventProductName: string; CalendarEvent: { Name: string } }[];
  };
  const record = body.Records[0]!;
  return { id: record.Id, code: record.AttendeeCode, name: record.CalendarEvent.Name, type: record.EventProductName };
}

test('nexudus §7.3d: the mail of a ticket has its holder, event, ticket type, start, end and attendee code', async () => {
  const { demo } = client;
  const ticket = await firstTicket();
  expect((await client.as(mina, 'POST', `/api/public/events/my/${ticket.id}/sendTicket`)).status).toBe(200);
  const worker = '00000000-0000-4000-8000-000000000001';
  await sql`insert into workers (id, started_at, alive_until) values (${worker}, now(), now() + interval '1 hour')`.execute(demo.db);
  const claimed = await claimDeliveries(demo.db, worker, 0, 10, demo.clock.now());
  const [notice] = await createNoticeReader(demo.db, 'https://events.example.org', demo.context.links).read(claimed);
  const mail = composeEmail(notice!).raw.toString().replaceAll('=\r\n', '');
  const clock = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO('Europe/Madrid').toPlainTime().toString({ smallestUnit: 'minute' });
  for (const part of ['Hello Mina', ticket.name, ticket.type, ticket.code, clock(notice!.event.startsAt), clock(notice!.event.endsAt)])
    expect(mail).toContain(part);
});

test('nexudus §11-3: a cancel moves no money; the history has the price that was paid, and no invoice', async () => {
  const { db } = client.demo;
  const { id } = await firstTicket();
  await sql`update ticket_types set price = 12.5 where id = (select ticket_type_id from tickets where id = ${id})`.execute(db);
  const orders = async () => (await sql<{ n: number }>`select count(*) as n from orders`.execute(db)).rows[0]?.n;
  const before = await orders();
  expect((await client.as(mina, 'DELETE', `/api/public/events/my/${id}`)).status).toBe(200);
  expect(await orders()).toBe(before);
  const change = await sql<{ after: object }>`select after from changes where ticket_id = ${id} and kind = 'ticket_cancelled'`.execute(db);
  expect(change.rows).toEqual([{ after: { liveTickets: expect.any(Number), price: '12.50 EUR' } }]);
});
