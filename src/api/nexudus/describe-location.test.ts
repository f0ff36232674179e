import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, openNexudus } from '../../../test/harness/nexudus.ts';
import { addTenant } from '../../../test/harness/world.ts';

let client: NexudusClient;
beforeAll(async () => {
  client = await openNexudus();
});
afterAll(() => client.demo.close());

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await client.request(path, { headers });
  return [response.status, await response.json()];
};

describe('the location', () => {
  test('nexudus §3.4g: businesses/current tells anybody which location a host is', async () => {
    expect(await get('/api/public/businesses/current', { host: 'harbour.spaces.example' })).toEqual([
      200,
      { Id: 1, Name: 'Harbour Loft', WebAddress: 'harbour', Currency: { Code: 'EUR' } },
    ]);
    expect(await get('/api/public/businesses/current?_shape=Name')).toEqual([200, { Name: 'Harbour Loft' }]);
  });

  test('nexudus §3.4g §9a §9b §9c §9d: configuration shows the settings under their documented keys, as the defaults are', async () => {
    expect(await get('/api/public/configuration')).toEqual([
      200,
      {
        Settings: [
          { Name: 'PublicWebSite.Events', Value: 'True' },
          { Name: 'Access.Events', Value: '1' },
          { Name: 'Events.CanCancelTickets', Value: 'True' },
          { Name: 'Calendars.IncludeEventsInCalendar', Value: 'True' },
          { Name: 'Calendars.IncludeEventsInFeed', Value: 'True' },
        ],
      },
    ]);
  });

  test('nexudus §9a §9b §9c §9d: what the operator changed is shown', async () => {
    const changed = { canCancelTickets: false, eventsEnabled: false, eventsInFeed: false };
    for (const [circle, level] of [
      ['signed_in', '2'],
      ['members', '3'],
      ['contacts', '4'],
    ]) {
      await sql`update tenants set settings = settings || ${JSON.stringify({ ...changed, eventsOpenTo: circle })}::jsonb where id = 1`.execute(
        client.demo.db,
      );
      const [, { Settings }] = (await get('/api/public/configuration')) as [number, { Settings: { Name: string; Value: string }[] }];
      expect(Settings.map(({ Value }) => Value)).toEqual(['False', level, 'False', 'True', 'False']);
    }
  });

  test("nexudus §1d: getByHost finds a location by its host or the first label of it, and nobody by another's", async () => {
    const { db, context } = client.demo;
    await sql`update tenants set hosts = '{harbour.spaces.example,loft.example}' where id = 1`.execute(db);
    const other = await addTenant(context, 'Elsewhere');
    await sql`update tenants set hosts = '{elsewhere.spaces.example,loft.example.org}' where id = ${other.id}`.execute(db);
    for (const host of ['harbour', 'HARBOUR', 'harbour.spaces.example', 'harbour.spaces.example:443']) {
      expect(await get(`/api/sys/businesses/getByHost?host=${host}`)).toEqual([200, { Id: 1, WebAddress: 'harbour' }]);
    }
    expect(await get('/api/sys/businesses/getByHost?host=elsewhere')).toEqual([200, { Id: other.id, WebAddress: 'elsewhere' }]);
    // `loft` is the first label of two locations, so it names neither.
    for (const host of ['loft', 'nowhere', 'spaces', '', '%00']) {
      expect(await get(`/api/sys/businesses/getByHost?host=${host}`)).toEqual([404, { Message: 'No location has this host.' }]);
    }
    expect((await client.request('/api/sys/businesses/getByHost')).status).toBe(404);
  });

  test("nexudus §1a: a host that is nobody's has no location, no settings and no events", async () => {
    for (const path of ['/api/public/businesses/current', '/api/public/configuration', '/api/public/events', '/en/events']) {
      expect((await client.request(path, { headers: { host: 'nowhere.example' } })).status).toBe(404);
    }
    expect(client.faults).toEqual([]);
  });
});
