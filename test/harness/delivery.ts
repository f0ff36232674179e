import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { vi } from 'vitest';
import { TEMPLATE_VERSION, TZ_VERSION, createComposer } from '../../src/delivery/email/compose-email.ts';
import { LEASE_TIMES } from '../../src/delivery/lease.ts';
import type { DeliveryLog } from '../../src/delivery/log.ts';
import { createSmtpTransport } from '../../src/delivery/smtp-transport.ts';
import { type Worker, type WorkerOptions, startWorker } from '../../src/delivery/worker.ts';
import type { Event } from '../../src/domain/events/event.ts';
import { type World, addEvent } from './world.ts';

export type LogLine = { level: string; message: string } & Record<string, unknown>;

/** A log that is kept. */
function keptLog(): { log: DeliveryLog; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: string) => (about: object, message: string) => void lines.push({ ...about, level, message });
  return { log: { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }, lines };
}

/** Leases short enough to lapse within a test. */
export const QUICK_LEASE = { leaseMs: 600, marginMs: 200, heartbeatMs: 100, sweepMs: 50, retryMs: 20 };

export type TestWorker = Worker & { lines: LogLine[] };

/** A worker on a world that sends to an SMTP server, or through the transport given. Stop it before the database closes. */
export function startTestWorker(world: World, smtpUrl: string, given: Partial<WorkerOptions> = {}): TestWorker {
  const { log, lines } = keptLog();
  const concurrency = given.concurrency ?? 5;
  const own = given.transport ? undefined : createSmtpTransport({ url: smtpUrl, connections: concurrency });
  const worker = startWorker({
    db: world.db,
    listenTo: null,
    clock: world.clock,
    random: { uuid: () => randomUUID(), bytes: (count) => randomBytes(count) },
    transport: own ?? given.transport ?? createSmtpTransport({ url: smtpUrl, connections: concurrency }),
    compose: createComposer(),
    composedWith: { templateVersion: TEMPLATE_VERSION, tzVersion: TZ_VERSION },
    log,
    publicUrl: 'https://events.example.org',
    links: world.context.links,
    concurrency,
    soleWorker: false,
    leaseTimes: LEASE_TIMES,
    ...given,
  });
  return {
    ...worker,
    lines,
    async stop() {
      await worker.stop();
      await own?.close();
    },
  };
}

/** Waits for something to become true, looking again and again; the test's own time-out is the bound. */
export async function becomes<Found>(look: () => Promise<Found>, isSo: (found: Found) => boolean, timeout = 18_000): Promise<Found> {
  return await vi.waitFor(
    async () => {
      const found = await look();
      if (!isSo(found)) throw new Error(`not yet: ${JSON.stringify(found)}`);
      return found;
    },
    { interval: 10, timeout },
  );
}

/** How many deliveries of an event stand in which state. */
export async function statesOf(world: Pick<World, 'db'>, eventId: number): Promise<Record<string, number>> {
  const found = await sql<{ state: string; count: number }>`
    select state, count(*) from deliveries where event_id = ${eventId} group by state order by state`.execute(world.db);
  return Object.fromEntries(found.rows.map((row) => [row.state, row.count]));
}

export type AttemptRow = { deliveryId: number; number: number; outcome: string; reply: string | null };

/** All attempts at deliveries of an event, in order. */
export async function attemptsOf(world: Pick<World, 'db'>, eventId: number): Promise<AttemptRow[]> {
  const found = await sql<AttemptRow>`
    select a.delivery_id, a.number, a.outcome, a.reply from delivery_attempts a
    join deliveries d on d.tenant_id = a.tenant_id and d.id = a.delivery_id where d.event_id = ${eventId}
    union all select id, attempts, 'sent', last_reply from deliveries where event_id = ${eventId} and state = 'sent' and started_at is not null
    order by 1, 2`.execute(world.db);
  return found.rows;
}

/** An event with so many guests (guest1@example.org and on), each with a ticket and told of it before. */
export async function addCrowd(world: World, guests: number): Promise<Event> {
  const event = await addEvent(world, { uidScope: 'ticket', invitees: [], title: 'Rooftop Breakfast' });
  const now = world.clock.now();
  const plan = await sql<{ id: number }>`
    insert into outbox (tenant_id, event_id, change_id, revision, purpose, audience, occurrence, method, sequence, dtstamp, facts,
      uid_scope, uid, state, lane, planned, created_at)
    select tenant_id, id, 0, 1, 'ticket', 'joined', 0, 'REQUEST', 0, dtstamp, jsonb_build_object('title', title, 'description', '',
      'location', location, 'startsAt', starts_at, 'endsAt', ends_at, 'zone', zone, 'organizerName', organizer_name,
      'replyTo', reply_to, 'organizerMailbox', organizer_mailbox, 'createdAt', created_at, 'updatedAt', updated_at),
      uid_scope, uid, 'expanded', 1, 0, ${now} from events where id = ${event.id} returning id`.execute(world.db);
  await sql`
    insert into tickets (tenant_id, event_id, name, email, zone, zone_source, language, participation_status, code, uid,
      issued_revision, issued_at, updated_at, told_outbox_id)
    select ${event.tenantId}, ${event.id}, 'Guest ' || n, 'guest' || n || '@example.org',
      (array['Europe/Madrid', 'America/New_York', 'Asia/Tokyo'])[1 + n % 3], 'person', 'en', 'accepted',
      ${event.id} || 'C' || n, gen_random_uuid() || '@adjourn.example', 1, ${now}, ${now}, ${plan.rows[0]?.id ?? 0}
    from generate_series(1, ${guests}) n`.execute(world.db);
  return event;
}
