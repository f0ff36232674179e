import { sql } from 'kysely';
import { afterAll, beforeAll, expect, expectTypeOf, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { openDoor } from '../../../test/harness/door.ts';
import { v1Client } from '../../../test/harness/v1-client.ts';
import { request } from '../../../test/harness/world.ts';
import type { AdjournClient, Problem } from '../../client/index.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import type { Buyer } from '../../operations/orders/order-input.ts';
import { placeOrder } from '../../operations/orders/place-order.ts';
import { joinWaitlist } from '../../operations/waitlist/join-waitlist.ts';
import { v1 } from './routes.ts';

/*
 * What other programs do with the client that is made of the description: each call is one of its operations, and what comes back has its types.
 */

let demo: TestDemo;
let client: AdjournClient;
beforeAll(async () => {
  demo = await openDemo();
  client = v1Client(openDoor(v1, demo, { throttled: false }));
});
afterAll(() => demo.close());

const mina: Buyer = {
  id: 64,
  email: 'mina@example.org',
  name: 'Mina',
  zone: 'Europe/Madrid',
  zoneSource: 'person',
  language: 'en',
  isMember: false,
};

/** What a call gave, where it was done. */
function given<Data>({ data, error }: { data?: Data; error?: unknown }): NonNullable<Data> {
  if (data === undefined || data === null) throw new Error(JSON.stringify(error));
  return data;
}
const idOf = (id: number | string) => ({ params: { path: { id: String(id) } } });

test('keys: made, found, listed, rotated and revoked', async () => {
  const made = given(await client.POST('/api/v1/api-keys', { body: { name: 'Till', scopes: ['check-ins:write'] } }));
  expectTypeOf(made.secret).toEqualTypeOf<string>();
  expect(given(await client.GET('/api/v1/api-keys/{id}', idOf(made.public_id)))).toMatchObject({ id: made.id, name: 'Till' });
  const rotated = given(await client.POST('/api/v1/api-keys/{id}/rotate', { ...idOf(made.id), body: { overlap_hours: 1 } }));
  expect(rotated.secret).not.toBe(made.secret);
  expect((await client.DELETE('/api/v1/api-keys/{id}', idOf(made.id))).response.status).toBe(204);
  const { data } = given(await client.GET('/api/v1/api-keys', { params: { query: { limit: 200 } } }));
  expect(data.map(({ id }) => id)).not.toContain(made.id);
});

test('notices: who was told what, and who not yet', async () => {
  await cancelEvent(demo.context, demo.tenant, { id: 345 }, request);
  const query = { event: '345', state: ['queued' as const, 'sent' as const] };
  const { data } = given(await client.GET('/api/v1/deliveries', { params: { query } }));
  expect(data).toHaveLength(3);
  const one = given(await client.GET('/api/v1/deliveries/{id}', idOf(data[0]!.public_id)));
  expect([one.recipient, one.tries]).toEqual([data[0]!.recipient, []]);
  expect(given(await client.GET('/api/v1/events/{id}/unreached', idOf(345)))).toMatchObject({ people: 3, counts: { queued: 3 } });
});

test('orders: one is paid, one cancelled; what cannot be is a problem with its type', async () => {
  const guest = { eventId: 80, ticketTypeId: 504, name: 'Pia', email: 'pia@example.org' };
  await sql`update ticket_types set price = 12.5, max_per_attendee = null where id = 504`.execute(demo.db);
  const placed = async () => {
    const order = await placeOrder(demo.context, demo.tenant, mina, [guest], request);
    if (order.outcome !== 'pending') throw new Error(order.outcome);
    return order.orderId;
  };
  const [first, second] = [await placed(), await placed()];
  expect(given(await client.POST('/api/v1/orders/{id}/mark-paid', idOf(first))).state).toBe('settled');
  expect(given(await client.POST('/api/v1/orders/{id}/cancel', idOf(second))).state).toBe('cancelled');
  const again = await client.POST('/api/v1/orders/{id}/cancel', idOf(second));
  expectTypeOf(again.error!).toEqualTypeOf<Problem>();
  expect(again.error).toMatchObject({ status: 409, detail: 'The order is cancelled already.' });
  const { data } = given(await client.GET('/api/v1/orders', { params: { query: { state: ['settled'] } } }));
  expect(data.map(({ id }) => id)).toEqual([first]);
  expect(given(await client.GET('/api/v1/orders/{id}', idOf(data[0]!.public_id))).lines).toHaveLength(1);
});

test('seats: more of them, and who waits', async () => {
  await joinWaitlist(demo.context, demo.tenant, 78, { customer: mina, holder: mina, ticketTypeId: null });
  const { data } = given(await client.GET('/api/v1/events/{id}/waitlist', idOf(78)));
  expect(data).toMatchObject([{ email: 'mina@example.org', position: 1 }]);
  const entry = { params: { path: { id: '78', entryId: data[0]!.public_id } } };
  expect((await client.DELETE('/api/v1/events/{id}/waitlist/{entryId}', entry)).response.status).toBe(204);
  expect(given(await client.PATCH('/api/v1/events/{id}/capacity', { ...idOf(78), body: { capacity: 9 } }))).toEqual({
    capacity: 9,
    offered: 0,
  });
  const type = { params: { path: { id: '78', typeId: '502' } }, body: { capacity: 4 } };
  expect(given(await client.PATCH('/api/v1/events/{id}/ticket-types/{typeId}/capacity', type)).capacity).toBe(4);
});

test('webhooks: one is made once however often it is asked for, changed, tested, read, replayed and removed', async () => {
  const body = { name: 'CRM', url: 'https://crm.example.net/hook', topics: ['cancelled' as const] };
  const once = { params: { header: { 'Idempotency-Key': 'a-webhook-for-the-CRM' } }, body };
  const made = given(await client.POST('/api/v1/webhooks', once));
  expect(given(await client.POST('/api/v1/webhooks', once))).toEqual(made);
  const hook = idOf(made.id);
  expect(given(await client.PATCH('/api/v1/webhooks/{id}', { ...hook, body: { name: 'Till' } })).name).toBe('Till');
  expect(given(await client.GET('/api/v1/webhooks/{id}', hook)).name).toBe('Till');
  expect(given(await client.GET('/api/v1/webhooks')).data).toHaveLength(1);
  expect(given(await client.POST('/api/v1/webhooks/{id}/rotate-secret', hook)).secret).not.toBe(made.secret);
  const { delivery_id: message } = given(await client.POST('/api/v1/webhooks/{id}/test', hook));
  expect(given(await client.GET('/api/v1/webhooks/{id}/deliveries', hook)).data).toMatchObject([{ id: message }]);
  const path = { params: { path: { id: made.id, message } } };
  expect(given(await client.GET('/api/v1/webhooks/{id}/deliveries/{message}', path)).tries).toEqual([]);
  // A test told of no change, so nothing came after it.
  const replayed = await client.POST('/api/v1/webhooks/{id}/replay', { ...hook, body: { after: message } });
  expect(replayed.error?.parameters).toMatchObject([{ name: 'after' }]);
  expect((await client.DELETE('/api/v1/webhooks/{id}', hook)).response.status).toBe(204);
});

test('attendees: added, found, corrected, imported and removed', async () => {
  const of = { params: { path: { id: '80' } } };
  const body = { name: 'Noor', email: 'noor@example.org', ticket_type_id: 504 };
  const added = given(await client.POST('/api/v1/events/{id}/attendees', { ...of, body }));
  const one = { params: { path: { id: '80', attendeeId: added.public_id } } };
  expect(given(await client.GET('/api/v1/events/{id}/attendees/{attendeeId}', one)).email).toBe('noor@example.org');
  const corrected = await client.PATCH('/api/v1/events/{id}/attendees/{attendeeId}', { ...one, body: { name: 'Noor A.' } });
  expect(corrected.error).toBeUndefined();
  const rows = { rows: [{ email: 'kenji@example.org', name: 'Kenji', ticket_type: 'nothing' }] };
  const refused = await client.POST('/api/v1/events/{id}/attendees/import', { ...of, body: rows });
  expect(refused.error).toMatchObject({ status: 422 });
  const { data } = given(await client.GET('/api/v1/events/{id}/attendees', { params: { ...of.params, query: { q: 'noor' } } }));
  expect(data).toHaveLength(1);
  expect((await client.DELETE('/api/v1/events/{id}/attendees/{attendeeId}', one)).response.ok).toBe(true);
});

test('the house: its name and settings, its people, its customers, whom it does not mail, and who did what', async () => {
  expect(given(await client.PATCH('/api/v1/tenant', { body: { name: 'Quay House' } })).name).toBe('Quay House');
  expect(given(await client.GET('/api/v1/tenant')).name).toBe('Quay House');
  expect(given(await client.PATCH('/api/v1/settings', { body: { offerHours: 12 } })).data).toEqual(
    given(await client.GET('/api/v1/settings')).data,
  );

  const omar = given(await client.POST('/api/v1/people', { body: { email: 'omar@example.org', name: 'Omar', role: 'front_desk' } }));
  const person = idOf(omar.public_id);
  expect(given(await client.GET('/api/v1/people/{id}', person)).role).toBe('front_desk');
  expect(given(await client.PATCH('/api/v1/people/{id}', { ...person, body: { name: 'Omar B.' } })).name).toBe('Omar B.');
  expect(given(await client.GET('/api/v1/people', { params: { query: { q: 'omar' } } })).data).toHaveLength(1);
  expect((await client.POST('/api/v1/people/{id}/password-reset', person)).response.ok).toBe(true);
  expect((await client.DELETE('/api/v1/people/{id}/two-factor', person)).response.status).toBeLessThan(500);
  expect((await client.DELETE('/api/v1/people/{id}', person)).response.ok).toBe(true);

  const kenji = given(await client.POST('/api/v1/customers', { body: { first_name: 'Kenji', email: 'kenji@example.org' } }));
  const customer = idOf(kenji.public_id);
  expect(given(await client.PATCH('/api/v1/customers/{id}', { ...customer, body: { last_name: 'K.' } })).last_name).toBe('K.');
  expect(given(await client.GET('/api/v1/customers/{id}', customer)).last_name).toBe('K.');
  expect(given(await client.GET('/api/v1/customers', { params: { query: { q: 'kenji' } } })).data).toHaveLength(1);
  expect((await client.POST('/api/v1/customers/{id}/password-reset', idOf(64))).response.ok).toBe(true);

  const jane = { body: { address: 'jane@example.net', reason: 'She asked.' } };
  expect((await client.POST('/api/v1/suppressions', jane)).response.status).toBeLessThan(300);
  expect(given(await client.GET('/api/v1/suppressions')).data).toHaveLength(1);
  const address = { params: { path: { address: 'jane@example.net' } } };
  expect((await client.DELETE('/api/v1/suppressions/{address}', address)).response.status).toBe(204);
  const kept = await client.GET('/api/v1/people-data', { params: { query: { address: 'kenji@example.org' } } });
  expect(kept.response.status).toBe(200);
  expect((await client.POST('/api/v1/erasures', { body: { address: 'kenji@example.org' } })).response.status).toBe(200);
  expect(given(await client.GET('/api/v1/audit')).data.length).toBeGreaterThan(5);
});

test('an installation that does not look at itself says so', async () => {
  expect((await client.GET('/api/v1/doctor')).error).toMatchObject({ status: 404, detail: 'This process does not look at itself.' });
});
