import { type KyselyPlugin, sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { meetbit } from '../src/api/meetbit/routes.ts';
import { nexudus } from '../src/api/nexudus/routes.ts';
import { changeSettings } from '../src/operations/tenants/change-settings.ts';
import { type TestDemo, openDemo } from './harness/demo.ts';
import { type TestDoor, openDoor } from './harness/door.ts';
import { keysOf } from './harness/meetbit.ts';
import { request } from './harness/world.ts';

let demo: TestDemo;
let nexudusDoor: TestDoor;
let meetbitDoor: TestDoor;
let token: string;
/** Statements that were answered since the test began. */
let statements = 0;

beforeAll(async () => {
  demo = await openDemo();
  const counts: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      statements += 1;
      return result;
    },
  };
  const counted = { ...demo, context: { ...demo.context, db: demo.db.withPlugin(counts) } };
  nexudusDoor = openDoor(nexudus, counted, { throttled: false });
  meetbitDoor = openDoor(meetbit, counted, { throttled: false });
  const form = new URLSearchParams({ grant_type: 'password', username: 'mina@example.org', password: 'demo-password' });
  const granted = await nexudusDoor.request('/api/token', { method: 'POST', body: form });
  token = ((await granted.json()) as { access_token: string }).access_token;
});
beforeEach(() => {
  statements = 0;
});
afterAll(() => demo.close());

const nexudusGet = (path: string) => nexudusDoor.request(path, { headers: { authorization: `Bearer ${token}` } });
const READS: Record<string, () => Promise<Response>> = {
  'GET events/my': () => nexudusGet('/api/public/events/my?showUpcoming=true'),
  'GET events': () => nexudusGet('/api/public/events'),
  'GET events/{id}': () => nexudusGet('/api/public/events/77'),
  'MeetBit’s list': () =>
    meetbitDoor.request('/api/public/v2.0/calendars/12/events?from=2030-04-01T00:00:00Z&to=2030-07-01T00:00:00Z', {
      headers: keysOf('MBP-demo'),
    }),
};

describe('issue 8, reads', () => {
  test.each(Object.entries(READS))('%s asks the database twice: who it is, and what it is about', async (_, read) => {
    expect((await read()).status).toBe(200);
    expect(statements).toBe(2);
  });

  test('none of them looks into the ledger, so no notice that waits slows one', async () => {
    await demo.db.transaction().execute(async (tx) => {
      await sql`lock table outbox, deliveries, delivery_attempts, changes in access exclusive mode`.execute(tx);
      for (const read of Object.values(READS)) expect((await read()).status).toBe(200);
    });
  });

  test('what was read before is no older than the database: a seat, a title, a sale that ends', async () => {
    type Shown = { Event: { Name: string; SoldOut: boolean; EventProducts: { TicketsLeft: number; IsAvailableNow: boolean }[] } };
    const show = async () => ((await (await READS['GET events/{id}']!()).json()) as Shown).Event;
    const [before] = (await show()).EventProducts;
    await sql`update ticket_types set held_seats = held_seats + 1, sale_ends_at = ${demo.clock.now().add({ hours: 1 })} where id = 501`.execute(
      demo.db,
    );
    await sql`update events set title = 'Rooftop Brunch' where id = 77`.execute(demo.db);
    const after = await show();
    expect(after.Name).toBe('Rooftop Brunch');
    expect(after.EventProducts[0]).toMatchObject({ IsAvailableNow: true, TicketsLeft: before!.TicketsLeft - 1 });
    demo.clock.advance({ hours: 1 });
    expect((await show()).EventProducts[0]).toMatchObject({ IsAvailableNow: false });
    await sql`update events set title = 'Rooftop Breakfast' where id = 77`.execute(demo.db);
  });

  test('a setting, a key and a person that are taken away are gone with the next request', async () => {
    const statuses = async () => Promise.all(Object.values(READS).map(async (read) => (await read()).status));
    expect(await statuses()).toEqual([200, 200, 200, 200]);
    await changeSettings(demo.context, demo.tenant, { eventsEnabled: 'off' }, request);
    expect(await statuses()).toEqual([200, 400, 400, 200]);
    await changeSettings(demo.context, demo.tenant, { eventsEnabled: null }, request);
    await sql`update access_keys set revoked_at = ${demo.clock.now()} where key_id = 'MBP-demo'`.execute(demo.db);
    await sql`update users set active = false where email = 'mina@example.org'`.execute(demo.db);
    expect(await statuses()).toEqual([401, 200, 200, 401]);
  });

  test('of several tenants each is reached by its hosts alone, and a host that is nobody’s reaches none', async () => {
    await sql`insert into tenants (name, hosts, zone, locale, sender_mailbox, created_at)
      values ('Quay', array['quay.example', 'pier.example'], 'UTC', 'en', 'quay@example.org', now())`.execute(demo.db);
    await sql`update tenants set hosts = array['harbour.example'] where id = ${demo.tenant.id}`.execute(demo.db);
    const nameAt = async (host: string) => {
      const answer = await nexudusDoor.request('/api/public/businesses/current', { headers: { host } });
      return answer.status === 200 ? ((await answer.json()) as { Name: string }).Name : answer.status;
    };
    expect(await nameAt('HARBOUR.example:8080')).toBe('Harbour Loft');
    expect(await nameAt('pier.example')).toBe('Quay');
    expect(await nameAt('nobody.example')).toBe(404);
    await sql`update tenants set hosts = array['quay.example'] where name = 'Quay'`.execute(demo.db);
    expect(await nameAt('pier.example')).toBe(404);
    expect(await nameAt('quay.example')).toBe('Quay');
  });
});
