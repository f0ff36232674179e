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
  expect(Event.EventProducts[0]).toMatchObject({ Id: 501, Price: 0, PriceCurrencyCode: 'EUR', IsAvailableNow: true, TicketsLeft: 38, Quantity: 40 });
});

test('nexudus §2c: _shape picks from it', async () => {
  const response = await client.request('/api/public/events/77/product/501?_shape=Name,Currency.Code');
  expect(await response.json()).toEqual({ Name: 'Standard', Currency: { Code: 'EUR' } });
});

test('nexudus §4.3c: unknown, hidden and another event\'s types, malformed ids and missing events are the same 404', async () => {
  const { db } = client.demo;
  await sql`update ticket_types set visible = false where id = 504`.execute(db);
  await sql`update events set published_at = null where id = 79`.execute(db);
  for (const path of ['77/product/1', '77/product/502', '80/product/504', '79/product/503', '1/product/501', '77/product/abc', 'x/product/501', '77/product/-501', '77/product/9007199254740993']) {
    expect(await bytesOf(await client.request(`/api/public/events/${path}`))).toEqual({
      status: 404, type: 'application/json', body: '{"Message":"No ticket type with this ID exists."}',
    });
  }
  expect(client.faults).toEqual([]);
});
