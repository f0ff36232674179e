import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { type Server, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { RECEIVER, onThisMachine, selfSignedCertificate } from '../../../test/harness/certificate.ts';
import { type World, addCalendar, addEvent, addTenant, openWorld, request } from '../../../test/harness/world.ts';
import { meetbitWebhook } from '../../api/meetbit/webhook.ts';
import { standardWebhook } from '../../api/v1/webhooks/standard-webhook.ts';
import { zyntroWebhook } from '../../api/zyntro/webhook.ts';
import type { WebhookTopic } from '../../domain/webhooks/webhook.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import { aboutWebhook, createWebhook } from '../../operations/webhooks/create-webhook.ts';
import { rescheduleEvent } from '../../operations/events/reschedule-event.ts';
import { unseal } from '../../crypto/sealed-text.ts';
import { updateEvent } from '../../operations/events/update-event.ts';
import { updateWebhook } from '../../operations/webhooks/update-webhook.ts';
import type { Resolve } from './resolve-name.ts';
import { createWebhookWorker } from './webhook-worker.ts';

type Received = { headers: Record<string, string | string[] | undefined>; body: string };

let world: World;
let receiver: Server;
let certificate: { key: string; cert: string };
let ca: string;
let url: string;
let received: Received[] = [];
/** Statuses of the next answers; 200 when there are none left. `null`: no answer at all. */
let answers: (number | null)[] = [];

beforeAll(async () => {
  world = await openWorld();
  certificate = selfSignedCertificate();
  ca = certificate.cert;
  receiver = createServer(certificate, (incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      received.push({ headers: incoming.headers, body: Buffer.concat(chunks).toString() });
      const status = answers.length === 0 ? 200 : (answers.shift() ?? null);
      if (status === null) incoming.socket.destroy();
      else response.writeHead(status, status === 302 ? { location: url } : {}).end('never read');
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  url = `https://${RECEIVER}:${(receiver.address() as AddressInfo).port}/hooks?key=1`;
});
beforeEach(async () => {
  await sql`delete from webhooks`.execute(world.db);
  received = [];
  answers = [];
});
afterAll(async () => {
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  await world.close();
});

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function worker(options: { isAllowed?: (address: string) => boolean; ca?: string; drainMs?: number; resolve?: Resolve } = {}) {
  return createWebhookWorker({
    db: world.db,
    clock: world.clock,
    log: silent,
    forms: { meetbit: meetbitWebhook, zyntro: zyntroWebhook, standard: standardWebhook },
    unseal: (sealed, id) => unseal(world.context, sealed, aboutWebhook(id)),
    isAllowed: () => true,
    resolve: onThisMachine,
    ca,
    ...options,
  });
}

async function addHook(given: { topics?: WebhookTopic[]; dialect?: 'meetbit' | 'zyntro'; url?: string } = {}) {
  const done = await createWebhook(world.context, world.tenant, {
    dialect: given.dialect ?? 'meetbit',
    organisationId: given.dialect === 'zyntro' ? '11111111-1111-4111-8111-111111111111' : null,
    name: 'Integration',
    url: given.url ?? url,
    topics: given.topics ?? ['created', 'updated', 'rescheduled', 'cancelled'],
    slugs: null,
    auth: { type: 'none' },
    timeoutSeconds: 10,
    status: 'active',
  });
  if (done.outcome !== 'created') throw new Error(done.outcome);
  return done;
}

const stateOf = async (id: string) =>
  (
    await sql<{
      state: string;
      attempts: number;
      dueAt: Temporal.Instant;
    }>`select state, attempts, due_at from webhook_deliveries where webhook_id = ${id} order by created_at, change_id`.execute(world.db)
  ).rows;

test('meetbit §11b §11c §11d §11e §11j §11l §11n §11a: each change is one POST of type, id and calendar, signed over id.timestamp.body, however many attend', async () => {
  const { secret } = await addHook();
  const event = await addEvent(world);
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  await worker().round();
  expect(
    received.map(({ body }) => JSON.parse(body) as unknown).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))),
  ).toEqual([
    { event: 'events.created', data: { id: event.id, calendar_id: event.calendarId } },
    { event: 'events.deleted', data: { id: event.id, calendar_id: event.calendarId } },
  ]);
  for (const { headers, body } of received) {
    expect(headers['content-type']).toBe('application/json');
    expect(headers['x-webhook-timestamp']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const signed = `${String(headers['x-webhook-id'])}.${String(headers['x-webhook-timestamp'])}.${body}`;
    expect(headers['x-webhook-signature']).toBe(createHmac('sha256', secret).update(signed).digest('hex'));
    expect(headers['x-webhook-signature']).toMatch(/^[0-9a-f]{64}$/);
  }
  expect(new Set(received.map(({ headers }) => headers['x-webhook-id'])).size).toBe(2);
});

test('meetbit §11k §11m §12-26: a move is events.rescheduled, an update that moves is events.updated and nothing more', async () => {
  const event = await addEvent(world);
  await addHook();
  const times = (hours: number) => ({ startsAt: event.startsAt.add({ hours }), endsAt: event.endsAt.add({ hours }) });
  await rescheduleEvent(world.context, world.tenant, { id: event.id }, times(1), request);
  await updateEvent(world.context, world.tenant, { id: event.id }, times(2), request);
  await updateEvent(world.context, world.tenant, { id: event.id }, { title: 'Another' }, request);
  await worker().round();
  expect(received.map(({ body }) => (JSON.parse(body) as { event: string }).event).toSorted()).toEqual([
    'events.rescheduled',
    'events.updated',
    'events.updated',
  ]);
});

test('meetbit §11f §11g §11h §11i §12-24, zyntro §11u §13-7: five tries at 0, 10 s, 60 s, 5 min and 30 min, no redirect followed, the same id and body, a fresh timestamp and signature; then it has failed', async () => {
  const { webhook, secret } = await addHook({ topics: ['created'] });
  answers = [500, 302, null, 404, 503];
  await addEvent(world);
  const start = world.clock.now();
  const tried: number[] = [];
  for (let look = 0; look < 600; look += 1) {
    if ((await worker().round()) > 0) tried.push(world.clock.now().since(start).total('seconds'));
    world.clock.advance({ seconds: 5 });
  }
  expect(tried).toEqual([0, 10, 70, 370, 2170]);
  expect(received).toHaveLength(5);
  expect(new Set(received.map(({ headers }) => headers['x-webhook-id'])).size).toBe(1);
  expect(new Set(received.map(({ body }) => body)).size).toBe(1);
  expect(new Set(received.map(({ headers }) => headers['x-webhook-timestamp'])).size).toBe(5);
  const last = received[4]!;
  expect(last.headers['x-webhook-signature']).toBe(
    createHmac('sha256', secret)
      .update(`${String(last.headers['x-webhook-id'])}.${String(last.headers['x-webhook-timestamp'])}.${last.body}`)
      .digest('hex'),
  );
  expect(await stateOf(webhook.id)).toMatchObject([{ state: 'failed', attempts: 5 }]);
  const told = await sql`select failure_count, last_status from webhooks`.execute(world.db);
  expect(told.rows).toEqual([{ failureCount: 5, lastStatus: 503 }]);
});

test('meetbit §11f: any 2xx is a success, and forgets the failures before it', async () => {
  const { webhook } = await addHook({ topics: ['created'] });
  answers = [500, 204];
  await addEvent(world);
  await worker().round();
  world.clock.advance({ seconds: 10 });
  await worker().round();
  expect(await stateOf(webhook.id)).toMatchObject([{ state: 'delivered', attempts: 2 }]);
  expect((await sql`select failure_count, last_status from webhooks`.execute(world.db)).rows).toEqual([
    { failureCount: 0, lastStatus: 204 },
  ]);
});

test('zyntro §11j §11k §11t §12-30: slug, delivery id, version, time, organisation and data, signed over timestamp.body; a move by update is told, too', async () => {
  const { secret } = await addHook({ dialect: 'zyntro', topics: ['created', 'moved', 'cancelled', 'updated'] });
  const event = await addEvent(world);
  await updateEvent(
    world.context,
    world.tenant,
    { id: event.id },
    { startsAt: event.startsAt.add({ hours: 1 }), endsAt: event.endsAt.add({ hours: 1 }) },
    request,
  );
  await updateEvent(world.context, world.tenant, { id: event.id }, { title: 'Another' }, request);
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  await worker().round();
  const bodies = received.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
  expect(bodies.map((body) => body['event_type']).toSorted()).toEqual([
    'appointment_booked',
    'appointment_cancelled',
    'appointment_rescheduled',
    'appointment_updated',
  ]);
  for (const [index, body] of bodies.entries()) {
    const { headers, body: raw } = received[index]!;
    expect(body).toEqual({
      event_id: headers['x-webhook-id'],
      event_type: body['event_type'],
      api_version: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      org_id: '11111111-1111-4111-8111-111111111111',
      data: expect.objectContaining({ event_id: event.publicId }),
    });
    expect(headers['x-webhook-id']).not.toBe(event.publicId);
    expect(headers['x-webhook-signature']).toBe(
      createHmac('sha256', secret)
        .update(`${String(headers['x-webhook-timestamp'])}.${raw}`)
        .digest('hex'),
    );
  }
});

test('P1: a change that is rolled back is told to nobody, and a repeated one only once', async () => {
  const { webhook } = await addHook();
  const event = await addEvent(world);
  await sql`create function refuse_cancel() returns trigger language plpgsql as 'begin raise exception ''no outbox''; end'`.execute(
    world.db,
  );
  await sql`create trigger refuse_cancel before insert on outbox for each row when (new.purpose = 'event_cancelled') execute function refuse_cancel()`.execute(
    world.db,
  );
  await sql`update deliveries set state = 'sent', leased_by = null, finished_at = due_at, possibly_sent = true where event_id = ${event.id}`.execute(
    world.db,
  );
  await expect(cancelEvent(world.context, world.tenant, { id: event.id }, request)).rejects.toThrow('no outbox');
  await sql`drop trigger refuse_cancel on outbox`.execute(world.db);
  expect(await stateOf(webhook.id)).toHaveLength(1);
  await Promise.all(Array.from({ length: 5 }, () => cancelEvent(world.context, world.tenant, { id: event.id }, request)));
  expect(await stateOf(webhook.id)).toHaveLength(2);
  await Promise.all([worker().round(), worker().round()]);
  expect(received).toHaveLength(2);
});

test('meetbit §11h: what a dead sender held is sent again under the same id once its lease is over', async () => {
  await addHook({ topics: ['created'] });
  await addEvent(world);
  await sql`update webhook_deliveries set state = 'sending', attempts = 1, leased_until = clock_timestamp() + interval '1 hour'`.execute(
    world.db,
  );
  expect(await worker().round()).toBe(0);
  await sql`update webhook_deliveries set leased_until = clock_timestamp() - interval '1 second'`.execute(world.db);
  const [waiting] = (await sql<{ id: string }>`select id from webhook_deliveries`.execute(world.db)).rows;
  expect(await worker().round()).toBe(1);
  expect(received.map(({ headers }) => headers['x-webhook-id'])).toEqual([waiting?.id]);
});

test('meetbit §11a: only an active address is told: a paused one waits until it is active again, what happens while one is disabled is told to nobody', async () => {
  const { webhook } = await addHook({ topics: ['created'] });
  const set = (status: 'active' | 'paused' | 'disabled') => updateWebhook(world.context, world.tenant, { id: webhook.id }, { status });
  const waiting = await addEvent(world);
  for (const status of ['paused', 'disabled'] as const) {
    await set(status);
    expect([await worker().round(), received]).toEqual([0, []]);
  }
  await set('active');
  expect(await worker().round()).toBe(1);
  await set('disabled');
  await addEvent(world);
  await set('active');
  expect(await worker().round()).toBe(0);
  expect(received.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
    { event: 'events.created', data: { id: waiting.id, calendar_id: waiting.calendarId } },
  ]);
});

test('meetbit §11a: an address is told of what it is for and of nothing else', async () => {
  await addHook({ topics: ['cancelled'] });
  const event = await addEvent(world);
  await updateEvent(world.context, world.tenant, { id: event.id }, { title: 'Another' }, request);
  await cancelEvent(world.context, world.tenant, { id: event.id }, request);
  await worker().round();
  expect(received.map(({ body }) => (JSON.parse(body) as { event: string }).event)).toEqual(['events.deleted']);
});

test('zyntro §13-7: no address of this machine or a private network is called, whether written or looked up', async () => {
  const port = new URL(url).port;
  for (const target of [
    url,
    `https://127.0.0.1:${port}/`,
    `https://[::1]:${port}/`,
    `https://[::ffff:127.0.0.1]:${port}/`,
    `https://2130706433:${port}/`,
  ]) {
    const { webhook } = await addHook({ topics: ['created'] });
    // As one from before such addresses were refused.
    await sql`update webhooks set url = ${target} where id = ${webhook.id}`.execute(world.db);
    await addEvent(world);
    const guarded = createWebhookWorker({
      db: world.db,
      clock: world.clock,
      log: silent,
      forms: { meetbit: meetbitWebhook, zyntro: zyntroWebhook, standard: standardWebhook },
      unseal: (sealed, id) => unseal(world.context, sealed, aboutWebhook(id)),
      resolve: onThisMachine,
      ca,
    });
    expect(await guarded.round()).toBe(1);
    const found = await sql<{ lastError: string }>`select last_error from webhook_deliveries where webhook_id = ${webhook.id}`.execute(
      world.db,
    );
    expect([target, found.rows[0]?.lastError]).toEqual([target, 'the target is not on the public internet']);
    await sql`delete from webhooks`.execute(world.db);
  }
  expect(received).toEqual([]);
});

describe('issue 9 A1 to A3: one tenant, receiver or row of somebody else', () => {
  let stuck: Server;
  let stuckUrl: string;
  let hanging: number;
  beforeAll(async () => {
    hanging = 0;
    // It takes everything and never answers.
    stuck = createServer(certificate, () => {
      hanging += 1;
    });
    stuck.listen(0, '127.0.0.1');
    await once(stuck, 'listening');
    stuckUrl = `https://${RECEIVER}:${(stuck.address() as AddressInfo).port}/`;
  });
  afterAll(async () => {
    stuck.closeAllConnections();
    await new Promise((resolve) => stuck.close(resolve));
  });

  /** A second tenant comes when the first does its worst, and its receiver hears of its five events within the usual time. */
  async function anotherTenantIsTold(): Promise<void> {
    const other = { ...world, tenant: await addTenant(world.context, 'Pier Hall'), calendarId: 0 };
    other.calendarId = await addCalendar(world.context, other.tenant);
    const done = await createWebhook(world.context, other.tenant, {
      dialect: 'meetbit',
      organisationId: null,
      name: 'Pier',
      url,
      topics: ['created'],
      slugs: null,
      auth: { type: 'none' },
      timeoutSeconds: 10,
      status: 'active',
    });
    if (done.outcome !== 'created') throw new Error(done.outcome);
    for (let n = 0; n < 5; n += 1) await addEvent(other);
    await vi.waitFor(() => expect(received).toHaveLength(5), 5_000);
  }

  test('receivers that hang keep nobody else’s messages waiting, a tenant with many such has its share, and a stop breaks them off and gives them back', async () => {
    for (let n = 0; n < 12; n += 1) await addHook({ url: stuckUrl });
    await addEvent(world);
    await addEvent(world);
    const at = worker({ drainMs: 10 });
    at.start();
    await vi.waitFor(() => expect(hanging).toBe(6));
    // The second tenant comes when the first does its worst.
    await anotherTenantIsTold();
    expect(hanging).toBe(6);
    await at.stop();
    const kept = await sql<{ state: string; attempts: number }>`
      select state, attempts from webhook_deliveries where tenant_id = ${world.tenant.id} group by state, attempts`.execute(world.db);
    expect(kept.rows).toEqual([{ state: 'queued', attempts: 0 }]);
  });

  test('issue 9 A1: names that are never resolved keep no other tenant’s messages waiting', async () => {
    await sql`delete from webhooks`.execute(world.db);
    for (let n = 0; n < 24; n += 1) await addHook({ url: `https://${RECEIVER}:${10_000 + n}/` });
    await addEvent(world);
    let looking = 0;
    let isKnown = false;
    const resolve: Resolve = (name) => (isKnown ? onThisMachine(name) : (void (looking += 1), new Promise(() => {})));
    const at = worker({ drainMs: 10, resolve });
    at.start();
    await vi.waitFor(() => expect(looking).toBe(6));
    isKnown = true;
    await anotherTenantIsTold();
    expect(looking).toBe(6);
    await at.stop();
  });

  test('a message that says too little, and one in a dialect that only a newer version speaks, fail alone', async () => {
    const { webhook } = await addHook();
    const broken = await addEvent(world);
    await sql`update webhook_deliveries set facts = '{}' where webhook_id = ${webhook.id}`.execute(world.db);
    const { webhook: newer } = await addHook();
    await addEvent(world);
    await sql`alter table webhooks drop constraint if exists webhooks_dialect_check`.execute(world.db);
    await sql`update webhooks set dialect = 'martian' where id = ${newer.id}`.execute(world.db);
    await worker().round();
    expect(received.map(({ body }) => body).some((body) => body.includes(`"id":${broken.id},`))).toBe(false);
    expect(received).toHaveLength(1);
    const states = await sql<{
      state: string;
      lastError: string | null;
    }>`select state, last_error from webhook_deliveries order by created_at, state`.execute(world.db);
    expect(states.rows.map(({ state }) => state).toSorted()).toEqual(['awaiting_retry', 'awaiting_retry', 'delivered']);
  });
});
