import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SCOPES, type Scope } from '../src/domain/access/scope.ts';
import { publicIdOf } from '../src/domain/public-id.ts';
import type { Credential } from '../src/api/v1/principal.ts';
import { v1 } from '../src/api/v1/routes.ts';
import { cancelEvent } from '../src/operations/events/cancel-event.ts';
import { type TestDemo, openDemo } from './harness/demo.ts';
import { type TestDoor, openDoor } from './harness/door.ts';
import { readV1Document } from './harness/v1-document.ts';
import { addCalendar, request } from './harness/world.ts';

/*
 * Whoever sees to one calendar, in every operation that the description of our own API has and their role may call, with the names of another calendar's
 * things in path and body. A new operation is tried without a line here.
 */

type Operation = { verb: string; path: string; body: Record<string, unknown> | undefined; scope: Scope | undefined };

const document = await readV1Document();
const OPERATIONS: Operation[] = Object.entries(document['paths'] ?? {}).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => {
    const example: unknown = operation['requestBody']?.['content']?.['application/json']?.['example'];
    const scope = (operation['security'] as unknown as { apiKey: Scope[] }[])[0]?.apiKey[0];
    return { verb: verb.toUpperCase(), path, body: example as Operation['body'], scope };
  }),
);

let demo: TestDemo;
/** What another calendar's events have of each thing that a path names, by the word before it: its number and its public UUID. */
let named: Record<string, (number | string)[]>;
beforeAll(async () => {
  demo = await openDemo();
  await cancelEvent(demo.context, demo.tenant, { id: 345 }, request);
  await sql`insert into waitlist_entries (id, tenant_id, event_id, email, zone, zone_source, language, state, joined_at, updated_at)
    values (900, ${demo.tenant.id}, 78, 'kenji@example.org', 'UTC', 'person', 'en', 'waiting', now(), now())`.execute(demo.db);
  const one = async (query: ReturnType<typeof sql<{ id: number; publicId: string }>>) => (await query.execute(demo.db)).rows[0]!;
  const event = await one(sql`select id, public_id from events where id = 78`);
  const calendar = await one(
    sql`select id, public_id from calendars where tenant_id = ${demo.tenant.id} and id = (select calendar_id from events where id = 78)`,
  );
  const numbered = async (noun: Parameters<typeof publicIdOf>[1], query: ReturnType<typeof sql<{ id: number; publicId: string }>>) => {
    const { id } = await one(query);
    return [id, publicIdOf(demo.tenant, noun, id)];
  };
  named = {
    events: [event.id, event.publicId],
    calendars: [calendar.id, calendar.publicId],
    attendees: await numbered('ticket', sql`select id from tickets where event_id = 78 limit 1`),
    'ticket-types': await numbered('ticket_type', sql`select id from ticket_types where event_id = 78 limit 1`),
    waitlist: [900, publicIdOf(demo.tenant, 'waitlist_entry', 900)],
    deliveries: await numbered('delivery', sql`select id from deliveries limit 1`),
    changes: await numbered('change', sql`select id from changes where event_id = 345 order by id desc limit 1`),
  };
});
afterAll(() => demo.close());

/** The path with the demo's own names in it: their numbers, or their UUIDs. */
function addressOf(path: string, which: 0 | 1): string {
  return path.replaceAll(/([\w-]+)\/\{\w+\}/g, (_, noun: string) => `${noun}/${named[noun]?.[which] ?? named[noun]?.[0] ?? '1'}`);
}

/** A body that names the demo's own things wherever it names anything. */
function bodyOf(body: Operation['body']): Operation['body'] {
  if (!body) return undefined;
  const of: Record<string, unknown> = { calendar_id: named['calendars']?.[0], ticket_type_id: named['ticket-types']?.[0] };
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, name in of ? of[name] : value]));
}

async function ask(door: TestDoor, { verb, path, body }: Operation, which: 0 | 1): Promise<{ status: number; text: string }> {
  const given = bodyOf(body);
  const answer = await door.request(addressOf(path, which), {
    method: verb,
    ...(given && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(given) }),
  });
  return { status: answer.status, text: Buffer.from(await answer.arrayBuffer()).toString() };
}

/** All that the demo's tenant has, but for what answers are kept of repeats, in one number for each table. */
async function everything(except: string[] = []): Promise<unknown> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id'
      and table_name <> all(${except}::text[])`.execute(demo.db);
  const sums = await Promise.all(
    tables.rows.map(async ({ name }) => {
      const sum =
        await sql`select md5(string_agg(t::text, ' ' order by t::text)) as sum from ${sql.table(name)} t where tenant_id = ${demo.tenant.id}`.execute(
          demo.db,
        );
      return [name, sum.rows[0]];
    }),
  );
  return Object.fromEntries(sums) as unknown;
}

/** What is the whole house's, whichever events somebody sees to: whom it does not mail, and who did what. */
const OF_THE_HOUSE = ['audit_entries'];

const SOMEBODYS = /@example\.(?:org|com|net)|Rooftop|Letterpress/;
test('issue 10: whoever sees to one calendar neither sees nor changes the events of another', async () => {
  const calendars = [await addCalendar(demo.context, demo.tenant)];
  const scopes = SCOPES.filter((scope) => /^(?:events|attendees|check-ins|notices):/.test(scope));
  const limited: Credential = async () => ({ tenant: demo.tenant, actor: { kind: 'user', id: '1' }, scopes, calendars });
  const door = openDoor((options) => v1(options, [limited]), demo, { throttled: false });
  const before = await everything(OF_THE_HOUSE);
  for (const operation of OPERATIONS.filter(({ scope }) => scope && scopes.includes(scope))) {
    for (const which of operation.path.includes('{') ? ([0, 1] as const) : ([0] as const)) {
      const { status, text } = await ask(door, operation, which);
      const what = `${operation.verb} ${addressOf(operation.path, which)}`;
      expect([what, status < 500, SOMEBODYS.test(text) ? text : '']).toEqual([what, true, '']);
      expect([what, operation.path.includes('{') && status < 300]).toEqual([what, false]);
    }
  }
  expect(await everything(OF_THE_HOUSE)).toEqual(before);
});
