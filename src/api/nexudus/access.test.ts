import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';
import type { TenantSettings } from '../../domain/tenants/settings.ts';

let client: NexudusClient;
/** Mina is a member, Noor a contact. */
let tokens: { nobody: string; mina: string; noor: string };
beforeAll(async () => {
  client = await openNexudus();
  await sql`update customers set is_member = true where id = 64`.execute(client.demo.db);
  tokens = { nobody: 'none', mina: await client.signIn('mina@example.org'), noor: await client.signIn('noor@example.org') };
});
afterAll(() => client.demo.close());

const settings = (given: TenantSettings) =>
  sql`update tenants set settings = ${JSON.stringify(given)}::jsonb where id = 1`.execute(client.demo.db);

const READS = [
  '/api/public/events',
  '/api/public/events/77',
  '/api/public/events/77/product/501',
  '/en/events',
  '/en/bookings/fullCalendarEvents?start=2030-05-01&end=2030-05-02',
];

/** What nobody, the member and the contact are answered. */
const statuses = (path: string) => Promise.all(Object.values(tokens).map(async (token) => (await client.as(token, 'GET', path)).status));

describe('the section of events', () => {
  test.each([
    ['1, everyone', 'everyone', [200, 200, 200]],
    ['2, signed-in', 'signed_in', [401, 200, 200]],
    ['3, members', 'members', [401, 200, 401]],
    ['4, contacts', 'contacts', [401, 401, 200]],
  ] as const)('nexudus §9b §6a: Access.Events %s', async (_level, eventsOpenTo, expected) => {
    await settings({ eventsOpenTo });
    for (const path of READS) expect([path, await statuses(path)]).toEqual([path, expected]);
  });

  test('nexudus §9a §9e §6c: PublicWebSite.Events off is 400 DISABLED for everyone, while holders keep seeing, getting and cancelling their tickets', async () => {
    await settings({ eventsEnabled: false });
    for (const path of READS) {
      const { status, body } = await bytesOf(await client.as(tokens.mina, 'GET', path));
      expect([path, status, JSON.parse(body)]).toEqual([
        path,
        400,
        { WasSuccessful: false, Status: 400, Message: 'DISABLED', Value: null, Errors: [] },
      ]);
    }
    expect((await client.as(tokens.mina, 'GET', '/api/public/events/my')).status).toBe(200);
    expect((await client.as(tokens.mina, 'POST', '/api/public/events/my/9023/sendTicket')).status).toBe(200);
    expect((await client.as(tokens.mina, 'DELETE', '/api/public/events/my/9023')).status).toBe(200);
    await settings({});
  });
});

describe('one event', () => {
  const openTo = (circle: string) => sql`update events set open_to = ${circle} where id = 77`.execute(client.demo.db);

  test.each([
    ['everyone', [200, 200, 200]],
    ['signed_in', [404, 200, 200]],
    ['members', [404, 200, 404]],
    ['contacts', [404, 404, 200]],
  ] as const)('nexudus §11-20: one that is open to %s is a missing one to others, in every list too', async (circle, expected) => {
    await openTo(circle);
    for (const path of READS.slice(1, 3)) expect(await statuses(path)).toEqual(expected);
    const seen = await Promise.all(
      Object.values(tokens).flatMap((token) =>
        ['/api/public/events?_shape=CalendarEvents.Records.Id', '/en/events?_depth=1', READS[4]!].map(async (path) =>
          /"[Ii]d":"?77\b/.test(await (await client.as(token, 'GET', path)).text()),
        ),
      ),
    );
    expect(seen).toEqual(expected.flatMap((status) => Array(3).fill(status === 200)));
  });

  test('nexudus §11-20: the wire says who it is open to', async () => {
    const flags = async (token: string) =>
      (await client.as(token, 'GET', '/api/public/events/77?_shape=Event.OnlyForMembers,Event.OnlyForContacts')).json();
    await openTo('members');
    expect(await flags(tokens.mina)).toEqual({ Event: { OnlyForMembers: true, OnlyForContacts: false } });
    await openTo('contacts');
    expect(await flags(tokens.noor)).toEqual({ Event: { OnlyForMembers: false, OnlyForContacts: true } });
    await openTo('everyone');
    await sql`update ticket_types set open_to = 'members' where id = 501`.execute(client.demo.db);
    const type = await client.request('/api/public/events/77/product/501?_shape=OnlyForMembers,OnlyForContacts');
    expect(await type.json()).toEqual({ OnlyForMembers: true, OnlyForContacts: false });
    expect(client.faults).toEqual([]);
  });
});
