import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type World, addCustomer, addEvent, addTicketType, openWorld, request } from '../../test/harness/world.ts';
import { type Purpose, methodOf } from '../domain/notices/notice.ts';
import { type Knows, WHO_IS_TOLD, toldOf } from '../domain/notices/who-is-told.ts';
import { joinWaitlist } from '../operations/waitlist/join-waitlist.ts';
import { issueTicket } from '../operations/seats/issue-ticket.ts';
import { expandPlans } from './expand-plans.ts';

/* The table of domain/notices/who-is-told.ts against what the ledger does: every purpose, whatever its recipient knows. */

let world: World;
let eventId: number;
let subjects: Record<'seat' | 'place' | 'event', number>;
beforeAll(async () => {
  world = await openWorld();
  const person = async (name: string) => ({
    ...(await addCustomer(world, { name, email: `${name.toLowerCase()}@example.org`, zone: 'Europe/Madrid' })),
    isMember: false,
  });
  const [mina, noor] = [await person('Mina'), await person('Noor')];
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [], capacity: 1 });
  eventId = event.id;
  await sql`update events set published_at = ${world.clock.now()}, waitlist_enabled = true where id = ${eventId}`.execute(world.db);
  const seat = { ticketTypeId: await addTicketType(world, eventId), customerId: mina.id, holder: mina };
  const issued = await issueTicket(world.context, world.tenant, { id: eventId }, seat, request);
  await joinWaitlist(world.context, world.tenant, eventId, { customer: noor, holder: noor, ticketTypeId: null });
  const entry = await sql<{ id: number }>`select id from waitlist_entries where event_id = ${eventId}`.execute(world.db);
  if (issued.outcome !== 'issued') throw new Error(issued.outcome);
  subjects = { seat: issued.ticket.id, place: entry.rows[0]!.id, event: eventId };
});
afterAll(() => world.close());

const PURPOSES = Object.keys(WHO_IS_TOLD) as (keyof typeof WHO_IS_TOLD)[];
const KNOWS: Knows[] = ['nothing', 'this_state', 'another_state', 'on_its_way_this_state', 'perhaps_this_state'];

/** What stands in the ledger of somebody who knows that. */
const STANDS: Record<Exclude<Knows, 'nothing'>, string> = {
  this_state: `'sent', null, true, now()`,
  another_state: `'sent', null, true, now()`,
  on_its_way_this_state: `'sending', gen_random_uuid(), false, null`,
  perhaps_this_state: `'aborted', null, true, now()`,
};

async function plan(purpose: string, revision: number, hours: number, state: 'pending' | 'expanded'): Promise<number> {
  const rule = WHO_IS_TOLD[purpose as keyof typeof WHO_IS_TOLD];
  const made = await sql<{ id: number }>`
    insert into outbox (tenant_id, event_id, change_id, revision, purpose, audience, subject_kind, subject_id, offer_until, recipient, service, method,
      sequence, dtstamp, facts, uid_scope, uid, state, lane, planned, created_at)
    select tenant_id, id, 0, ${revision}, ${purpose}, 'one', ${rule.about}, ${subjects[rule.about]}, ends_at,
      case when ${rule.about === 'event'} then '{"email": "ana@example.com", "name": "Ana", "language": "en"}'::jsonb end,
      case when ${rule.about === 'event'} then '{"verb": "moved", "network": "192.0.2.0/24"}'::jsonb end, ${rule.method}, 0, dtstamp,
      jsonb_build_object('title', title, 'location', location, 'startsAt', starts_at + make_interval(hours => ${hours}),
        'endsAt', ends_at + make_interval(hours => ${hours}), 'organizerMailbox', organizer_mailbox), uid_scope, uid, ${state}, 0, 1, now()
    from events where id = ${eventId} returning id`.execute(world.db);
  return made.rows[0]!.id;
}

let revision = 100;

/** What somebody who knows that hears of a plan of this purpose, as the ledger wrote it. */
async function heard(purpose: (typeof PURPOSES)[number], knows: Knows): Promise<string> {
  const { about } = WHO_IS_TOLD[purpose];
  await sql`delete from deliveries`.execute(world.db);
  revision += 2;
  if (knows !== 'nothing') {
    const before = await plan(
      about === 'place' ? 'seat_offered' : about === 'event' ? purpose : 'ticket',
      revision,
      knows === 'another_state' ? 1 : 0,
      'expanded',
    );
    await expandPlans(await transaction(), [{ tenantId: world.tenant.id, id: before }], 10, world.clock.now());
    await sql`update deliveries set (state, leased_by, possibly_sent, finished_at) = (${sql.raw(STANDS[knows])})`.execute(world.db);
  }
  const made = await plan(purpose, revision + 1, 0, 'pending');
  await expandPlans(await transaction(), [{ tenantId: world.tenant.id, id: made }], 10, world.clock.now());
  const [row, ...more] = (
    await sql<{ purpose: string; state: string; endedBecause: string | null }>`
      select purpose, state, ended_because from deliveries where outbox_id = ${made}`.execute(world.db)
  ).rows;
  expect(more).toEqual([]);
  if (row?.endedBecause) return row.endedBecause;
  expect(row?.state).toBe('queued');
  return row?.purpose === purpose ? 'itself' : row?.purpose === 'ticket' ? 'first' : `${row?.purpose}`;
}

/** Statements one by one stand for a transaction where nothing else runs. */
const transaction = async () => world.db as unknown as Parameters<typeof expandPlans>[0];

test('a purpose travels as the table says', () => {
  const travelling = PURPOSES.filter((purpose) => WHO_IS_TOLD[purpose].method !== null) as Purpose[];
  expect(travelling.map(methodOf)).toEqual(travelling.map((purpose) => WHO_IS_TOLD[purpose].method));
  expect(travelling).toHaveLength(6);
});

test.each(PURPOSES)('P6: who is told of %s is what the table says, whatever they know', async (purpose) => {
  const found: Record<string, string> = {};
  for (const knows of KNOWS) found[knows] = await heard(purpose, knows);
  expect(found).toEqual(Object.fromEntries(KNOWS.map((knows) => [knows, toldOf(purpose, knows)])));
});

test.each(PURPOSES)('P6: nobody is told of %s at an address that is mailed nothing more', async (purpose) => {
  await sql`delete from deliveries`.execute(world.db);
  const { about } = WHO_IS_TOLD[purpose];
  const id = await plan(purpose, (revision += 2), 0, 'pending');
  const told = await plan('ticket', 1, 1, 'expanded');
  const address = { seat: 'mina@example.org', place: 'noor@example.org', event: 'ana@example.com' }[about];
  await sql`insert into suppressions values (${world.tenant.id}, ${address}, '550 5.1.1 no such user', 0, now())`.execute(world.db);
  await sql`insert into deliveries (tenant_id, outbox_id, change_id, event_id, subject_kind, subject_id, revision, purpose, occurrence, recipient, zone, zone_source,
      language, role, participation_status, sequence, dtstamp, message_id, state, lane, due_at, created_at, finished_at)
    values (${world.tenant.id}, ${told}, 0, ${eventId}, ${about}, ${subjects[about]}, 1, 'ticket', 0, ${address}, 'UTC', 'person', 'en', 'attendee', 'accepted', 0,
      now(), ${randomUUID()}, 'sent', 0, now(), now(), now())`.execute(world.db);
  await expandPlans(await transaction(), [{ tenantId: world.tenant.id, id }], 10, world.clock.now());
  const rows = await sql`select state, ended_because, last_reply from deliveries where outbox_id = ${id}`.execute(world.db);
  expect(rows.rows).toEqual([
    { state: 'bounced', endedBecause: 'suppressed', lastReply: 'not sent: this address was refused before (550 5.1.1 no such user)' },
  ]);
  await sql`delete from suppressions`.execute(world.db);
});
