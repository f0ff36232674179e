import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import { issueTicket } from '../../operations/seats/issue-ticket.ts';

let client: NexudusClient;
let mina: string;
beforeAll(async () => {
  client = await openNexudus();
  mina = await client.signIn('mina@example.org');
});
afterAll(() => client.demo.close());

type Detail = {
  Event: Record<string, unknown> & { EventProducts: Record<string, unknown>[]; Comments: unknown[] };
  RelatedEvents: Record<string, unknown>[];
  Attendees: unknown[];
} & Record<string, unknown>;

async function detail(id: number, query = '', token?: string): Promise<Detail> {
  const path = `/api/public/events/${id}${query}`;
  const response = await (token ? client.as(token, 'GET', path) : client.request(path));
  expect(response.status).toBe(200);
  return (await response.json()) as Detail;
}

const set = (id: number, assignment: ReturnType<typeof sql>) =>
  sql`update events set ${assignment} where id = ${id}`.execute(client.demo.db);

describe('GET /api/public/events/{id}', () => {
  test('nexudus §4.2a §4.2c §4.1i §11-20: shows an event to anybody, with every documented field', async () => {
    const { Event, ...rest } = await detail(77);
    expect(rest).toEqual({ AttendeeCount: 2, Attendees: [], Categories: [{ Id: 1, Title: 'Food' }], RelatedEvents: [], Comment: null });
    const { EventProducts, ChepeastProduct, MostExpensiveProduct, Comments, ...fields } = Event;
    expect(fields).toEqual({
      Id: 77,
      UniqueId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      Name: 'Rooftop Breakfast',
      ShortDescription: 'Breakfast at any hour: coffee, fruit and the view over the harbour.',
      LongDescription: '<p>Breakfast at any hour: coffee, fruit and the view over the harbour.</p>',
      HostFullName: 'Harbour Loft',
      Location: 'Roof terrace',
      VenueAddress: null,
      WebAddress: null,
      FacebookPage: null,
      StartDate: '2030-05-01T16:00:00',
      EndDate: '2030-05-01T18:00:00',
      StartDateUtc: '2030-05-01T14:00:00Z',
      EndDateUtc: '2030-05-01T16:00:00Z',
      MultipleDays: false,
      PublishDate: '2030-04-01T12:00:00',
      PublishDateUtc: '2030-04-01T10:00:00Z',
      HasTickets: true,
      SoldOut: false,
      ChepeastPrice: 0,
      MostExpensivePrice: 0,
      TicketsPage: null,
      HasCustomTicketsPage: false,
      Allocation: 40,
      ShowInHomePage: true,
      HasLargeImage: false,
      Business: { Id: 1, Name: 'Harbour Loft' },
      EnableWaitList: false,
      AllowComments: true,
      EventCategories: [{ Id: 1, Title: 'Food' }],
      ShowEventAttendees: false,
      OnlyForMembers: false,
      OnlyForContacts: false,
    });
    expect(EventProducts).toEqual([
      {
        Id: 501,
        Name: 'Standard',
        Description: '',
        Price: 0,
        PriceCurrencyCode: 'EUR',
        PriceFormatted: '€0.00',
        Currency: { Code: 'EUR', Name: 'Euro' },
        IsAvailableNow: true,
        SoldOut: false,
        TicketsLeft: 38,
        LastFew: false,
        MaxTicketsPerAttendee: null,
        Quantity: 40,
        StartDate: null,
        EndDate: null,
        StartDateFormatted: null,
        EndDateFormatted: null,
        Expired: false,
        Future: false,
        DisplayOrder: 0,
        OnlyForMembers: false,
        OnlyForContacts: false,
        CreatedOn: '2030-04-01T12:00:00',
        CreatedOnUtc: '2030-04-01T10:00:00Z',
        UpdatedOn: '2030-04-01T12:00:00',
        UpdatedOnUtc: '2030-04-01T10:00:00Z',
      },
    ]);
    expect([ChepeastProduct, MostExpensiveProduct]).toEqual([EventProducts[0], EventProducts[0]]);
    expect(Comments).toEqual([
      {
        Id: 1,
        Text: 'The view alone is worth the stairs.',
        Rating: 5,
        Published: true,
        PostedBy: 'Noor',
        CreatedOn: '2030-04-01T12:00:00',
        CreatedOnUtc: '2030-04-01T10:00:00Z',
      },
    ]);
  });

  test('nexudus §2c: _shape picks from it', async () => {
    expect(await detail(77, '?_shape=Event.Name,Event.EventProducts.Price,RelatedEvents')).toEqual({
      Event: { Name: 'Rooftop Breakfast', EventProducts: [{ Price: 0 }] },
      RelatedEvents: [],
    });
  });

  test('nexudus §4.3b: a full event is sold out, whichever of its limits is reached', async () => {
    const full = {
      SoldOut: true,
      EnableWaitList: true,
      EventProducts: [{ SoldOut: true, TicketsLeft: 0, IsAvailableNow: false, LastFew: false }],
    };
    expect((await detail(78)).Event).toMatchObject(full);
    await sql`update ticket_types set capacity = null where id = 502`.execute(client.demo.db);
    expect((await detail(78)).Event).toMatchObject(full);
    await set(78, sql`capacity = null`);
    expect((await detail(78)).Event).toMatchObject({
      SoldOut: false,
      EventProducts: [{ TicketsLeft: null, Quantity: null, IsAvailableNow: true }],
    });
  });

  test('nexudus §4.3a §4.3b §11-21: prices, sale windows and the last few seats are told per ticket type, hidden types not at all', async () => {
    const { db, clock } = client.demo;
    const now = clock.now();
    const type = (
      name: string,
      price: number,
      more: { capacity?: number; from?: Temporal.Instant; until?: Temporal.Instant; visible?: boolean },
    ) =>
      sql`
      insert into ticket_types (tenant_id, event_id, name, price, currency, capacity, sale_starts_at, sale_ends_at, visible, display_order, created_at, updated_at)
      values (1, 79, ${name}, ${price}, 'EUR', ${more.capacity ?? null}, ${more.from ?? null}, ${more.until ?? null}, ${more.visible ?? true}, 1, ${now}, ${now})`.execute(
        db,
      );
    await type('Early', 9.5, { until: now });
    await type('Late', 120, { from: now.add({ hours: 24 }), capacity: 5 });
    await type('Crew', 0, { visible: false });
    const { Event } = await detail(79);
    expect(Event.EventProducts.map(({ Name }) => Name)).toEqual(['Standard', 'Early', 'Late']);
    expect(Event).toMatchObject({ ChepeastPrice: 0, MostExpensivePrice: 120, MostExpensiveProduct: { Name: 'Late' } });
    expect(Event.EventProducts[1]).toMatchObject({
      Price: 9.5,
      PriceFormatted: '€9.50',
      Expired: true,
      Future: false,
      IsAvailableNow: false,
      EndDate: '2030-04-01T12:00:00',
    });
    expect(Event.EventProducts[2]).toMatchObject({
      Expired: false,
      Future: true,
      IsAvailableNow: false,
      LastFew: true,
      TicketsLeft: 5,
      StartDate: '2030-04-02T12:00:00',
      StartDateFormatted: expect.stringMatching(/^Apr 2, 2030, 12:00\sPM$/),
    });
  });

  test('nexudus §4.1i: what somebody typed as description stays text', async () => {
    await set(79, sql`description = ${'Bring <b>ink</b> & "paper"\r\nor\n\n<script>alert(1)</script>'}`);
    expect((await detail(79)).Event['LongDescription']).toBe(
      '<p>Bring &lt;b&gt;ink&lt;/b&gt; &amp; &quot;paper&quot;<br />or</p><p>&lt;script&gt;alert(1)&lt;/script&gt;</p>',
    );
  });

  test('nexudus §4.1k §4.2a: related are public, coming events of the same category, soonest first, and not the event itself', async () => {
    const { db } = client.demo;
    await sql`insert into event_categories select 1, id, 1 from events where id in (76, 78, 79, 80, 345)`.execute(db);
    await set(80, sql`starts_at = starts_at - interval '11 days'`);
    const related = async () => (await detail(77)).RelatedEvents.map(({ Id }) => Id);
    // 76 is over, 345 is a meeting nobody published.
    expect(await related()).toEqual([80, 78, 79]);
    await set(78, sql`published_at = null`);
    expect(await related()).toEqual([80, 79]);
    await set(78, sql`published_at = created_at`);
  });

  test('nexudus §4.2e §11-23 §4.2b: who attends is shown to the signed in alone, and only where the event shows it', async () => {
    expect((await detail(77, '', mina)).Attendees).toEqual([]);
    await set(77, sql`show_attendees = true`);
    expect((await detail(77)).Attendees).toEqual([]);
    expect((await detail(77, '', 'tok_7f3a')).Attendees).toEqual([]);
    expect(await detail(77, '', mina)).toMatchObject({
      AttendeeCount: 2,
      Attendees: [
        { Id: 64, FullName: 'Mina' },
        { Id: 65, FullName: 'Noor' },
      ],
    });
  });

  test('nexudus §4.2b: AttendeeCount counts the tickets sold of every type, and those that are cancelled no more', async () => {
    const { db, context, tenant, clock } = client.demo;
    const added = await sql<{ id: number }>`insert into ticket_types (tenant_id, event_id, name, price, currency, created_at, updated_at)
      values (1, 77, 'Balcony', 0, 'EUR', ${clock.now()}, ${clock.now()}) returning id`.execute(db);
    const holder = { name: 'Mina', email: 'mina@example.org', zone: 'Europe/Madrid', zoneSource: 'person' as const, language: 'en' };
    const request = { actor: { kind: 'customer' as const, id: '64' }, cause: 'test', reason: null };
    const bought = [];
    for (const ticketTypeId of [501, added.rows[0]!.id])
      bought.push(await issueTicket(context, tenant, { id: 77 }, { ticketTypeId, customerId: 64, holder }, request));
    expect(bought).toMatchObject([{ outcome: 'issued' }, { outcome: 'issued' }]);
    expect(await detail(77)).toMatchObject({ AttendeeCount: 4 });
    for (const one of bought)
      expect((await client.as(mina, 'DELETE', `/api/public/events/my/${one.outcome === 'issued' ? one.ticket.id : 0}`)).status).toBe(200);
    expect(await detail(77)).toMatchObject({ AttendeeCount: 2 });
  });

  test('nexudus §4.2c: comments are in the detail only: not in the list, nor among related events, nor in my-events', async () => {
    expect((await detail(77)).Event.Comments).toHaveLength(1);
    const elsewhere = [
      await client.request('/api/public/events'),
      await client.request('/en/events'),
      await client.as(mina, 'GET', '/api/public/events/my'),
    ];
    for (const response of elsewhere) {
      const body = await response.text();
      expect([body.includes('"Rooftop Breakfast"'), body.includes('"Comments"')]).toEqual([true, false]);
    }
    const { RelatedEvents } = await detail(79);
    expect([RelatedEvents.map(({ Id }) => Id), JSON.stringify(RelatedEvents).includes('"Comments"')]).toEqual([
      expect.arrayContaining([77]),
      false,
    ]);
  });

  test('nexudus §4.2c §11-24: comments nobody published are not shown', async () => {
    await sql`update comments set published = false`.execute(client.demo.db);
    expect((await detail(77)).Event.Comments).toEqual([]);
  });

  test('nexudus §4.1i: an event over midnight is of several days, one that ends at midnight is not', async () => {
    const until = (end: string) => set(79, sql`starts_at = '2030-05-01T18:00:00Z', ends_at = ${end}`);
    await until('2030-05-01T22:00:00Z');
    expect((await detail(79)).Event['MultipleDays']).toBe(false);
    await until('2030-05-01T22:00:01Z');
    expect((await detail(79)).Event['MultipleDays']).toBe(true);
  });

  test('nexudus §4.2d §4.1h: unknown, unpublished, not yet published and cancelled events and malformed ids are the same 404 to the byte', async () => {
    const { context, tenant, clock } = client.demo;
    await cancelEvent(context, tenant, { id: 80 }, { actor: { kind: 'user', id: '1' }, cause: 'test', reason: null });
    await set(79, sql`published_at = ${clock.now().add({ seconds: 1 })}`);
    for (const id of ['1', '345', '79', '80', '0', '-77', '77.0', '9007199254740992', 'abc', '7'.repeat(400)]) {
      expect(await bytesOf(await client.request(`/api/public/events/${id}`))).toEqual({
        status: 404,
        type: 'application/json',
        body: '{"Message":"No event with this ID exists."}',
      });
    }
    clock.advance({ seconds: 1 });
    expect((await detail(79)).Event['Id']).toBe(79);
  });
});
