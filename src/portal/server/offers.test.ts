import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { type World, addCustomer, addEvent, addTicketType, openWorld, request } from '../../../test/harness/world.ts';
import { composeEmail } from '../../delivery/email/compose-email.ts';
import type { Event } from '../../domain/events/event.ts';
import { expireOffers } from '../../operations/waitlist/expire-offers.ts';
import { cancelTicket } from '../../operations/seats/cancel-ticket.ts';
import { issueTicket } from '../../operations/seats/issue-ticket.ts';
import { joinWaitlist } from '../../operations/waitlist/join-waitlist.ts';
import type { Buyer } from '../../operations/orders/order-input.ts';
import { rescheduleEvent } from '../../operations/events/reschedule-event.ts';
import { claimDeliveries } from '../../ledger/claim.ts';
import { createNoticeReader } from '../../ledger/notices.ts';
import { portal } from './routes.ts';

const WORKER = '00000000-0000-4000-8000-000000000001';

let world: World;
let pages: TestDoor;
let people: Record<'mina' | 'noor' | 'pia', Buyer>;
let event: Event;
let typeId: number;

beforeAll(async () => {
  world = await openWorld();
  pages = openDoor(portal({ root: '/nowhere', mailbox: false }), world, { last: true, throttled: false });
  const add = async (name: string) => ({
    ...(await addCustomer(world, { name, email: `${name.toLowerCase()}@example.org`, zone: 'Europe/Madrid' })),
    isMember: false,
  });
  people = { mina: await add('Mina'), noor: await add('Noor'), pia: await add('Pia') };
  await sql`insert into workers (id, started_at, alive_until) values (${WORKER}, now(), now() + interval '1 hour')`.execute(world.db);
});
afterAll(() => world.close());

/** A sold-out event of Mina's, for which Noor and Pia wait. */
beforeEach(async () => {
  event = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 2 });
  await sql`update events set published_at = ${world.clock.now()}, waitlist_enabled = true where id = ${event.id}`.execute(world.db);
  typeId = await addTicketType(world, event.id);
  for (let seat = 0; seat < 2; seat += 1) {
    await issueTicket(
      world.context,
      world.tenant,
      { id: event.id },
      { ticketTypeId: typeId, customerId: people.mina.id, holder: people.mina },
      request,
    );
  }
  for (const who of [people.noor, people.pia])
    await joinWaitlist(world.context, world.tenant, event.id, { customer: who, holder: who, ticketTypeId: null });
});

async function giveBack(): Promise<void> {
  const found = await sql<{
    id: number;
  }>`select id from tickets where event_id = ${event.id} and customer_id = ${people.mina.id} and released_revision is null limit 1`.execute(
    world.db,
  );
  await cancelTicket(world.context, world.tenant, people.mina.id, found.rows[0]!.id, request);
}

/** Sends what is queued of the event, and reads the two links out of the text of the latest offer to an address. */
async function linksOf(email: string): Promise<{ take: string; decline: string }> {
  const claimed = (await claimDeliveries(world.db, WORKER, 0, 500, world.clock.now())).filter(({ eventId }) => eventId === event.id);
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, possibly_sent = true where state = 'sending'`.execute(
    world.db,
  );
  const notices = await createNoticeReader(world.db, 'https://events.example.org', world.context.links).read(claimed);
  const offer = notices.findLast((notice) => notice.purpose === 'seat_offered' && notice.recipient.email === email)!;
  const raw = composeEmail(offer).raw.toString().replaceAll('=\r\n', '').replaceAll('=3D', '=');
  expect(raw).not.toContain(event.publicId);
  const [take = '', decline = ''] = new Set(
    [...raw.matchAll(/https:\/\/events\.example\.org(\/l\/[\w.-]+)/g)].map(([, path = '']) => path),
  );
  return { take, decline };
}

const get = (path: string) => pages.request(path);
const post = (path: string) =>
  pages.request(path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: '' });
const said = async (response: Response) => [
  response.status,
  /<h1[^>]*>[^<]*<\/h1>|<p class="kind">([^<]*)/.exec(await response.text())?.[1] ?? '',
];
const ticketsOf = async (who: Buyer) =>
  (
    await sql<{
      n: number;
    }>`select count(*)::int n from tickets where event_id = ${event.id} and customer_id = ${who.id} and released_revision is null`.execute(
      world.db,
    )
  ).rows[0]!.n;
const line = async () =>
  (
    await sql<{ name: string; state: string }>`select name, state from waitlist_entries where event_id = ${event.id} order by id`.execute(
      world.db,
    )
  ).rows.map(({ name, state }) => `${name} ${state}`);

test('P7 P8: the link of an offer asks, its button takes the seat, and twice takes one', async () => {
  await giveBack();
  const { take } = await linksOf('noor@example.org');
  for (let times = 0; times < 3; times += 1) expect(await said(await get(take))).toEqual([200, 'A seat for you']);
  expect([await line(), await ticketsOf(people.noor)]).toEqual([['Noor offered', 'Pia waiting'], 0]);
  await sql`update events set capacity = 20 where id = ${event.id}`.execute(world.db);
  const clicks = await Promise.all([post(take), post(take), post(take)]);
  expect((await Promise.all(clicks.map(said))).map(([, words]) => words)).toContain('The seat is yours');
  expect([await said(await post(take)), await said(await get(take))]).toEqual([
    [200, 'You have taken this seat'],
    [200, 'You have taken this seat'],
  ]);
  expect([await line(), await ticketsOf(people.noor)]).toEqual([['Noor taken', 'Pia waiting'], 1]);
  const acted = await sql<{
    actorKind: string;
    cause: string;
  }>`select actor_kind, cause from changes where event_id = ${event.id} and kind = 'ticket_issued' order by id desc limit 1`.execute(
    world.db,
  );
  expect(acted.rows).toEqual([{ actorKind: 'token', cause: expect.stringMatching(/^link /) }]);
});

test('P8: giving an offer up asks the next in line in the same moment', async () => {
  await giveBack();
  const { take, decline } = await linksOf('noor@example.org');
  expect(await said(await get(decline))).toEqual([200, 'Give up the seat']);
  expect(await said(await post(decline))).toEqual([200, 'You have given up the seat']);
  expect(await line()).toEqual(['Noor declined', 'Pia offered']);
  expect([await said(await post(take)), await ticketsOf(people.noor)]).toEqual([[200, 'You have given up the seat'], 0]);
  expect(await said(await post((await linksOf('pia@example.org')).take))).toEqual([200, 'The seat is yours']);
});

test('what costs money is held until it is paid, and is nobody’s ticket yet', async () => {
  await sql`update ticket_types set price = 12.5 where id = ${typeId}`.execute(world.db);
  await giveBack();
  const { take } = await linksOf('noor@example.org');
  const page = await post(take);
  expect(await page.text()).toContain('It is yours once it is paid for.');
  const held = await sql<{
    state: string;
    total: string;
  }>`select o.state, o.total::text from orders o join order_lines l on l.order_id = o.id where l.event_id = ${event.id}`.execute(world.db);
  expect([held.rows, await ticketsOf(people.noor)]).toEqual([[{ state: 'pending', total: '12.50' }], 0]);
});

test('P4: a link is void once its offer has lapsed or the event was moved; the mail of the move has the new ones', async () => {
  await giveBack();
  const first = await linksOf('noor@example.org');
  world.clock.advance({ minutes: 1 });
  await rescheduleEvent(
    world.context,
    world.tenant,
    { id: event.id },
    { startsAt: event.startsAt.add({ hours: 1 }), endsAt: event.endsAt.add({ hours: 1 }) },
    request,
  );
  expect([(await get(first.take)).status, (await post(first.take)).status]).toEqual([404, 404]);
  const second = await linksOf('noor@example.org');
  expect((await get(second.take)).status).toBe(200);
  world.clock.advance({ hours: 24 });
  expect((await post(second.take)).status).toBe(404);
  await expireOffers(world.context);
  expect([await line(), await ticketsOf(people.noor)]).toEqual([['Noor expired', 'Pia offered'], 0]);
});

test('the token of a place in the line is none for a seat, nor the other way round, and another tenant’s is none', async () => {
  await giveBack();
  await linksOf('noor@example.org');
  const entry = (
    await sql<{ id: number }>`select id from waitlist_entries where event_id = ${event.id} and state = 'offered'`.execute(world.db)
  ).rows[0]!;
  const claims = { tenantId: world.tenant.id, subjectId: entry.id, startsAt: event.startsAt, expiresAt: event.endsAt };
  const to = (changed: object) => `/l/${world.context.links.sign({ action: 'take_seat', ...claims, ...changed })}`;
  for (const changed of [{ action: 'cancel' }, { tenantId: world.tenant.id + 1 }, { subjectId: 999_999 }])
    expect((await post(to(changed))).status).toBe(404);
  expect(await line()).toEqual(['Noor offered', 'Pia waiting']);
  expect((await get(to({}))).status).toBe(200);
});
