import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testClock } from '../../../test/harness/clock.ts';
import { openTestDatabase } from '../../../test/harness/database.ts';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { request } from '../../../test/harness/world.ts';
import { cancelEvent } from '../events/cancel-event.ts';
import { cancelTicket } from '../seats/cancel-ticket.ts';
import { createEvent } from '../events/create-event.ts';
import { loadDemo } from './load-demo.ts';
import { isPassword } from '../../crypto/password.ts';
import { hashSecret } from '../../crypto/secret.ts';

let demo: TestDemo;
beforeAll(async () => {
  demo = await openDemo();
});
afterAll(() => demo.close());

const begins = '2030-05-01T14:00:00Z';

describe('the demo holds what the examples on the vendors’ pages name', () => {
  test('one tenant in Madrid that any host reaches, told apart from real ones', async () => {
    expect(demo.tenant).toMatchObject({ name: 'Harbour Loft', zone: 'Europe/Madrid', locale: 'en', demo: true });
    expect(demo.tenant.settings.requestsPerSecond).toBe(100);
  });

  test('people who sign in with the demo password, kept only as argon2id', async () => {
    const users = await rows<{ email: string; isAdmin: boolean; passwordHash: string; zone: string | null }>`
      select u.email, u.is_admin, u.password_hash, c.zone from users u
      left join customers c on c.tenant_id = u.tenant_id and c.user_id = u.id order by u.id`;
    expect(users.map(({ email, isAdmin, zone }) => [email, isAdmin, zone])).toEqual([
      ['admin@example.org', true, null],
      ['mina@example.org', false, 'Europe/Madrid'],
      ['noor@example.org', false, 'Asia/Tokyo'],
    ]);
    for (const { passwordHash } of users) {
      expect(passwordHash).toMatch(/^\$argon2id\$/);
      expect(await isPassword(passwordHash, 'demo-password', 1)).toBe(true);
    }
    expect(new Set(users.map((user) => user.passwordHash)).size).toBe(3);
  });

  test('tickets of the Nexudus customers, with their events, types and seats', async () => {
    const tickets = await rows`
      select t.id, t.email, c.email as owner, e.id as event, e.title, t.ticket_type_id as type, ty.price, t.participation_status as status,
             e.ends_at > ${demo.clock.now()} as upcoming, e.calendar_id as calendar
      from tickets t join events e on e.tenant_id = t.tenant_id and e.id = t.event_id and e.published_at is not null
      left join ticket_types ty on ty.tenant_id = t.tenant_id and ty.id = t.ticket_type_id
      left join customers c on c.tenant_id = t.tenant_id and c.id = t.customer_id order by t.id`;
    const mina = { email: 'mina@example.org', owner: 'mina@example.org', status: 'accepted', calendar: 11, price: '0.00' };
    expect(tickets).toMatchObject([
      { ...mina, id: 9021, event: 77, title: 'Rooftop Breakfast', type: 501, upcoming: true },
      { ...mina, id: 9022, upcoming: true },
      { ...mina, id: 9023, upcoming: true },
      { ...mina, id: 9024, upcoming: false },
      { ...mina, id: 9031, event: 77, email: 'noor@example.org', owner: 'noor@example.org' },
      { event: 78, email: 'pia@example.org', owner: null },
      { event: 78, email: 'raj@example.org', owner: null },
    ]);
    expect(new Set(tickets.map((ticket) => ticket['event'])).size).toBe(5);
  });

  test('event 77 with 40 free seats and one comment, event 78 sold out with a waiting list, each in its category', async () => {
    const events = await rows`
      select e.id, capacity, live_tickets, waitlist_enabled, allow_comments, starts_at::text as at, c.id as category, c.title,
             (select count(*) from comments m where m.tenant_id = e.tenant_id and m.event_id = e.id and m.published) as comments
      from events e join event_categories ec on ec.tenant_id = e.tenant_id and ec.event_id = e.id
      join categories c on c.tenant_id = e.tenant_id and c.id = ec.category_id order by e.id`;
    const at = '2030-05-01 14:00:00+00';
    expect(events).toEqual([
      { id: 77, capacity: 40, liveTickets: 2, waitlistEnabled: false, allowComments: true, at, category: 1, title: 'Food', comments: 1 },
      { id: 78, capacity: 2, liveTickets: 2, waitlistEnabled: true, allowComments: false, at, category: 2, title: 'Talks', comments: 0 },
    ]);
    const [over] = await rows<{
      endsAt: Temporal.Instant;
    }>`select e.ends_at from events e join tickets t on t.event_id = e.id where t.id = 9024`;
    const days = over!.endsAt.until(demo.clock.now()).total('days');
    expect(days).toBeGreaterThan(6);
    expect(days).toBeLessThan(8);
  });

  test('MeetBit’s keys with their permissions and limits', async () => {
    const keys = await rows`
      select k.key_id, r.permissions, c.requests_per_second as per_second, k.secret_hash = ${hashSecret('demo-secret')} as fits
      from access_keys k join clients c on c.tenant_id = k.tenant_id and c.id = k.client_id
      join roles r on r.tenant_id = c.tenant_id and r.id = c.role_id order by k.key_id`;
    const all = ['events.read.*', 'events.update.*', 'events.delete.*'];
    const desk = ['users.read.*', 'users.update.*', 'customers.create.*', 'online_conferences.create.*', 'online_conferences.update.*'];
    expect(keys).toEqual([
      { keyId: 'MBP-demo', permissions: all, perSecond: 50, fits: true },
      { keyId: 'MBP-desk', permissions: desk, perSecond: 50, fits: true },
      { keyId: 'MBP-readonly', permissions: ['events.read.*'], perSecond: 5, fits: true },
      { keyId: 'MBP-slow', permissions: all, perSecond: 5, fits: true },
    ]);
  });

  test('MeetBit’s events: site visits on eleven days in calendar 12, one event in calendar 13', async () => {
    const events = await rows<{ id: number; calendar: number; title: string; at: Temporal.Instant; people: unknown }>`
      select e.id, e.calendar_id as calendar, e.title, e.starts_at as at,
             json_agg(json_build_array(t.name, t.email, t.role, t.zone) order by t.id) as people
      from events e join tickets t on t.tenant_id = e.tenant_id and t.event_id = e.id
      where e.calendar_id in (12, 13) group by e.tenant_id, e.id order by e.id`;
    expect(events.map(({ id, calendar }) => [id, calendar])).toEqual([
      ...Array.from({ length: 11 }, (_, day) => [345 + day, 12]),
      [356, 13],
    ]);
    expect(events.slice(0, 4).map(({ at }) => at.toString())).toEqual([
      begins,
      '2030-05-02T07:30:00Z',
      '2030-05-03T09:00:00Z',
      '2030-05-06T14:30:00Z',
    ]);
    for (const event of events.slice(0, 11)) {
      expect(event.title).toBe('Site visit');
      expect(event.people).toEqual([
        ['Ana', 'ana@example.com', 'organizer', 'Europe/Madrid'],
        ['Ben', 'ben@example.com', 'attendee', 'America/New_York'],
        ['Chie', 'chie@example.com', 'attendee', 'Asia/Tokyo'],
      ]);
    }
  });

  test('Zyntro’s account, member, contact, calendar and event', async () => {
    const [found] = await rows`
      select a.number, a.organisation_id, k.door, m.full_name as member, c.full_name as contact, cal.id as calendar,
             e.title, e.starts_at, e.ends_at, e.organizer_name, e.reply_to,
             (select json_agg(json_build_array(t.email, t.role, t.zone, t.contact_id) order by t.id) from tickets t where t.event_id = e.id) as people
      from accounts a
      join api_keys k on k.tenant_id = a.tenant_id and k.account_number = a.number and k.key_hash = ${hashSecret('demo-api-key')}
      join members m on m.tenant_id = a.tenant_id and m.id = '22222222-2222-4222-8222-222222222222'
      join contacts c on c.tenant_id = a.tenant_id and c.id = 'a1b2c3d4-e5f6-4890-abcd-ef1234567890'
      join calendars cal on cal.tenant_id = a.tenant_id and cal.public_id = '3d21426f-9042-40d9-a0b2-94037f551d51'
      join events e on e.tenant_id = a.tenant_id and e.calendar_id = cal.id and e.public_id = 'e7f8a9b0-c1d2-3456-e7f8-a9b0c1d23456'`;
    expect(found).toMatchObject({
      number: 32,
      organisationId: '11111111-1111-4111-8111-111111111111',
      door: 'account',
      member: 'Omar',
      contact: 'Jane',
      calendar: 14,
      title: 'Discovery Call',
      startsAt: Temporal.Instant.from(begins),
      endsAt: Temporal.Instant.from('2030-05-01T14:30:00Z'),
      organizerName: 'Omar',
      replyTo: 'omar@example.org',
      people: [
        ['omar@example.org', 'organizer', 'Europe/London', null],
        ['jane@example.net', 'attendee', 'America/New_York', 'a1b2c3d4-e5f6-4890-abcd-ef1234567890'],
        ['kenji@example.net', 'attendee', 'Asia/Tokyo', null],
      ],
    });
  });

  test('our own API key, kept only as its hash', async () => {
    expect(await rows`select door from api_keys where key_hash = ${hashSecret('adj_demo_admin')}`).toEqual([{ door: 'v1' }]);
  });
});

test('loading mails nobody: no delivery, no plan that owes one', async () => {
  const [counts] = await rows`
    select (select count(*) from deliveries) as deliveries, (select count(*) from outbox where state <> 'expanded' or planned > 0) as owed,
           (select count(*) from tickets) as tickets, (select count(*) from tickets where told_outbox_id = event_id) as told`;
  expect(counts).toEqual({ deliveries: 0, owed: 0, tickets: 46, told: 46 });
});

test('a database that holds a tenant is refused and left as it is', async () => {
  expect(await loadDemo(demo.context)).toEqual({ outcome: 'holds_tenants' });
  expect(await rows`select id from tenants`).toEqual([{ id: 1 }]);
});

test('of two loading at once, one loads', async () => {
  const { db, close } = await openTestDatabase();
  const context = { ...demo.context, db };
  const outcomes = await Promise.all([loadDemo(context), loadDemo(context)]);
  expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['holds_tenants', 'loaded']);
  await close();
});

test('everybody counts as told: the cancel of event 77 is owed to both holders, with what they knew before', async () => {
  const other = await openDemo({ clock: testClock('2030-04-01T10:00:00.123456789Z') });
  const { context, tenant } = other;
  expect(await cancelTicket(context, tenant, 64, 9022, request)).toEqual({ outcome: 'cancelled', notices: 1 });
  expect(await cancelEvent(context, tenant, { id: 77 }, request)).toMatchObject({ outcome: 'cancelled', notices: 2 });
  const owed = await sql<{ recipient: string; state: string; told: number }>`
    select recipient, state, told_outbox_id as told from deliveries where event_id = 77 order by id`.execute(other.db);
  expect(owed.rows).toEqual([
    { recipient: 'mina@example.org', state: 'queued', told: 77 },
    { recipient: 'noor@example.org', state: 'queued', told: 77 },
  ]);
  await other.close();
});

test('numbers given after loading lie beyond the fixed ones', async () => {
  const made = await createEvent(
    demo.context,
    demo.tenant,
    {
      calendar: { id: 12 },
      uidScope: 'event',
      title: 'Another visit',
      description: '',
      location: null,
      zone: null,
      startsAt: Temporal.Instant.from(begins),
      endsAt: Temporal.Instant.from(begins).add({ minutes: 30 }),
      capacity: null,
      organizerName: 'Ana',
      replyTo: null,
      invitees: [{ name: 'Ben', email: 'ben@example.com', zone: null, language: null, role: 'attendee' }],
    },
    request,
  );
  if (made.outcome !== 'created') throw new Error(made.outcome);
  expect(made.event.id).toBe(358);
  expect(await rows`select id from tickets where event_id = 358`).toEqual([{ id: 9214 }]);
});

async function rows<Row = Record<string, unknown>>(strings: TemplateStringsArray, ...values: unknown[]): Promise<Row[]> {
  return (await sql<Row>(strings, ...values).execute(demo.db)).rows;
}
