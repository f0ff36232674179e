import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type NexudusClient, bytesOf, openNexudus } from '../../../test/harness/nexudus.ts';
import { ledgerOf } from '../../../test/harness/world.ts';

let client: NexudusClient;
let mina: string;
let noor: string;
beforeAll(async () => {
  client = await openNexudus();
});
beforeEach(async () => {
  const { db } = client.demo;
  await sql`update waitlist_entries set state = 'withdrawn' where state in ('waiting', 'offered')`.execute(db);
  await sql`update tickets set released_revision = issued_revision + 1000, released_at = issued_at where event_id = 80 and released_revision is null`.execute(
    db,
  );
  await sql`update events set capacity = 1, waitlist_enabled = true, open_to = 'everyone' where id = 80`.execute(db);
  await sql`update ticket_types set price = 0, capacity = null, max_per_attendee = null, sale_starts_at = null, sale_ends_at = null, visible = true where id = 504`.execute(
    db,
  );
  mina = await client.signIn('mina@example.org');
  noor = await client.signIn('noor@example.org');
  await buy(mina);
});
afterAll(() => client.demo.close());

const PATH = '/api/public/events/80/joinWaitingList';
const join = (token: string, body?: unknown, path = PATH) =>
  client.as(
    token,
    'POST',
    path,
    body === undefined
      ? {}
      : { body: typeof body === 'string' ? body : JSON.stringify(body), headers: { 'Content-Type': 'application/json' } },
  );
const buy = (token: string) => {
  const basket = { Basket: [{ type: 'event', EventAttendee: { CalendarEventId: 80, EventProductId: 504 } }] };
  return client.as(token, 'POST', '/api/public/checkout/basket/invoice', {
    body: JSON.stringify(basket),
    headers: { 'Content-Type': 'application/json' },
  });
};
const waiting = async () =>
  (
    await sql<{
      email: string;
      name: string;
      state: string;
    }>`select email, name, state from waitlist_entries where event_id = 80 and state in ('waiting', 'offered') order by id`.execute(
      client.demo.db,
    )
  ).rows;

test.each([[undefined], ['{}'], [{ FullName: null, Email: null }], [{ fullName: 'Noor', EMAIL: 'NOOR@example.org' }]])(
  'nexudus §8.1a: %j puts the caller on the list, with an empty 200',
  async (body) => {
    expect(await bytesOf(await join(noor, body))).toEqual({ status: 200, type: null, body: '' });
    expect(await waiting()).toMatchObject([{ email: 'noor@example.org', state: 'waiting' }]);
  },
);

test('nexudus §8.1a: somebody else can be put on the list by name and address', async () => {
  expect((await join(noor, { FullName: 'Pia', Email: 'pia@example.org' })).status).toBe(200);
  expect(await waiting()).toEqual([{ email: 'pia@example.org', name: 'Pia', state: 'waiting' }]);
});

test('nexudus §8.1b: 401 without a session, 404 for every event that the caller does not see', async () => {
  expect((await join('nobody')).status).toBe(401);
  for (const id of ['999999', 'x', '0'])
    expect([id, (await join(noor, {}, `/api/public/events/${id}/joinWaitingList`)).status]).toEqual([id, 404]);
  await sql`update events set open_to = 'members' where id = 80`.execute(client.demo.db);
  expect((await join(noor)).status).toBe(404);
  expect(await waiting()).toEqual([]);
});

test('nexudus §8.1c §8.1e §11-8: no list, already on it or a malformed body are 400 in the vendor’s envelope', async () => {
  await join(noor);
  const refusals = [
    await join(noor),
    await join(noor, { Email: 'not an address' }),
    await join(noor, '{'),
    await join(noor, '[]'),
    await join(noor, { FullName: 5 }),
  ];
  await sql`update events set waitlist_enabled = false where id = 80`.execute(client.demo.db);
  refusals.push(await join(mina));
  for (const response of refusals) {
    expect([response.status, await response.json()]).toEqual([
      400,
      expect.objectContaining({ WasSuccessful: false, Status: 400, Value: null }),
    ]);
  }
  expect(await waiting()).toHaveLength(1);
});

test.each([
  ['seats of a type on sale', sql`update ticket_types set sale_ends_at = null where id = 504`],
  ['seats of a type whose sale has not begun', sql`update ticket_types set sale_starts_at = '2030-04-20T00:00Z' where id = 504`],
  ['seats of a type whose sale is over', sql`update ticket_types set sale_ends_at = '2030-03-01T00:00Z' where id = 504`],
  ['seats and no type that can be seen', sql`update ticket_types set visible = false where id = 504`],
])('nexudus §8.1d §8.1e: an event with free %s is not sold out: 400, and nobody waits', async (_what, assignment) => {
  const { db } = client.demo;
  await sql`update events set capacity = 2 where id = 80`.execute(db);
  await assignment.execute(db);
  const refused = await join(noor);
  expect([refused.status, await refused.json()]).toEqual([
    400,
    expect.objectContaining({ WasSuccessful: false, Message: 'This event is not sold out.' }),
  ]);
  expect(await waiting()).toEqual([]);
  await sql`update events set capacity = 1 where id = 80`.execute(db);
  expect((await join(noor)).status).toBe(200);
});

test('nexudus §8.1d: an event with a seat left but none of its type is sold out', async () => {
  await sql`update events set capacity = 2 where id = 80`.execute(client.demo.db);
  await sql`update ticket_types set capacity = 1 where id = 504`.execute(client.demo.db);
  expect((await join(noor)).status).toBe(200);
});

test('nexudus §6f §6g: what was sent is told back where it is a scalar, and nothing else of it', async () => {
  const attempt = async (body: unknown) => ((await (await join(noor, body)).json()) as { Errors: unknown }).Errors;
  const at = (PropertyName: string, wrong: string, AttemptedValue: unknown) => [
    { AttemptedValue, Message: `${PropertyName}: ${wrong}`, PropertyName },
  ];
  expect(await attempt({ Email: 'noor at example' })).toEqual(at('Email', 'must be an email address', 'noor at example'));
  expect(await attempt({ FullName: 5 })).toEqual(at('FullName', 'must be text', 5));
  expect(await attempt({ FullName: false })).toEqual(at('FullName', 'must be text', false));
  for (const odd of [['Noor'], { first: 'Noor' }]) expect(await attempt({ FullName: odd })).toEqual(at('FullName', 'must be text', null));
  expect(await attempt('[]')).toEqual(at('body', 'must be an object', null));
});

test('nexudus §7.2f §7.2g §8.1a: a cancelled ticket’s seat is held for the first on the list: told by mail, bought by them alone, though sold out to all others', async () => {
  const pia = await client.signIn('pia@example.org').catch(() => null);
  await join(noor);
  const tickets = (await (await client.as(mina, 'GET', '/api/public/events/my?showUpcoming=true')).json()) as {
    Records: { Id: number; CalendarEvent: { Id: number } }[];
  };
  const mine = tickets.Records.find(({ CalendarEvent }) => CalendarEvent.Id === 80);
  expect((await client.as(mina, 'DELETE', `/api/public/events/my/${mine?.Id}`)).status).toBe(200);
  expect(await waiting()).toMatchObject([{ email: 'noor@example.org', state: 'offered' }]);
  expect(
    (await ledgerOf(client.demo, 80)).filter(({ purpose }) => purpose === 'seat_offered').map(({ recipient, state }) => [recipient, state]),
  ).toContainEqual(['noor@example.org', 'queued']);
  const detail = (await (await client.as(mina, 'GET', '/api/public/events/80')).json()) as { Event: { SoldOut: boolean } };
  expect(detail.Event.SoldOut).toBe(true);
  expect((await buy(pia ?? mina)).status).toBe(400);
  expect((await buy(noor)).status).toBe(200);
  expect((await buy(noor)).status).toBe(400);
});
