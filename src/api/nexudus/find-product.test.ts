import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';

let client: NexudusClient;
beforeAll(async () => {
  client = await openNexudus();
});
afterAll(() => client.demo.close());

test('nexudus §4.3a: a ticket type is shown to anybody, as in its event', async () => {
  const response = await client.request('/api/public/events/77/product/501');
  const event = await client.request('/api/public/events/77?_shape=Event.EventProducts');
  const { Event } = (await event.json()) as { Event: { EventProducts: unknown[] } };
  expect([response.status, await response.json()]).toEqual([200, Event.EventProducts[0]]);
  expect(Event.EventProducts[0]).toMatchObject({
    Id: 501,
    Price: 0,
    PriceCurrencyCode: 'EUR',
    IsAvailableNow: true,
    TicketsLeft: 38,
    Quantity: 40,
  });
});

test('nexudus §2c: _shape picks from it', async () => {
  const response = await client.request('/api/public/events/77/product/501?_shape=Name,Currency.Code');
  expect(await response.json()).toEqual({ Name: 'Standard', Currency: { Code: 'EUR' } });
});

test('nexudus §4.3d: what nothing limits is null: seats and sale; with limits it is not', async () => {
  const { db } = client.demo;
  const limits = async () =>
    (
      await client.request(
        '/api/public/events/79/product/503?_shape=TicketsLeft,Quantity,StartDate,EndDate,StartDateFormatted,EndDateFormatted',
      )
    ).json();
  await sql`update events set capacity = null where id = 79`.execute(db);
  await sql`update ticket_types set capacity = null, sale_starts_at = null, sale_ends_at = null where id = 503`.execute(db);
  expect(await limits()).toEqual({
    TicketsLeft: null,
    Quantity: null,
    StartDate: null,
    EndDate: null,
    StartDateFormatted: null,
    EndDateFormatted: null,
  });
  await sql`update ticket_types set capacity = 9, sale_starts_at = '2030-03-01T10:00Z', sale_ends_at = '2030-04-20T10:00Z' where id = 503`.execute(
    db,
  );
  expect(await limits()).toEqual({
    TicketsLeft: 8,
    Quantity: 9,
    StartDate: '2030-03-01T11:00:00',
    EndDate: '2030-04-20T12:00:00',
    StartDateFormatted: expect.stringContaining('Mar 1, 2030'),
    EndDateFormatted: expect.stringContaining('Apr 20, 2030'),
  });
});

test('nexudus §11-21: LastFew is five or fewer, or as the setting lastFewSeats says, and none is not few', async () => {
  const { db } = client.demo;
  const fewAt = async (...left: number[]) => {
    const told: unknown[] = [];
    for (const seats of left) {
      await sql`update ticket_types set capacity = live_tickets + ${seats}::int where id = 501`.execute(db);
      told.push(await (await client.request('/api/public/events/77/product/501?_shape=TicketsLeft,LastFew')).json());
    }
    return told;
  };
  expect(await fewAt(6, 5, 1, 0)).toEqual([
    { TicketsLeft: 6, LastFew: false },
    { TicketsLeft: 5, LastFew: true },
    { TicketsLeft: 1, LastFew: true },
    { TicketsLeft: 0, LastFew: false },
  ]);
  await sql`update tenants set settings = settings || '{"lastFewSeats": 2}'`.execute(db);
  expect(await fewAt(3, 2)).toEqual([
    { TicketsLeft: 3, LastFew: false },
    { TicketsLeft: 2, LastFew: true },
  ]);
  await sql`update tenants set settings = settings - 'lastFewSeats'`.execute(db);
});

test("nexudus §4.3c: unknown, hidden and another event's types, malformed ids and missing events are the same 404", async () => {
  const { db } = client.demo;
  await sql`update ticket_types set visible = false where id = 504`.execute(db);
  await sql`update events set published_at = null where id = 79`.execute(db);
  for (const path of [
    '77/product/1',
    '77/product/502',
    '80/product/504',
    '79/product/503',
    '1/product/501',
    '77/product/abc',
    'x/product/501',
    '77/product/-501',
    '77/product/9007199254740993',
  ]) {
    expect(await bytesOf(await client.request(`/api/public/events/${path}`))).toEqual({
      status: 404,
      type: 'application/json',
      body: '{"Message":"No ticket type with this ID exists."}',
    });
  }
  expect(client.faults).toEqual([]);
});
