import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Request } from '../../src/domain/notices/change.ts';
import type { Invitee } from '../../src/domain/events/create-event.ts';
import type { UidScope } from '../../src/domain/notices/notice.ts';
import type { Recipient } from '../../src/domain/people/people.ts';
import type { Event } from '../../src/domain/events/event.ts';
import type { Tenant } from '../../src/domain/tenants/tenant.ts';
import type { Context } from '../../src/operations/context.ts';
import { linkSigner } from '../../src/crypto/link-signer.ts';
import { createEvent } from '../../src/operations/events/create-event.ts';
import { type TestClock, testClock } from './clock.ts';
import { type TestDatabase, openTestDatabase } from './database.ts';
import { expandAll } from './expand.ts';

export type World = TestDatabase & { context: Context; clock: TestClock; tenant: Tenant; calendarId: number; wakes: () => number };

export const request: Request = { actor: { kind: 'system', id: 'test' }, cause: 'test', reason: 'The roof leaks' };

/** A database of its own with one tenant, one calendar and a clock that stands still. */
export async function openWorld(start = '2030-03-01T10:00:00Z'): Promise<World> {
  const database = await openTestDatabase();
  const clock = testClock(start);
  let woken = 0;
  const context: Context = {
    db: database.db,
    clock,
    random: { uuid: () => randomUUID(), bytes: (count) => randomBytes(count) },
    sealingKey: new Uint8Array(32),
    links: linkSigner(['the key of the tests']),
    wake: () => {
      woken += 1;
      return expandAll(database.db);
    },
  };
  await sql`insert into installation (created_at) values (${clock.now()}) on conflict do nothing`.execute(database.db);
  const tenant = await addTenant(context, 'Harbour Loft');
  const calendarId = await addCalendar(context, tenant);
  return { ...database, context, clock, tenant, calendarId, wakes: () => woken };
}

/** One more tenant, with nothing in it. */
export async function addTenant(context: Context, name: string): Promise<Tenant> {
  const tenant = { name, zone: 'Europe/Madrid', locale: 'en', senderMailbox: 'events@adjourn.example', currency: 'EUR' };
  const publicId = randomUUID();
  const inserted = await sql<{ id: number }>`
    insert into tenants (public_id, name, zone, locale, sender_mailbox, created_at)
    values (${publicId}, ${name}, ${tenant.zone}, ${tenant.locale}, ${tenant.senderMailbox}, ${context.clock.now()}) returning id`.execute(
    context.db,
  );
  return { ...tenant, publicId, id: inserted.rows[0]?.id ?? 0, demo: false, settings: {} };
}

export async function addCalendar(context: Context, tenant: Tenant): Promise<number> {
  const inserted = await sql<{ id: number }>`
    insert into calendars (tenant_id, public_id, name, zone, created_at)
    values (${tenant.id}, ${randomUUID()}, 'Roof', ${tenant.zone}, ${context.clock.now()}) returning id`.execute(context.db);
  return inserted.rows[0]?.id ?? 0;
}

export const ana: Invitee = { name: 'Ana', email: 'ana@example.com', zone: 'Europe/Madrid', language: 'en', role: 'organizer' };
export const ben: Invitee = { name: 'Ben', email: 'ben@example.com', zone: 'America/New_York', language: 'en', role: 'attendee' };
export const chie: Invitee = { name: 'Chie', email: 'chie@example.com', zone: 'Asia/Tokyo', language: 'en', role: 'attendee' };

/** An event in two days, for an hour, with these people invited. */
export async function addEvent(
  world: World,
  given: { uidScope?: UidScope; invitees?: Invitee[]; capacity?: number | null; title?: string } = {},
): Promise<Event> {
  const startsAt = world.clock.now().add({ hours: 48 });
  const made = await createEvent(
    world.context,
    world.tenant,
    {
      calendar: { id: world.calendarId },
      uidScope: given.uidScope ?? 'event',
      title: given.title ?? 'Site visit',
      description: '',
      location: 'Pier 3',
      zone: null,
      startsAt,
      endsAt: startsAt.add({ hours: 1 }),
      capacity: given.capacity ?? null,
      organizerName: 'Ana',
      replyTo: 'ana@example.com',
      invitees: given.invitees ?? [ana, ben, chie],
    },
    request,
  );
  if (made.outcome !== 'created') throw new Error(`no event: ${made.outcome}`);
  return made.event;
}

export type DeliveryRow = {
  id: number;
  subjectKind: string;
  subjectId: number;
  revision: number;
  purpose: string;
  occurrence: number;
  recipient: string | null;
  sequence: number;
  dtstamp: Temporal.Instant;
  state: string;
  lastReply: string | null;
  toldOutboxId: number | null;
  inReplyTo: string | null;
  messageId: string;
};

/** The ledger of an event, its plans written out, in the order it was written. */
export async function ledgerOf(world: Pick<World, 'db'>, eventId: number): Promise<DeliveryRow[]> {
  const found = await sql<DeliveryRow>`select * from deliveries where event_id = ${eventId} order by id`.execute(world.db);
  return found.rows;
}

/** As if a worker had handed these notices over. */
export async function markSent(world: Pick<World, 'db'>, eventId: number): Promise<void> {
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, possibly_sent = true where event_id = ${eventId} and state = 'queued'`.execute(
    world.db,
  );
}

/** A customer with an account at the tenant. */
export async function addCustomer(
  world: World,
  person: { name: string; email: string; zone: string },
): Promise<Recipient & { id: number }> {
  const inserted = await sql<{ id: number }>`
    insert into customers (tenant_id, full_name, email, zone, language, created_at)
    values (${world.tenant.id}, ${person.name}, ${person.email}, ${person.zone}, 'en', ${world.clock.now()}) returning id`.execute(
    world.db,
  );
  return { ...person, id: inserted.rows[0]?.id ?? 0, zoneSource: 'person', language: 'en' };
}

/** A free ticket type of an event. */
export async function addTicketType(
  world: World,
  eventId: number,
  limits: { capacity?: number; maxPerAttendee?: number } = {},
): Promise<number> {
  const now = world.clock.now();
  const inserted = await sql<{ id: number }>`
    insert into ticket_types (tenant_id, event_id, name, currency, capacity, max_per_attendee, created_at, updated_at)
    values (${world.tenant.id}, ${eventId}, 'Standard', 'EUR', ${limits.capacity ?? null}, ${limits.maxPerAttendee ?? null}, ${now}, ${now})
    returning id`.execute(world.db);
  return inserted.rows[0]?.id ?? 0;
}
