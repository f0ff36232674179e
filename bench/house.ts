import { randomBytes, randomUUID } from 'node:crypto';
import { linkSigner } from '../src/crypto/link-signer.ts';
import type { Tenant } from '../src/domain/tenants/tenant.ts';
import type { Context } from '../src/operations/context.ts';
import { cancelEvent } from '../src/operations/events/cancel-event.ts';
import { createEvent } from '../src/operations/events/create-event.ts';
import { findEvent } from '../src/operations/events/find-event.ts';
import { rescheduleEvent } from '../src/operations/events/reschedule-event.ts';
import { issueTicket } from '../src/operations/seats/issue-ticket.ts';
import { createWaker } from '../src/ledger/wakes.ts';
import { openDatabase } from '../src/postgres/database.ts';
import { listTenants } from '../src/storage/tenants/tenants.ts';
import type { Stage } from './stage.ts';

const request = { actor: { kind: 'system' as const, id: 'bench' }, cause: 'bench', reason: null };

/** The operations' own code on a stage's database, for what no door makes yet: crowds, and tickets of many events. */
export type House = {
  /** A meeting with so many attendees; answers its public UUID. */
  crowd(attendees: number): Promise<string>;
  /** Puts a crowd's meeting off by an hour. */
  move(publicId: string): Promise<void>;
  /** Calls it off. */
  cancel(publicId: string): Promise<void>;
  /** So many ticketed events with one ticket each for customer 1 (Mina); answers the tickets' numbers. */
  tickets(count: number): Promise<number[]>;
  close(): Promise<void>;
};

/** Opens them. */
export async function openHouse(stage: Stage): Promise<House> {
  const db = openDatabase(stage.connectionString);
  const waker = createWaker(db);
  const context: Context = {
    db,
    clock: { now: () => Temporal.Now.instant() },
    random: { uuid: () => randomUUID(), bytes: (count) => randomBytes(count) },
    sealingKey: new Uint8Array(32),
    links: linkSigner(['not used here']),
    wake: waker.wake,
  };
  const [tenant] = await listTenants(db);
  if (!tenant) throw new Error('the stage has no tenant');
  const event = (title: string, uidScope: 'event' | 'ticket', attendees: number) => made(context, tenant, title, uidScope, attendees);
  return {
    crowd: async (attendees) => (await event(`Crowd of ${attendees}`, 'event', attendees)).publicId,
    async move(publicId) {
      const found = await findEvent(context, tenant, { publicId });
      if (!found) throw new Error(`no event ${publicId}`);
      const times = { startsAt: found.startsAt.add({ hours: 1 }), endsAt: found.endsAt.add({ hours: 1 }) };
      const moved = await rescheduleEvent(context, tenant, { publicId }, times, request);
      if (moved.outcome !== 'rescheduled') throw new Error(`not moved: ${moved.outcome}`);
    },
    async cancel(publicId) {
      const cancelled = await cancelEvent(context, tenant, { publicId }, request);
      if (cancelled.outcome !== 'cancelled') throw new Error(`not cancelled: ${cancelled.outcome}`);
    },
    async tickets(count) {
      const ids: number[] = [];
      const mina = {
        name: 'Mina',
        email: 'mina@example.org',
        zone: 'Europe/Madrid',
        zoneSource: 'person' as const,
        language: 'en' as const,
      };
      for (let n = 0; n < count; n += 1) {
        const { id } = await event(`Evening ${n}`, 'ticket', 0);
        const taken = await issueTicket(context, tenant, { id }, { ticketTypeId: null, customerId: MINA, holder: mina }, request);
        if (taken.outcome !== 'issued') throw new Error(`no ticket: ${taken.outcome}`);
        ids.push(taken.ticket.id);
      }
      return ids;
    },
    close: () => db.destroy(),
  };
}

// Her number in the demo.
const MINA = 64;
const ZONES = ['Europe/Madrid', 'America/New_York', 'Asia/Tokyo', 'Europe/London'];

async function made(
  context: Context,
  tenant: Tenant,
  title: string,
  uidScope: 'event' | 'ticket',
  attendees: number,
): Promise<{ id: number; publicId: string }> {
  const startsAt = context.clock.now().add({ hours: 24 * 40 });
  const created = await createEvent(
    context,
    tenant,
    {
      calendar: { id: uidScope === 'ticket' ? 11 : 14 },
      uidScope,
      title,
      description: 'About the pier, the roof and the way from one to the other.',
      location: 'Pier 3',
      zone: null,
      startsAt,
      endsAt: startsAt.add({ hours: 1 }),
      capacity: null,
      organizerName: 'Ana',
      replyTo: 'ana@example.com',
      invitees: Array.from({ length: attendees }, (_, n) => ({
        name: 'Ben',
        email: `ben+${n}@example.com`,
        zone: ZONES[n % ZONES.length] ?? null,
        language: 'en' as const,
        role: 'attendee' as const,
      })),
    },
    request,
  );
  if (created.outcome !== 'created') throw new Error(`no event: ${created.outcome}`);
  return created.event;
}
