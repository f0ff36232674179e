import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v1 } from '../src/api/v1/routes.ts';
import type { Tenant } from '../src/domain/tenants/tenant.ts';
import { publicIdOf } from '../src/domain/public-id.ts';
import { setEventImage } from '../src/operations/events/set-event-image.ts';
import { issueTicket } from '../src/operations/seats/issue-ticket.ts';
import { markOrderPaid } from '../src/operations/orders/mark-order-paid.ts';
import { placeOrder } from '../src/operations/orders/place-order.ts';
import { createTenant } from '../src/operations/tenants/create-tenant.ts';
import { joinWaitlist } from '../src/operations/waitlist/join-waitlist.ts';
import { createWebhook } from '../src/operations/webhooks/create-webhook.ts';
import { testWebhook } from '../src/operations/webhooks/test-webhook.ts';
import { type TestDoor, openDoor } from './harness/door.ts';
import { openEmpty } from './harness/empty.ts';
import { expandAll } from './harness/expand.ts';
import { ONE_PIXEL, type SampleBody, sampleBody } from './harness/sample-body.ts';
import { type World, addCustomer, addEvent, addTicketType, chie, request } from './harness/world.ts';

/*
 * Two houses on one installation. Every operation that our own API describes is asked for the other's things, by every name they have, under either host: a new
 * route is tried by itself, and one with things that this file does not know fails here.
 */

type House = { tenant: Tenant; key: string; host: string; world: World; mark: string };
type Operation = { verb: string; path: string; body: SampleBody | undefined; needs: string[] };

type Described = { security?: object[]; parameters?: { in: string; name: string; required?: boolean }[] };

/** What a query must have. */
const neededBy = ({ parameters = [] }: Described) => parameters.filter((one) => one.in === 'query' && one.required).map(({ name }) => name);

let empty: Awaited<ReturnType<typeof openEmpty>>;
let door: TestDoor;
let ours: House;
let theirs: House;
let operations: Operation[];

beforeAll(async () => {
  empty = await openEmpty();
  door = openDoor(v1, empty, { throttled: false });
  const document = (await (await door.request('/api/v1/openapi.json')).json()) as { paths: Record<string, Record<string, Described>> };
  operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs)
      // What is open to anybody (a token of a mail, a password) is of no house before that is looked at.
      .filter(([, { security }]) => security === undefined || security.length > 0)
      .map(([verb, operation]) => ({ verb: verb.toUpperCase(), path, body: sampleBody(document, operation), needs: neededBy(operation) })),
  );
  [ours, theirs] = [await addHouse('ours'), await addHouse('theirs')];
});
afterAll(() => empty.close());

/** A house with something of everything that has a name in an address. */
async function addHouse(mark: string): Promise<House> {
  const { context } = empty;
  const host = `${mark}.example.org`;
  const password = 'a-password-of-mina';
  const typed = { host, zone: 'Europe/Madrid', locale: 'en', sender: `events@${host}`, adminEmail: `mina@${host}`, password };
  const done = await createTenant(context, { ...typed, name: `House ${mark}` }, request);
  if (done.outcome !== 'created') throw new Error(done.outcome);
  const { tenant, key, calendarId } = done;
  const world: World = { ...empty, tenant, calendarId, wakes: () => 0 };
  const [mina, noor] = [await person('Mina'), await person('Noor')];
  const meeting = await addEvent(world, { title: `Visit ${mark}` });
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 3, title: `Walk ${mark}` });
  for (const { id } of [meeting, event]) await setEventImage(context, tenant, id, 'large', ONE_PIXEL);
  const typeId = await addTicketType(world, event.id);
  await sql`update events set published_at = ${context.clock.now()}, waitlist_enabled = true where id = ${event.id}`.execute(context.db);
  const seat = await issueTicket(context, tenant, { id: event.id }, { ticketTypeId: typeId, customerId: mina.id, holder: mina }, request);
  if (seat.outcome !== 'issued') throw new Error(seat.outcome);
  await sql`update ticket_types set price = 10 where id = ${typeId}`.execute(context.db);
  const tickets = [{ eventId: event.id, ticketTypeId: typeId, name: null, email: null }];
  const orders = [await placeOrder(context, tenant, mina, tickets, request), await placeOrder(context, tenant, noor, tickets, request)];
  const [paid] = orders;
  if (paid?.outcome !== 'pending') throw new Error(paid?.outcome);
  await joinWaitlist(context, tenant, event.id, { customer: noor, holder: noor, ticketTypeId: null });
  await markOrderPaid(context, tenant, paid.orderId, request);
  const webhook = await createWebhook(context, tenant, {
    dialect: 'meetbit',
    organisationId: null,
    name: `CRM ${mark}`,
    url: `https://crm.${host}/`,
    topics: ['cancelled'],
    slugs: null,
    auth: { type: 'none' },
    timeoutSeconds: 10,
    status: 'active',
  });
  if (webhook.outcome !== 'created') throw new Error(webhook.outcome);
  await testWebhook(context, tenant, webhook.webhook.id);
  await sql`insert into suppressions (tenant_id, address, reason, delivery_id, created_at)
    values (${tenant.id}, ${`chie@${host}`}, '550 no such user', 1, ${context.clock.now()})`.execute(context.db);
  if (operations.some(({ path }) => path === '/api/v1/check-ins')) {
    const body = JSON.stringify({ code: seat.ticket.code });
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    await door.request('/api/v1/check-ins', { method: 'POST', headers, body });
  }
  await expandAll(empty.db);
  return { tenant, key, host, world, mark };

  async function person(name: string) {
    return { ...(await addCustomer(world, { name, email: `${name}@${host}`, zone: chie.zone ?? 'UTC' })), isMember: false };
  }
}

/** By the part of an address before its name: the table that its numbers are of, and the noun of its public UUID; null: a column has that. */
const NAMED: Record<string, { table: string; noun: Parameters<typeof publicIdOf>[1] | null; column?: string }> = {
  events: { table: 'events', noun: null },
  calendars: { table: 'calendars', noun: null },
  attendees: { table: 'tickets', noun: 'ticket' },
  tickets: { table: 'tickets', noun: 'ticket' },
  'ticket-types': { table: 'ticket_types', noun: 'ticket_type' },
  waitlist: { table: 'waitlist_entries', noun: 'waitlist_entry' },
  'check-ins': { table: 'check_ins', noun: 'check_in' },
  orders: { table: 'orders', noun: 'order' },
  people: { table: 'users', noun: 'person' },
  customers: { table: 'customers', noun: 'customer' },
  'api-keys': { table: 'api_keys', noun: 'api_key' },
  changes: { table: 'changes', noun: 'change' },
  deliveries: { table: 'deliveries', noun: 'delivery' },
  suppressions: { table: 'suppressions', noun: null, column: 'address' },
  webhooks: { table: 'webhooks', noun: null, column: 'id' },
  'webhooks/deliveries': { table: 'webhook_deliveries', noun: null, column: 'id' },
};

/** The names in an address, each with what it is a name of. */
function namesIn(path: string): { parameter: string; of: string }[] {
  const parts = path.split('/').slice(3);
  return parts.flatMap((part, index) => {
    if (!part.startsWith('{')) return [];
    const of = parts[index - 1] ?? '';
    return [{ parameter: part, of: of === 'deliveries' && parts[0] === 'webhooks' ? 'webhooks/deliveries' : of }];
  });
}

/** Every name that a house's things of a kind have. */
async function namesOf({ tenant }: House, of: string): Promise<string[]> {
  const kind = NAMED[of];
  if (!kind) throw new Error(`this test does not know what "${of}" in an address names: say so in NAMED, and give each house one`);
  const { table, noun, column } = kind;
  const select = column
    ? sql`${sql.ref(column)}::text as name, null as public`
    : sql`id::text as name, ${noun ? sql`null` : sql`public_id::text`} as public`;
  const found = await sql<{ name: string; public: string | null }>`
    select ${select} from ${sql.table(table)} where tenant_id = ${tenant.id} order by 1 limit 2`.execute(empty.db);
  if (found.rows.length === 0) throw new Error(`neither house has ${of}`);
  return found.rows.flatMap(({ name, public: uuid }) => [name, ...(uuid ? [uuid] : noun ? [publicIdOf(tenant, noun, Number(name))] : [])]);
}

async function ask(house: House, { verb, body }: Operation, path: string, host: string): Promise<{ status: number; text: string }> {
  const headers: Record<string, string> = { authorization: `Bearer ${house.key}`, host, ...(body && { 'content-type': body.type }) };
  const response = await door.request(path, { method: verb, headers, ...(body && { body: body.sample }) });
  return { status: response.status, text: await response.text() };
}

/** All rows of a house, whichever tables there are, as one hash for each table. */
async function everythingOf({ tenant }: House): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }>`select table_name::text as name from information_schema.columns
    join information_schema.tables using (table_schema, table_name)
    where table_schema = 'public' and column_name = 'tenant_id' and table_type = 'BASE TABLE'`.execute(empty.db);
  const hashed = await Promise.all(
    tables.rows.map(async ({ name }) => {
      const found = await sql<{ hash: string | null }>`select md5(string_agg(t::text, ' ' order by t::text)) as hash
        from ${sql.table(name)} t where tenant_id = ${tenant.id}`.execute(empty.db);
      return [name, found.rows[0]?.hash ?? ''] as const;
    }),
  );
  return Object.fromEntries(hashed);
}

test('issue 10: no operation of our own API finds anything of another house, by any name, under any host, nor changes it', async () => {
  const wrong: string[] = [];
  // The names are names: to whom they belong each is something.
  for (const operation of operations.filter(({ verb, path }) => verb === 'GET' && namesIn(path).length === 1)) {
    for (const name of await namesOf(theirs, namesIn(operation.path)[0]?.of ?? '')) {
      const { status } = await ask(theirs, operation, operation.path.replace(/\{\w+\}/, encodeURIComponent(name)), theirs.host);
      if (status !== 200) wrong.push(`${operation.path} is ${status} for ${name}, to whom it belongs`);
    }
  }
  const before = await everythingOf(theirs);
  let asked = 0;
  for (const operation of operations.filter(({ path }) => path.includes('{'))) {
    const names = namesIn(operation.path);
    const [mine, others] = await Promise.all([ours, theirs].map((house) => Promise.all(names.map(({ of }) => namesOf(house, of)))));
    if (!mine || !others) throw new Error('no names');
    // All names the other's; and, where there are two, the last alone, inside of something of ours.
    const bases = names.length > 1 ? [others, [...mine.slice(0, -1), ...others.slice(-1)]] : [others];
    for (const base of bases) {
      for (let choice = 0; choice < Math.max(...base.map((list) => list.length)); choice += 1) {
        const path = names.reduce(
          (text, { parameter }, index) =>
            text.replace(parameter, encodeURIComponent(base[index]?.[choice % (base[index]?.length ?? 1)] ?? '')),
          operation.path,
        );
        for (const host of [ours.host, theirs.host]) {
          const { status, text } = await ask(ours, operation, path, host);
          asked += 1;
          if (![401, 403, 404].includes(status)) wrong.push(`${operation.verb} ${path} under ${host}: ${status} ${text.slice(0, 200)}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThan(100);
  expect(await everythingOf(theirs)).toEqual(before);
});

test('issue 10: lists hold nothing of another house, under any host; without a key that counts nothing is answered at all', async () => {
  const lists = operations.filter(({ verb, path }) => verb === 'GET' && !path.includes('{') && !path.endsWith('openapi.json'));
  expect(lists.length).toBeGreaterThan(5);
  for (const operation of lists) {
    for (const host of [ours.host, theirs.host]) {
      const query = new URLSearchParams(operation.needs.map((name) => [name, `Mina@${theirs.host}`])).toString();
      const { status, text } = await ask(ours, operation, `${operation.path}${query && `?${query}`}`, host);
      // What an installation keeps to itself is no list.
      expect([operation.path, 200, 404]).toEqual(expect.arrayContaining([status]));
      expect(text.replaceAll(`Mina@${theirs.host}`, '')).not.toContain(theirs.mark);
    }
  }
  const nobody = { ...ours, key: 'adj_nobody' };
  for (const operation of operations.filter(({ path }) => !path.endsWith('openapi.json'))) {
    const path = operation.path.replaceAll(/\{\w+\}/g, '1');
    expect([operation.path, (await ask(nobody, operation, path, ours.host)).status]).toEqual([operation.path, 401]);
  }
});
