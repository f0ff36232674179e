import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { addTenant, request } from '../../../../test/harness/world.ts';
import { cancelEvent } from '../../../operations/events/cancel-event.ts';
import type { Buyer } from '../../../operations/orders/order-input.ts';
import { placeOrder } from '../../../operations/orders/place-order.ts';
import { v1 } from '../routes.ts';

const mina: Buyer = {
  id: 64,
  email: 'mina@example.org',
  name: 'Mina',
  zone: 'Europe/Madrid',
  zoneSource: 'person',
  language: 'en',
  isMember: false,
};
const guest = { eventId: 80, ticketTypeId: 504, name: 'Pia', email: 'pia@example.org' };

let demo: TestDemo;
let door: TestDoor;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
  await sql`update ticket_types set price = 12.5, max_per_attendee = null where id = 504`.execute(demo.db);
  await sql`update tickets set customer_id = null`.execute(demo.db);
});
beforeEach(async () => {
  await sql`update order_lines set held = false where held`.execute(demo.db);
  await sql`update orders set state = 'expired', finished_at = created_at where state = 'pending'`.execute(demo.db);
});
afterAll(() => demo.close());

const call = (method: string, path: string) =>
  door.request(`/api/v1/orders${path}`, { method, headers: { authorization: 'Bearer adj_demo_admin' } });
const read = async <Body>(method: string, path: string) => (await (await call(method, path)).json()) as Body;

/** Mina's order of two tickets at 12.50 each, one of them for Pia, that waits for payment. */
async function pending(): Promise<number> {
  const placed = await placeOrder(demo.context, demo.tenant, mina, [{ ...guest, name: null, email: null }, guest], request);
  if (placed.outcome !== 'pending') throw new Error(placed.outcome);
  return placed.orderId;
}

test('nexudus §11-22: an order that waits is found by its state, read with its lines, and paid: its tickets are issued, by the key that said so', async () => {
  const id = await pending();
  const page = await read<{ data: unknown[] }>('GET', '?state=pending');
  expect(page).toMatchObject({
    data: [
      { id, state: 'pending', customer_id: 64, customer_email: 'mina@example.org', currency: 'EUR', total: '25.00', finished_at: null },
    ],
    next_cursor: null,
  });
  const one = await read('GET', `/${id}`);
  expect(one).toMatchObject({
    ...(page.data[0] as object),
    lines: [
      { number: 1, event_id: 80, ticket_type_id: 504, price: '12.50', holder_name: 'Mina', ticket_id: null },
      { holder_email: 'pia@example.org' },
    ],
  });
  const paid = await read<{ lines: { ticket_id: number }[] }>('POST', `/${id}/mark-paid`);
  expect(paid).toMatchObject({ id, state: 'settled', finished_at: demo.clock.now().toString() });
  const tickets = paid.lines.map((line) => line.ticket_id);
  const changes = await sql<{
    ticketId: number;
  }>`select ticket_id, actor_kind || ' ' || actor_id as actor, cause like 'v1 %' as here from changes where kind = 'ticket_issued' order by id`.execute(
    demo.db,
  );
  expect(changes.rows).toEqual(tickets.map((ticketId) => ({ ticketId, actor: 'key 2', here: true })));
});

test('a repeat of mark-paid says so and issues nothing twice', async () => {
  const id = await pending();
  const first = await read('POST', `/${id}/mark-paid`);
  const again = await call('POST', `/${id}/mark-paid`);
  expect([again.status, again.headers.get('content-type')]).toEqual([409, 'application/problem+json']);
  expect(await again.json()).toMatchObject({ type: 'urn:adjourn:problem:conflict', detail: expect.stringContaining('settled already') });
  expect(await read('GET', `/${id}`)).toEqual(first);
});

test('a cancelled order gives its seats back at once, and can neither be paid nor cancelled again', async () => {
  const id = await pending();
  const held = async () =>
    (await sql<{ held: number }>`select held_seats as held from events where id = 80`.execute(demo.db)).rows[0]?.held;
  expect(await held()).toBe(2);
  expect(await read('POST', `/${id}/cancel`)).toMatchObject({ id, state: 'cancelled' });
  expect(await held()).toBe(0);
  for (const verb of ['mark-paid', 'cancel'])
    expect(await read('POST', `/${id}/${verb}`)).toMatchObject({ status: 409, detail: expect.stringContaining('cancelled') });
});

test.each([
  ['mark-paid', 'was not paid in time', async () => demo.clock.advance({ hours: 24 })],
  ['mark-paid', 'is cancelled', () => cancelEvent(demo.context, demo.tenant, { id: 80 }, request)],
])('%s of an order that %s is a conflict that says so, and changes nothing', async (verb, says, happens) => {
  const id = await pending();
  await happens();
  const before = await read('GET', `/${id}`);
  expect(await read('POST', `/${id}/${verb}`)).toMatchObject({ status: 409, detail: expect.stringContaining(says) });
  expect(await read('GET', `/${id}`)).toEqual(before);
});

test('pages follow each other without a gap or a repeat', async () => {
  const seen: number[] = [];
  for (let path: string | null = '?limit=2'; path !== null;) {
    const page: { data: { id: number }[]; next_cursor: string | null } = await read('GET', path);
    seen.push(...page.data.map(({ id }) => id));
    path = page.next_cursor === null ? null : `?limit=2&cursor=${page.next_cursor}`;
  }
  const all = await sql<{ id: number }>`select id from orders order by id desc`.execute(demo.db);
  expect(seen).toEqual(all.rows.map(({ id }) => id));
  expect(seen.length).toBeGreaterThan(3);
});

test.each([
  ['GET', '?state=lost', 400],
  ['GET', '?cursor=ZDE', 400],
  ['GET', '?color=red', 400],
  ['GET', '/0', 404],
  ['GET', '/999999', 404],
  ['POST', '/999999/mark-paid', 404],
  ['POST', '/999999/cancel', 404],
  ['POST', '/x/cancel', 404],
  ['POST', '', 405],
  ['GET', '/1/mark-paid', 405],
  ['DELETE', '/1/cancel', 405],
])('%s /orders%s is a problem document: %i', async (method, path, status) => {
  const response = await call(method, path);
  expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
});

test("another tenant's orders are missing ones", async () => {
  const [id] = (await sql<{ id: number }>`select id from orders where state = 'settled' limit 1`.execute(demo.db)).rows.map(
    (row) => row.id,
  );
  const stranger = await addTenant(demo.context, 'Elsewhere');
  await sql`update api_keys set tenant_id = ${stranger.id} where door = 'v1'`.execute(demo.db);
  const answers = [await call('GET', `/${id}`), await call('POST', `/${id}/cancel`), await call('POST', `/${id}/mark-paid`)];
  expect([answers.map(({ status }) => status), await read('GET', '')]).toEqual([[404, 404, 404], { data: [], next_cursor: null }]);
  await sql`update api_keys set tenant_id = ${demo.tenant.id} where door = 'v1'`.execute(demo.db);
});
