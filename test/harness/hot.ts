import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { LinkSigner } from '../../src/domain/notices/link.ts';
import type { Event } from '../../src/domain/events/event.ts';
import type { Recipient } from '../../src/domain/people/people.ts';
import { type ClaimedDelivery, claimDeliveries, giveBackDeliveries } from '../../src/ledger/claim.ts';
import { listAttempts } from '../../src/ledger/delivery-attempts.ts';
import { expandNext } from '../../src/ledger/expand-next.ts';
import { listHistory } from '../../src/ledger/history.ts';
import { registerWorker, sweepDeadWorkers } from '../../src/ledger/leases.ts';
import { type DeliveryFilter, listDeliveries } from '../../src/ledger/list-deliveries.ts';
import { createNoticeReader } from '../../src/ledger/notices.ts';
import { recordSent, recordUnsent } from '../../src/ledger/record.ts';
import { FIRST_PLACE, findReach } from '../../src/ledger/unreached.ts';
import type { Context } from '../../src/operations/context.ts';
import { cancelEvent } from '../../src/operations/events/cancel-event.ts';
import { createEvent } from '../../src/operations/events/create-event.ts';
import { rescheduleEvent } from '../../src/operations/events/reschedule-event.ts';
import { cancelTicket } from '../../src/operations/seats/cancel-ticket.ts';
import { issueTicket } from '../../src/operations/seats/issue-ticket.ts';
import { sendTicket } from '../../src/operations/seats/send-ticket.ts';
import type { Database } from '../../src/postgres/database.ts';
import { type World, addCustomer, addEvent, addTicketType, ana, ben, chie, request } from './world.ts';

/** A world, and the one connection by which the measured things are asked of it. */
export type Stage = { world: World; probe: Database; context: Context; buyer: Recipient & { id: number }; worker: string };

export async function prepareStage(world: World, probe: Database): Promise<Stage> {
  const buyer = await addCustomer(world, { name: 'Mina', email: 'mina@example.org', zone: 'Europe/Madrid' });
  const worker = randomUUID();
  await registerWorker(world.db, worker, 3_600, world.clock.now());
  // What workers do after a change is measured by itself.
  const context = { ...world.context, db: probe, wake() {} };
  // What is prepared goes by it as well: other connections hand in their count of pages up to a second later, while something is measured.
  return { world: { ...world, db: probe, context: { ...world.context, db: probe } }, probe, context, buyer, worker };
}

/**
 * Something hot: `prepare` makes what it needs, not measured, and gives what is; that says how many rows it was about. It may touch `fixed` pages, and
 * `each` for each row.
 */
export type Hot = { name: string; fixed: number; each: number; prepare(stage: Stage): Promise<() => Promise<number>> };

const made = { templateVersion: 1, tzVersion: 'test' };

async function meeting({ world }: Stage): Promise<Event> {
  return await addEvent(world, { invitees: [ana, ben, chie] });
}

/** A ticketed event with one seat that the buyer holds. */
async function ticketed(stage: Stage): Promise<{ event: Event; ticketTypeId: number; ticketId: number }> {
  const event = await addEvent(stage.world, { uidScope: 'ticket', invitees: [] });
  const ticketTypeId = await addTicketType(stage.world, event.id);
  const seat = { ticketTypeId, customerId: stage.buyer.id, holder: stage.buyer };
  const issued = await issueTicket(stage.world.context, stage.world.tenant, { id: event.id }, seat, request);
  if (issued.outcome !== 'issued') throw new Error(issued.outcome);
  return { event, ticketTypeId, ticketId: issued.ticket.id };
}

/** So many meetings' mails, and no others, are due. */
async function due(stage: Stage, meetings: number): Promise<void> {
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at where state in ('queued', 'sending', 'awaiting_retry')`.execute(
    stage.world.db,
  );
  for (let n = 0; n < meetings; n += 1) await meeting(stage);
  while ((await expandNext(stage.world.db, 1_000, stage.world.clock.now())).expanded.length > 0);
}

async function claimed(stage: Stage, meetings = 20): Promise<ClaimedDelivery[]> {
  await due(stage, meetings);
  return await claimDeliveries(stage.world.db, stage.worker, 0, 1_000, stage.world.clock.now());
}

const resultsOf = (stage: Stage, of: ClaimedDelivery[]) => {
  const now = stage.world.clock.now();
  return of.map(({ tenantId, id, attempts }) => ({
    tenantId,
    id,
    attempt: attempts,
    startedAt: now,
    endedAt: now,
    words: '250 taken',
    sha256: 'abc',
  }));
};

const list = (name: string, filterOf: (event: Event, changeId: number) => DeliveryFilter): Hot => ({
  name,
  fixed: 40,
  each: 10,
  async prepare(stage) {
    const event = await meeting(stage);
    const change = await sql<{ id: number }>`select max(id) as id from changes where event_id = ${event.id}`.execute(stage.world.db);
    const filter = filterOf(event, change.rows[0]!.id);
    return async () => (await listDeliveries(stage.probe, stage.world.tenant.id, filter, null, 51)).length;
  },
});

export const HOT: Hot[] = [
  {
    name: 'create a meeting of three',
    fixed: 200,
    each: 60,
    async prepare({ context, world }) {
      const startsAt = world.clock.now().add({ hours: 48 });
      const event = {
        uidScope: 'event' as const,
        title: 'Site visit',
        description: '',
        location: 'Pier 3',
        zone: null,
        startsAt,
        endsAt: startsAt.add({ hours: 1 }),
      };
      return async () => {
        const more = {
          calendar: { id: world.calendarId },
          capacity: null,
          organizerName: 'Ana',
          replyTo: 'ana@example.com',
          invitees: [ana, ben, chie],
        };
        await createEvent(context, world.tenant, { ...event, ...more }, request);
        return 3;
      };
    },
  },
  {
    name: 'move a meeting of three',
    fixed: 200,
    each: 60,
    async prepare(stage) {
      const { id, startsAt, endsAt } = await meeting(stage);
      const times = { startsAt: startsAt.add({ hours: 1 }), endsAt: endsAt.add({ hours: 1 }) };
      return async () => {
        await rescheduleEvent(stage.context, stage.world.tenant, { id }, times, request);
        return 3;
      };
    },
  },
  {
    name: 'cancel a meeting of three',
    fixed: 200,
    each: 60,
    async prepare(stage) {
      const { id } = await meeting(stage);
      return async () => {
        await cancelEvent(stage.context, stage.world.tenant, { id }, request);
        return 3;
      };
    },
  },
  {
    name: 'mail a ticket again',
    fixed: 200,
    each: 60,
    async prepare(stage) {
      const { ticketId } = await ticketed(stage);
      return async () => {
        await sendTicket(stage.context, stage.world.tenant, stage.buyer, ticketId, request);
        return 1;
      };
    },
  },
  {
    name: 'take a seat',
    fixed: 250,
    each: 60,
    async prepare(stage) {
      const { event, ticketTypeId } = await ticketed(stage);
      return async () => {
        const seat = { ticketTypeId, customerId: stage.buyer.id, holder: stage.buyer };
        await issueTicket(stage.context, stage.world.tenant, { id: event.id }, seat, request);
        return 1;
      };
    },
  },
  {
    name: 'give a seat back',
    fixed: 250,
    each: 60,
    async prepare(stage) {
      const { ticketId } = await ticketed(stage);
      return async () => {
        await cancelTicket(stage.context, stage.world.tenant, stage.buyer.id, ticketId, request);
        return 1;
      };
    },
  },
  {
    name: 'expand twenty plans',
    fixed: 150,
    each: 60,
    async prepare(stage) {
      await due(stage, 0);
      const ids: number[] = [];
      for (let n = 0; n < 20; n += 1) ids.push((await meeting(stage)).id);
      await sql`delete from deliveries where event_id = any(${ids}::bigint[])`.execute(stage.world.db);
      await sql`update outbox set state = 'pending', expanded_at = null, cursor_ticket_id = 0 where event_id = any(${ids}::bigint[])`.execute(
        stage.world.db,
      );
      return async () =>
        (await expandNext(stage.probe, 1_000, stage.world.clock.now())).expanded.reduce((sum, { covered }) => sum + covered, 0);
    },
  },
  {
    name: 'claim',
    fixed: 100,
    each: 60,
    async prepare(stage) {
      await due(stage, 20);
      return async () => (await claimDeliveries(stage.probe, stage.worker, 0, 1_000, stage.world.clock.now())).length;
    },
  },
  {
    name: 'claim where nothing is due',
    fixed: 20,
    each: 0,
    async prepare(stage) {
      await due(stage, 0);
      return async () => (await claimDeliveries(stage.probe, stage.worker, 0, 100, stage.world.clock.now())).length;
    },
  },
  {
    name: 'read what was claimed',
    fixed: 20,
    each: 10,
    async prepare(stage) {
      const taken = await claimed(stage);
      const signer: LinkSigner = stage.context.links;
      return async () => (await createNoticeReader(stage.probe, 'https://events.example.org', signer).read(taken)).length;
    },
  },
  {
    name: 'record what was sent',
    fixed: 50,
    each: 40,
    async prepare(stage) {
      const results = resultsOf(stage, await claimed(stage));
      return async () => {
        await recordSent(
          stage.probe,
          stage.worker,
          results.map((one) => ({ ...one, outcome: 'sent' as const })),
          made,
        );
        return results.length;
      };
    },
  },
  {
    name: 'record what was not sent',
    fixed: 50,
    each: 80,
    async prepare(stage) {
      const results = resultsOf(stage, await claimed(stage));
      const dueAt = stage.world.clock.now().add({ seconds: 7 });
      const deferred = results.map((one) => ({
        ...one,
        outcome: 'deferred' as const,
        state: 'awaiting_retry' as const,
        possiblySent: false,
        dueAt,
      }));
      return async () => {
        await recordUnsent(stage.probe, stage.worker, deferred, made);
        return results.length;
      };
    },
  },
  {
    name: 'give back what was claimed',
    fixed: 50,
    each: 40,
    async prepare(stage) {
      const taken = await claimed(stage);
      return async () => {
        await giveBackDeliveries(stage.probe, stage.worker, taken);
        return taken.length;
      };
    },
  },
  {
    name: 'free what a dead worker held',
    fixed: 50,
    each: 40,
    async prepare(stage) {
      await due(stage, 20);
      const dead = randomUUID();
      await registerWorker(stage.world.db, dead, -1, stage.world.clock.now());
      await claimDeliveries(stage.world.db, dead, 0, 1_000, stage.world.clock.now());
      return async () => (await sweepDeadWorkers(stage.probe, stage.worker, false, stage.world.clock.now())).length;
    },
  },
  {
    name: 'free where nothing is held',
    fixed: 20,
    each: 0,
    async prepare(stage) {
      await due(stage, 0);
      return async () => (await sweepDeadWorkers(stage.probe, stage.worker, false, stage.world.clock.now())).length;
    },
  },
  list('list the newest', () => ({})),
  list('list an event', ({ id: eventId }) => ({ eventId })),
  list('list a change', (_event, changeId) => ({ changeId })),
  list('list what bounced', () => ({ states: ['bounced'] })),
  list('list what waits', ({ id: eventId }) => ({ states: ['queued', 'awaiting_retry'], eventId })),
  {
    name: 'tries of a delivery',
    fixed: 20,
    each: 5,
    async prepare(stage) {
      const [one] = await claimed(stage, 1);
      return async () => (await listAttempts(stage.probe, one!.tenantId, one!.id)).length;
    },
  },
  {
    name: 'who does not know yet',
    fixed: 60,
    each: 20,
    async prepare(stage) {
      const { id } = await meeting(stage);
      return async () => (await findReach(stage.probe, stage.world.tenant.id, id, { after: FIRST_PLACE, limit: 100 })).people;
    },
  },
  {
    name: 'history of an event',
    fixed: 20,
    each: 5,
    async prepare(stage) {
      const { id } = await meeting(stage);
      return async () => (await listHistory(stage.probe, stage.world.tenant.id, id, 50)).length;
    },
  },
];
