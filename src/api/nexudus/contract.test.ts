import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NexudusClient, openNexudus } from '../../../test/harness/nexudus.ts';
import { composeEmail } from '../../delivery/email/compose-email.ts';
import { claimDeliveries } from '../../storage/deliveries-claim.ts';
import { createNoticeReader } from '../../storage/notices.ts';

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
  const clock = (instant: Temporal.Instant) => instant.toZonedDateTimeISO('Europe/Madrid').toPlainTime().toString({ smallestUnit: 'minute' });
  for (const part of ['Hello Mina', ticket.name, ticket.type, ticket.code, clock(notice!.event.startsAt), clock(notice!.event.endsAt)]) expect(mail).toContain(part);
});

test('nexudus §11-3: a cancel moves no money; the history has the price that was paid', async () => {
  const { db } = client.demo;
  const { id } = await firstTicket();
  await sql`update ticket_types set price = 12.5 where id = (select ticket_type_id from tickets where id = ${id})`.execute(db);
  const orders = async () => (await sql<{ n: number }>`select count(*) as n from orders`.execute(db)).rows[0]?.n;
  const before = await orders();
  expect((await client.as(mina, 'DELETE', `/api/public/events/my/${id}`)).status).toBe(200);
  expect(await orders()).toBe(before);
  const change = await sql<{ price: string }>`select after->>'price' as price from changes where ticket_id = ${id} and kind = 'ticket_cancelled'`.execute(db);
  expect(change.rows).toEqual([{ price: '12.50 EUR' }]);
});
