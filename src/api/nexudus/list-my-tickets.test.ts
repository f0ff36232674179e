import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, openNexudus } from '../../../test/harness/nexudus.ts';
import { attendeeCode } from '../../domain/seats/ticket.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import { issueTicket } from '../../operations/seats/issue-ticket.ts';

let client: NexudusClient;
let token: string;
beforeAll(async () => {
  client = await openNexudus();
  token = await client.signIn('mina@example.org');
});
afterAll(() => client.demo.close());

type Listing = { Records: Record<string, unknown>[] } & Record<string, unknown>;

async function list(query: string, bearer = token): Promise<Listing> {
  const response = await client.as(bearer, 'GET', `/api/public/events/my?${query}`);
  expect(response.status).toBe(200);
  return (await response.json()) as Listing;
}

const ids = ({ Records }: Listing) => Records.map(({ Id }) => Number(Id));
const inOrder = (numbers: number[]) => numbers.toSorted((one, other) => one - other);

describe('GET /api/public/events/my', () => {
  test('nexudus §7.1a §7.1d §5a §5b §11-17: the envelope is ApiListResult at the top level, to the letter', async () => {
    const { Records, ...envelope } = await list('showUpcoming=true');
    expect(Records).toHaveLength(3);
    expect(Object.entries(envelope)).toEqual([
      ['CurrentPage', 1],
      ['CurrentPageSize', 25],
      ['PageNumber', 1],
      ['PageSize', 25],
      ['CurrentOrderField', 'CreatedOn'],
      ['CurrentSortDirection', 'DESC'],
      ['FirstItem', 1],
      ['LastItem', 3],
      ['TotalItems', 3],
      ['TotalPages', 1],
      ['HasNextPage', false],
      ['HasPreviousPage', false],
    ]);
  });

  test('nexudus §7.1f §10a §11-19: a record is an EventAttendee, local times without suffix in the zone of the location, UTC with Z, whole seconds', async () => {
    const record = (await list('showUpcoming=true')).Records.find(({ Id }) => Id === 9021);
    expect(record).toMatchObject({
      Id: 9021,
      AttendeeCode: expect.stringMatching(/^[A-Z2-9]{8}$/),
      FullName: 'Mina',
      Email: 'mina@example.org',
      CalendarEvent: {
        Id: 77,
        Name: 'Rooftop Breakfast',
        StartDate: '2030-05-01T16:00:00',
        EndDate: '2030-05-01T18:00:00',
        StartDateUtc: '2030-05-01T14:00:00Z',
        EndDateUtc: '2030-05-01T16:00:00Z',
        Location: 'Roof terrace',
        ChepeastPrice: 0,
      },
      EventProduct: { Id: 501, Name: 'Standard', Price: 0, PriceCurrencyCode: 'EUR' },
      EventProductName: 'Standard',
      EventProductPrice: 0,
      Coworker: { Id: 64, FullName: 'Mina', Email: 'mina@example.org' },
      Business: { Id: 1, Name: 'Harbour Loft' },
      CreatedOn: '2030-04-01T12:00:00',
      CreatedOnUtc: '2030-04-01T10:00:00Z',
      UpdatedOn: '2030-04-01T12:00:00',
      UpdatedOnUtc: '2030-04-01T10:00:00Z',
    });
    expect(Object.keys(record ?? {})).toEqual([
      'Id',
      'AttendeeCode',
      'FullName',
      'Email',
      'CalendarEvent',
      'EventProduct',
      'EventProductName',
      'EventProductPrice',
      'Coworker',
      'Business',
      'CreatedOn',
      'CreatedOnUtc',
      'UpdatedOn',
      'UpdatedOnUtc',
    ]);
  });

  test('nexudus §7.1b §11-13: showUpcoming: upcoming means the end is ahead, false and missing mean all, an odd value is refused', async () => {
    expect(inOrder(ids(await list('showUpcoming=true')))).toEqual([9021, 9022, 9023]);
    expect(ids(await list('showUpcoming=1'))).toHaveLength(3);
    for (const all of ['showUpcoming=false', 'showUpcoming=FALSE', '']) {
      expect(inOrder(ids(await list(all)))).toEqual([9021, 9022, 9023, 9024]);
    }
    const odd = await client.as(token, 'GET', '/api/public/events/my?showUpcoming=maybe');
    expect([odd.status, await odd.text()]).toEqual([
      400,
      '{"WasSuccessful":false,"Status":400,"Message":"showUpcoming: must be true or false","Value":null,"Errors":[]}',
    ]);
  });

  test('nexudus §7.1c §11-14: pages are clamped; past the end there is an empty page with true totals', async () => {
    expect(await list('_pageSize=2&_page=2&_orderBy=Id&_sortDirection=asc')).toMatchObject({
      Records: [{ Id: 9023 }, { Id: 9024 }],
      FirstItem: 3,
      LastItem: 4,
      TotalItems: 4,
      TotalPages: 2,
      HasNextPage: false,
      HasPreviousPage: true,
    });
    expect(await list('page=1&size=3&orderBy=Id&dir=asc')).toMatchObject({
      FirstItem: 1,
      LastItem: 3,
      TotalPages: 2,
      HasNextPage: true,
      HasPreviousPage: false,
      CurrentOrderField: 'Id',
      CurrentSortDirection: 'ASC',
    });
    expect(await list('_page=9&top=2')).toMatchObject({
      Records: [],
      CurrentPage: 9,
      PageNumber: 9,
      FirstItem: 0,
      LastItem: 0,
      TotalItems: 4,
      TotalPages: 2,
      HasNextPage: false,
      HasPreviousPage: true,
    });
    expect(await list(`_page=${'9'.repeat(300)}&_pageSize=-1`)).toMatchObject({ Records: [], PageSize: 1, TotalItems: 4 });
    expect(await list('_pageSize=1000')).toMatchObject({ CurrentPageSize: 100 });
  });

  test('nexudus §7.1c §11-15: every field of the whitelist sorts, ties are broken by the number, an unknown field is CreatedOn', async () => {
    for (const field of [
      'Id',
      'AttendeeCode',
      'FullName',
      'Email',
      'EventProductName',
      'EventProductPrice',
      'CreatedOn',
      'CreatedOnUtc',
      'UpdatedOn',
      'UpdatedOnUtc',
      'CalendarEvent.StartDate',
    ]) {
      const up = await list(`_orderBy=${field}&_sortDirection=asc`);
      expect(up).toMatchObject({ CurrentOrderField: field, CurrentSortDirection: 'ASC' });
      expect(ids(await list(`_orderBy=${field}&_sortDirection=desc`))).toEqual(ids(up).toReversed());
    }
    expect(ids(await list('_orderBy=CalendarEvent.StartDate&_sortDirection=asc'))).toEqual([9024, 9021, 9022, 9023]);
    expect(ids(await list("_orderBy=Id'; drop table tickets"))).toEqual([9024, 9023, 9022, 9021]);
  });

  test('nexudus §2c: _shape keeps what it names through arrays', async () => {
    expect(await list('showUpcoming=true&_orderBy=Id&_sortDirection=asc&_shape=TotalItems,Records.Id,Records.CalendarEvent.Name')).toEqual({
      Records: [
        { Id: 9021, CalendarEvent: { Name: 'Rooftop Breakfast' } },
        { Id: 9022, CalendarEvent: { Name: 'Letterpress Workshop' } },
        { Id: 9023, CalendarEvent: { Name: 'Evening Sail' } },
      ],
      TotalItems: 3,
    });
  });

  test("nexudus §11-11 §8.3f: a guest's ticket shows to the buyer, with the holder's name and address", async () => {
    const holder = { name: 'Pia', email: 'pia@example.org', zone: 'Europe/Madrid', zoneSource: 'person' as const, language: 'en' };
    const request = { actor: { kind: 'customer' as const, id: '65' }, cause: 'test', reason: null };
    const { context, tenant } = client.demo;
    const bought = await issueTicket(context, tenant, { id: 80 }, { ticketTypeId: 504, customerId: 65, holder }, request);
    expect(bought.outcome).toBe('issued');
    const { Records } = await list('showUpcoming=true', await client.signIn('noor@example.org'));
    expect(Records.find(({ FullName }) => FullName === 'Pia')).toMatchObject({
      Email: 'pia@example.org',
      Coworker: { Id: 65, FullName: 'Noor' },
    });
    expect(Records.map(({ Id }) => Id)).toContain(9031);
  });

  test('nexudus §7.1b §11-13: a running event is upcoming until the very moment it ends', async () => {
    const { db, clock } = client.demo;
    const at = async (offset: Temporal.DurationLike) => {
      await sql`update events set starts_at = ${clock.now().subtract({ hours: 1 })}, ends_at = ${clock.now().add(offset)} where id = 79`.execute(
        db,
      );
      return ids(await list('showUpcoming=true')).includes(9022);
    };
    expect([await at({ milliseconds: 1 }), await at({ seconds: 0 })]).toEqual([true, false]);
  });

  test('nexudus §11-21: codes are clear capitals and digits, every one of the alphabet, and the database holds each once at a tenant', async () => {
    const { db } = client.demo;
    const { rows } = await sql<{ code: string }>`select code from tickets`.execute(db);
    expect(rows.length).toBeGreaterThan(5);
    expect([rows.filter(({ code }) => !/^[A-HJ-NP-Z2-9]{8}$/.test(code)), new Set(rows.map(({ code }) => code)).size]).toEqual([
      [],
      rows.length,
    ]);
    const written = Array.from({ length: 32 }, (_, index) =>
      attendeeCode(Uint8Array.from({ length: 8 }, (_one, place) => index * 8 + place)),
    ).join('');
    expect([...new Set(written)].toSorted().join('')).toBe('23456789ABCDEFGHJKLMNPQRSTUVWXYZ');
    const twin = sql`update tickets set code = (select code from tickets where id = 9021) where id = 9022`;
    await expect(twin.execute(db)).rejects.toThrow('tickets_code');
  });

  test('nexudus §11-5: tickets of a cancelled event are gone from every list', async () => {
    const { context, tenant } = client.demo;
    const request = { actor: { kind: 'user' as const, id: '1' }, cause: 'test', reason: null };
    expect((await cancelEvent(context, tenant, { id: 80 }, request)).outcome).toBe('cancelled');
    for (const query of ['showUpcoming=true', 'showUpcoming=false']) expect(ids(await list(query))).not.toContain(9023);
    expect((await client.as(token, 'DELETE', '/api/public/events/my/9023')).status).toBe(404);
    expect((await client.as(token, 'POST', '/api/public/events/my/9023/sendTicket')).status).toBe(404);
  });

  test('nexudus §7.1e §2a: nobody sees it without a live token: none, a made-up one, another scheme, an expired one', async () => {
    const { clock } = client.demo;
    const answers = [
      await client.request('/api/public/events/my?showUpcoming=true'),
      await client.as('tok_7f3a', 'GET', '/api/public/events/my'),
      await client.request('/api/public/events/my', { headers: { Authorization: `Basic ${token}` } }),
      await client.request('/api/public/events/my', { headers: { Authorization: token } }),
      await client.as(token, 'GET', `/api/public/events/my?access_token=${token}`, { headers: { Authorization: 'Bearer ' } }),
    ];
    clock.advance({ seconds: 86_400 });
    answers.push(await client.as(token, 'GET', '/api/public/events/my'));
    for (const answer of answers) {
      expect([answer.status, answer.headers.get('www-authenticate'), await answer.json()]).toEqual([
        401,
        'Bearer',
        { Message: expect.any(String) },
      ]);
    }
    expect(client.faults).toEqual([]);
  });
});
