import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';
import { ledgerOf } from '../../../test/harness/world.ts';
import { expireOrders } from '../../operations/orders/expire-orders.ts';
import { markOrderPaid } from '../../operations/orders/mark-order-paid.ts';

let client: NexudusClient;
let noor: string;
beforeAll(async () => {
  client = await openNexudus();
});
beforeEach(async () => {
  const { db } = client.demo;
  await sql`update events set capacity = 8, open_to = 'everyone' where id = 80`.execute(db);
  await sql`update ticket_types set price = 0, capacity = 8, max_per_attendee = null, sale_starts_at = null, sale_ends_at = null, open_to = 'everyone' where id = 504`.execute(
    db,
  );
  await sql`update tickets set released_revision = issued_revision + 1000, released_at = issued_at where event_id = 80 and released_revision is null`.execute(
    db,
  );
  noor = await client.signIn('noor@example.org');
});
afterAll(() => client.demo.close());

const PREVIEW = ['/api/public/checkout/basket/preview', '/en/basket/previewInvoice'];
const INVOICE = ['/api/public/checkout/basket/invoice', '/en/basket/CreateInvoice'];

const attendee = (given: Record<string, unknown> = {}) => ({
  FullName: 'Noor',
  Email: 'noor@example.org',
  CalendarEventId: 80,
  EventProductId: 504,
  ...given,
});
const item = (given: Record<string, unknown> = {}) => ({ type: 'event', EventAttendee: attendee(given) });
const post = (path: string, body: unknown, token = noor) =>
  client.as(token, 'POST', path, {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'Content-Type': 'application/json' },
  });
const order = (items: unknown[] = [item()]) =>
  post(INVOICE[0]!, { Basket: items, agreedTermsAndConditions: true, createZeroValueInvoice: true });

async function myTickets(): Promise<Record<string, unknown>[]> {
  const response = await client.as(noor, 'GET', '/api/public/events/my?showUpcoming=true&_orderBy=Id&_sortDirection=asc');
  return ((await response.json()) as { Records: ({ CalendarEvent: { Id: number } } & Record<string, unknown>)[] }).Records.filter(
    ({ CalendarEvent }) => CalendarEvent.Id === 80,
  );
}

async function refusalOf(response: Response): Promise<{ Message: string; Errors: { PropertyName: string }[] }> {
  expect(response.status).toBe(400);
  return (await response.json()) as { Message: string; Errors: { PropertyName: string }[] };
}

describe('a basket of free tickets', () => {
  test('nexudus §8.3a §8.3d §8.3g §11-22: is an empty 200; the ticket is in my-events, its mail is planned, and it can be cancelled', async () => {
    expect(await bytesOf(await order())).toEqual({ status: 200, type: null, body: '' });
    const [ticket, ...others] = await myTickets();
    expect([ticket, others]).toMatchObject([
      { FullName: 'Noor', Email: 'noor@example.org', EventProductName: 'Standard', EventProductPrice: 0, Coworker: { Id: 65 } },
      [],
    ]);
    const ledger = await ledgerOf(client.demo, 80);
    expect(ledger.at(-1)).toMatchObject({ purpose: 'ticket', recipient: 'noor@example.org', subjectId: ticket?.['Id'], state: 'queued' });
    expect((await client.as(noor, 'DELETE', `/api/public/events/my/${String(ticket?.['Id'])}`)).status).toBe(200);
    expect(await myTickets()).toEqual([]);
  });

  test.each([
    ['the modern route', INVOICE[0]!, { Basket: [item()], agreedTermsAndConditions: true, createZeroValueInvoice: true }],
    ['the legacy route with an object', INVOICE[1]!, { basket: [item()], discountCode: null }],
    ['the legacy route with a bare array', `${INVOICE[1]!}?createZeroValueInvoice=true`, [item()]],
    ['Type with a capital', INVOICE[0]!, { basket: [{ Type: 'Event', EventAttendee: attendee() }] }],
    ['numbers as text', INVOICE[0]!, { Basket: [item({ CalendarEventId: '80', EventProductId: '504' })] }],
  ])('nexudus §8.3a §8.3b §8.3c: takes %s', async (_what, path, body) => {
    expect((await post(path, body)).status).toBe(200);
    expect(await myTickets()).toHaveLength(1);
  });

  test('nexudus §8.3f §11-11: registers other people, who are told themselves, while the buyer sees and may cancel their tickets', async () => {
    expect((await order([item(), item({ FullName: 'Kenji', Email: 'kenji@example.net' })])).status).toBe(200);
    const tickets = await myTickets();
    expect(tickets).toMatchObject([
      { FullName: 'Noor' },
      { FullName: 'Kenji', Email: 'kenji@example.net', Coworker: { FullName: 'Noor' } },
    ]);
    const told = (await ledgerOf(client.demo, 80)).slice(-2).map(({ recipient }) => recipient);
    expect(told).toEqual(['noor@example.org', 'kenji@example.net']);
    // An outside attendee does not become a contact.
    const known = await sql`select 1 from customers where email = 'kenji@example.net'`.execute(client.demo.db);
    expect(known.rows).toEqual([]);
    expect((await client.as(noor, 'DELETE', `/api/public/events/my/${String(tickets[1]?.['Id'])}`)).status).toBe(200);
  });

  test('nexudus §8.3a: without a name or an address the buyer is the attendee', async () => {
    for (const given of [
      { FullName: null, Email: null },
      { FullName: undefined, Email: undefined },
      { FullName: ' ', Email: '' },
    ])
      expect((await order([item(given)])).status).toBe(200);
    expect((await myTickets()).map(({ FullName, Email }) => [FullName, Email])).toEqual(Array(3).fill(['Noor', 'noor@example.org']));
  });

  test('nexudus §8.3e: two at once for the last seat: one has it', async () => {
    await sql`update events set capacity = 1 where id = 80`.execute(client.demo.db);
    const statuses = await Promise.all(Array.from({ length: 6 }, async () => (await order()).status));
    expect(statuses.toSorted()).toEqual([200, 400, 400, 400, 400, 400]);
    expect(await myTickets()).toHaveLength(1);
  });

  test('nexudus §8.3e: is all or nothing', async () => {
    await sql`update events set capacity = 2 where id = 80`.execute(client.demo.db);
    const { Message, Errors } = await refusalOf(await order([item(), item(), item()]));
    expect([Message, Errors]).toMatchObject(['These tickets are sold out.', [{ PropertyName: 'Basket[2]' }]]);
    expect(await myTickets()).toEqual([]);
  });
});

describe('rules of sale', () => {
  const set = (assignment: ReturnType<typeof sql>) => sql`update ticket_types set ${assignment} where id = 504`.execute(client.demo.db);

  test.each([
    ['max per attendee', sql`max_per_attendee = 1`, 'This attendee has as many of these tickets as one person may have.', 'Basket[1]'],
    ['stock', sql`capacity = 1`, 'These tickets are sold out.', 'Basket[1]'],
    ['a sale window ahead', sql`sale_starts_at = '2030-04-02T00:00Z'`, 'These tickets are not on sale now.', 'Basket[0]'],
    ['a sale window that is over', sql`sale_ends_at = '2030-03-01T00:00Z'`, 'These tickets are not on sale now.', 'Basket[0]'],
    ['members only', sql`open_to = 'members'`, 'You cannot purchase this product', 'Basket[0]'],
  ])('nexudus §8.3e: %s refuses the basket, in preview and order alike', async (_what, assignment, message, property) => {
    await set(assignment);
    for (const path of [PREVIEW[0]!, INVOICE[0]!]) {
      expect(await refusalOf(await post(path, { Basket: [item(), item()] }))).toMatchObject({
        Message: message,
        Errors: [{ PropertyName: property }],
      });
    }
    expect(await myTickets()).toEqual([]);
  });

  test('nexudus §8.3e: members-only and contacts-only let in whom they are for, and contacts-only no member', async () => {
    await set(sql`open_to = 'contacts'`);
    expect((await order()).status).toBe(200);
    await set(sql`open_to = 'members'`);
    await sql`update customers set is_member = true where id = 65`.execute(client.demo.db);
    expect((await order()).status).toBe(200);
    await set(sql`open_to = 'contacts'`);
    expect((await refusalOf(await order())).Message).toBe('You cannot purchase this product');
    await sql`update customers set is_member = false where id = 65`.execute(client.demo.db);
  });

  test('nexudus §8.3e: an event that the buyer may not see, is unknown or has no such type refuses', async () => {
    for (const given of [{ CalendarEventId: 1 }, { CalendarEventId: 345 }, { EventProductId: 1 }, { EventProductId: 501 }])
      await refusalOf(await order([item(given)]));
    await sql`update events set open_to = 'members' where id = 80`.execute(client.demo.db);
    expect((await refusalOf(await order())).Message).toBe('No event with this ID exists.');
  });
});

describe('a basket that costs something', () => {
  test('nexudus §11-22: is an empty 200 whose seats are held; the ticket is there once it is paid', async () => {
    const { context, tenant, db } = client.demo;
    await sql`update ticket_types set price = 12.5, capacity = 1 where id = 504`.execute(db);
    expect(await bytesOf(await order())).toEqual({ status: 200, type: null, body: '' });
    expect(await myTickets()).toEqual([]);
    const shown = await client.request('/api/public/events/80/product/504?_shape=SoldOut,TicketsLeft,IsAvailableNow');
    expect(await shown.json()).toEqual({ SoldOut: true, TicketsLeft: 0, IsAvailableNow: false });
    const waiting = await sql<{ id: number; total: string }>`select id, total from orders where state = 'pending'`.execute(db);
    expect(waiting.rows).toMatchObject([{ total: '12.50' }]);
    const paid = await markOrderPaid(context, tenant, waiting.rows[0]!.id, {
      actor: { kind: 'user', id: '1' },
      cause: 'test',
      reason: null,
    });
    expect(paid.outcome).toBe('paid');
    expect(await myTickets()).toMatchObject([{ EventProductPrice: 12.5 }]);
  });

  test('nexudus §9f: an order that nobody pays gives its seats back after orderHoldMinutes, and not before', async () => {
    const { context, clock, db } = client.demo;
    await sql`update tenants set settings = settings || '{"orderHoldMinutes": 15}'`.execute(db);
    await sql`update ticket_types set price = 12.5, capacity = 1 where id = 504`.execute(db);
    const left = async () => (await client.request('/api/public/events/80/product/504?_shape=TicketsLeft')).json();
    expect((await order()).status).toBe(200);
    clock.advance({ seconds: 15 * 60 - 1 });
    expect([await expireOrders(context), await left()]).toEqual([0, { TicketsLeft: 0 }]);
    clock.advance({ seconds: 1 });
    expect([await expireOrders(context), await left()]).toEqual([1, { TicketsLeft: 1 }]);
    await sql`update tenants set settings = settings - 'orderHoldMinutes'`.execute(db);
  });
});

describe('a preview', () => {
  test.each(PREVIEW)('nexudus §8.3b §8.3c: %s says what it would cost, and keeps nothing', async (path) => {
    await sql`update ticket_types set price = 12.5 where id = 504`.execute(client.demo.db);
    const response = await post(path, { basket: [item(), item({ FullName: 'Kenji', Email: 'kenji@example.net' })], discountCode: null });
    expect([response.status, await response.json()]).toEqual([
      200,
      {
        Lines: ['Noor', 'Kenji'].map((FullName) => ({
          Type: 'event',
          Description: 'Evening Sail: Standard',
          CalendarEventId: 80,
          EventProductId: 504,
          FullName,
          Email: FullName === 'Noor' ? 'noor@example.org' : 'kenji@example.net',
          Price: 12.5,
          PriceFormatted: '€12.50',
        })),
        Total: 25,
        TotalFormatted: '€25.00',
        CurrencyCode: 'EUR',
        DiscountCode: null,
      },
    ]);
    const kept = await sql<{ count: number }>`select count(*) from order_lines where held`.execute(client.demo.db);
    expect([kept.rows[0]?.count, await myTickets()]).toEqual([0, []]);
  });
});

describe('a body that is no basket', () => {
  test.each([
    ['no basket', {}, 'Basket'],
    ['an empty basket', { Basket: [] }, 'Basket'],
    ['a basket of more than 50', { Basket: Array(51).fill(item()) }, 'Basket'],
    ['an item of another kind', { Basket: [{ type: 'booking', Booking: {} }] }, 'Basket[0].type'],
    ['an item that is none', { Basket: [item(), null] }, 'Basket[1].type'],
    ['an item without attendee', { Basket: [{ type: 'event' }] }, 'Basket[0].EventAttendee'],
    ['an odd event', { Basket: [item({ CalendarEventId: 'x' })] }, 'Basket[0].EventAttendee.CalendarEventId'],
    ['an odd type', { Basket: [item({ EventProductId: 1.5 })] }, 'Basket[0].EventAttendee.EventProductId'],
    ['an odd name', { Basket: [item({ FullName: {} })] }, 'Basket[0].EventAttendee.FullName'],
    ['an odd address', { Basket: [item({ Email: 'noor at example' })] }, 'Basket[0].EventAttendee.Email'],
    [
      'an address with a line break',
      { Basket: [item({ Email: 'noor@example.org\r\nBcc: jane@example.net' })] },
      'Basket[0].EventAttendee.Email',
    ],
    ['terms that were not agreed to', { Basket: [item()], agreedTermsAndConditions: false }, 'agreedTermsAndConditions'],
    ['a discount code', { basket: [item()], discountCode: 'SUMMER' }, 'discountCode'],
  ])('nexudus §6a §6f §11-8: %s is 400 and says where', async (_what, body, property) => {
    for (const path of [...PREVIEW, ...INVOICE])
      expect(await refusalOf(await post(path, body))).toMatchObject({ Errors: [{ PropertyName: property }] });
    expect(await myTickets()).toEqual([]);
  });

  test('what is no JSON is 400, a stranger 401, a switched-off section 400', async () => {
    for (const path of [...PREVIEW, ...INVOICE]) {
      for (const broken of ['', '{', 'basket=1', '['.repeat(60_000)]) expect((await post(path, broken)).status).toBe(400);
      expect((await post(path, { Basket: [item()] }, 'none')).status).toBe(401);
    }
    await sql`update tenants set settings = settings || '{"eventsEnabled": false}'`.execute(client.demo.db);
    expect((await refusalOf(await order())).Message).toBe('DISABLED');
    await sql`update tenants set settings = settings - 'eventsEnabled'`.execute(client.demo.db);
    expect(client.faults).toEqual([]);
  });
});
