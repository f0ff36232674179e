import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, openNexudus } from '../../../test/harness/nexudus.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';

let client: NexudusClient;
beforeAll(async () => {
  client = await openNexudus();
});
afterAll(() => client.demo.close());

type EventList = {
  PastEvents: boolean;
  Categories: unknown[];
  Category: unknown;
  CalendarEvents: { Records: Record<string, unknown>[] } & Record<string, unknown>;
};

async function list(query: string): Promise<EventList> {
  const response = await client.request(`/api/public/events?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as EventList;
}

const idsOf = ({ CalendarEvents }: EventList) => CalendarEvents.Records.map(({ Id }) => Id);

describe('GET /api/public/events', () => {
  test('nexudus §4.1a §4.1b §4.1h: anybody sees the published events that are not over, nested in the list, soonest first', async () => {
    const { CalendarEvents, ...around } = await list('pastEvents=false');
    expect(around).toEqual({
      PastEvents: false,
      Categories: [
        { Id: 1, Title: 'Food' },
        { Id: 2, Title: 'Talks' },
      ],
      Category: null,
    });
    const { Records, ...envelope } = CalendarEvents;
    expect(Records.map(({ Id }) => Id)).toEqual([77, 78, 79, 80]);
    expect(envelope).toEqual({
      CurrentPage: 1,
      CurrentPageSize: 25,
      PageNumber: 1,
      PageSize: 25,
      CurrentOrderField: 'StartDate',
      CurrentSortDirection: 'ASC',
      FirstItem: 1,
      LastItem: 4,
      TotalItems: 4,
      TotalPages: 1,
      HasNextPage: false,
      HasPreviousPage: false,
    });
    expect(Records[0]).toMatchObject({ Name: 'Rooftop Breakfast', StartDate: '2030-05-01T16:00:00', EventProducts: [{ Id: 501 }] });
  });

  test('nexudus §4.1b §4.1l: a missing pastEvents is false, true shows what is over, and an odd value is refused', async () => {
    expect(idsOf(await list(''))).toEqual([77, 78, 79, 80]);
    expect(await list('pastEvents=true')).toMatchObject({
      PastEvents: true,
      CalendarEvents: { Records: [{ Id: 76 }], CurrentSortDirection: 'DESC' },
    });
    for (const odd of ['pastEvents=soon', 'featured=2', 'onlyHomePage=', 'categoryId=food', 'categoryId=-1']) {
      expect((await client.request(`/api/public/events?${odd}`)).status).toBe(400);
    }
  });

  test('nexudus §4.1d §4.1e §4.1f §4.1g: filters by category, words, featured and home page', async () => {
    expect(await list('categoryId=2')).toMatchObject({
      Category: { Id: 2, Title: 'Talks' },
      CalendarEvents: { Records: [{ Id: 78 }], TotalItems: 1 },
    });
    expect(await list('categoryId=99')).toMatchObject({ Category: null, CalendarEvents: { Records: [], TotalItems: 0 } });
    expect(idsOf(await list('categoryId='))).toHaveLength(4);
    await sql`update events set description = 'A lighthouse by night', short_description = 'Ink and paper' where id = 79`.execute(
      client.demo.db,
    );
    for (const word of ['LETTERPRESS', 'lighthouse by', 'ink AND'])
      expect([word, idsOf(await list(`search=${word}`)).includes(79)]).toEqual([word, true]);
    expect(idsOf(await list('search=LETTERPRESS'))).toEqual([79]);
    for (const none of ['%25', '_', '%5C', '%00%25', "'"]) expect(idsOf(await list(`search=${none}`))).toEqual([]);
    expect(idsOf(await list('featured=true'))).toEqual([77]);
    expect(idsOf(await list('onlyHomePage=true'))).toEqual([77]);
    expect(idsOf(await list('featured=false&onlyHomePage=false'))).toHaveLength(4);
  });

  test('nexudus §4.1c §5c §11-16 §2c: pages and sorts under every spelling, and _shape picks from it', async () => {
    expect(await list('page=2&top=3')).toMatchObject({
      CalendarEvents: {
        Records: [{ Id: 80 }],
        FirstItem: 4,
        LastItem: 4,
        TotalItems: 4,
        TotalPages: 2,
        HasNextPage: false,
        HasPreviousPage: true,
      },
    });
    expect(await list('_page=5&_pageSize=3')).toMatchObject({ CalendarEvents: { Records: [], FirstItem: 0, LastItem: 0, TotalItems: 4 } });
    expect(await list('orderBy=Name&dir=desc')).toMatchObject({
      CalendarEvents: { CurrentOrderField: 'Name', CurrentSortDirection: 'DESC' },
    });
    expect(idsOf(await list('_orderBy=Name&_sortDirection=asc'))).toEqual([80, 79, 77, 78]);
    for (const field of ['Id', 'StartDateUtc', 'EndDate', 'EndDateUtc', 'PublishDate', 'PublishDateUtc']) {
      expect(idsOf(await list(`_orderBy=${field}&_sortDirection=desc`))).toEqual(
        idsOf(await list(`_orderBy=${field}&_sortDirection=asc`)).toReversed(),
      );
    }
    expect(await list('top=1&_shape=CalendarEvents.Records.Id,CalendarEvents.Records.Name')).toEqual({
      CalendarEvents: { Records: [{ Id: 77, Name: 'Rooftop Breakfast' }] },
    });
  });

  test('nexudus §4.1b §4.1h: cancelled, unpublished and not yet published events and meetings are not listed; one that runs is', async () => {
    const { context, tenant, clock, db } = client.demo;
    await cancelEvent(context, tenant, { id: 77 }, { actor: { kind: 'user', id: '1' }, cause: 'test', reason: null });
    await sql`update events set published_at = null where id = 78`.execute(db);
    await sql`update events set published_at = ${clock.now().add({ seconds: 1 })} where id = 79`.execute(db);
    await sql`update events set starts_at = ${clock.now().subtract({ hours: 1 })}, ends_at = ${clock.now().add({ seconds: 1 })} where id = 80`.execute(
      db,
    );
    expect(idsOf(await list('pastEvents=false'))).toEqual([80]);
    clock.advance({ seconds: 1 });
    expect(idsOf(await list('pastEvents=false'))).toEqual([79]);
    expect(idsOf(await list('pastEvents=true'))).toEqual([80, 76]);
  });

  test('nexudus §4.1c: of 26 events 25 come where top is not sent, the last on page 2', async () => {
    const { db, clock } = client.demo;
    const there = idsOf(await list('')).length;
    await sql`insert into events (tenant_id, public_id, calendar_id, uid_scope, uid, organizer_mailbox, organizer_name, title, zone, starts_at, ends_at,
        dtstamp, published_at, created_at, updated_at)
      select 1, gen_random_uuid(), 11, 'ticket', gen_random_uuid()::text, 'ana@example.com', 'Ana', 'Many', 'UTC', '2031-01-01T10:00Z', '2031-01-01T11:00Z',
        ${clock.now()}, ${clock.now()}, ${clock.now()}, ${clock.now()} from generate_series(1, ${26 - there}::int)`.execute(db);
    const [first, second] = [await list(''), await list('page=2')];
    expect([first, second]).toMatchObject([
      { CalendarEvents: { PageSize: 25, PageNumber: 1, FirstItem: 1, LastItem: 25, TotalItems: 26, TotalPages: 2, HasNextPage: true } },
      { CalendarEvents: { PageNumber: 2, FirstItem: 26, LastItem: 26, HasNextPage: false } },
    ]);
    expect([idsOf(first).length, idsOf(second).length, new Set([...idsOf(first), ...idsOf(second)]).size]).toEqual([25, 1, 26]);
    expect(client.faults).toEqual([]);
  });
});
