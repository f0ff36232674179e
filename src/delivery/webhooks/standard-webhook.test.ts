import { once } from 'node:events';
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type World, addEvent, openWorld, request } from '../../../test/harness/world.ts';
import { meetbitWebhook } from '../../api/meetbit/webhook.ts';
import { standardWebhook } from '../../api/v1/webhooks/standard-webhook.ts';
import { zyntroWebhook } from '../../api/zyntro/webhook.ts';
import { unseal } from '../../crypto/sealed-text.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import { aboutWebhook, createWebhook } from '../../operations/webhooks/create-webhook.ts';
import { updateWebhook } from '../../operations/webhooks/update-webhook.ts';
import { createWebhookWorker } from './webhook-worker.ts';

/* Webhooks of our own form, to a receiver on this machine, as somebody who tries the demo has one. */

let world: World;
let tenant: Tenant;
let receiver: Server;
let url: string;
let status = 200;
let received: { headers: IncomingHttpHeaders; body: string }[] = [];
beforeAll(async () => {
  // The library compares timestamps with the time of day.
  world = await openWorld(String(Temporal.Now.instant()));
  await sql`update tenants set demo = true`.execute(world.db);
  tenant = { ...world.tenant, demo: true };
  receiver = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      received.push({ headers: incoming.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status).end();
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  url = `http://localhost:${(receiver.address() as AddressInfo).port}/hook`;
});
beforeEach(async () => {
  await sql`delete from webhooks`.execute(world.db);
  [received, status] = [[], 200];
});
afterAll(async () => {
  receiver.closeAllConnections();
  receiver.close();
  await world.close();
});

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const worker = (demoHere: boolean) =>
  createWebhookWorker({
    db: world.db,
    clock: world.clock,
    log: silent,
    forms: { meetbit: meetbitWebhook, zyntro: zyntroWebhook, standard: standardWebhook },
    unseal: (sealed, id) => unseal(world.context, sealed, aboutWebhook(id)),
    demoHere,
  });

const wanted = {
  dialect: 'standard' as const,
  organisationId: null,
  name: 'CRM',
  topics: ['cancelled' as const],
  slugs: null,
  auth: { type: 'none' as const },
  timeoutSeconds: 10,
  status: 'active' as const,
};

async function addHook() {
  const done = await createWebhook(world.context, tenant, { ...wanted, url });
  if (done.outcome !== 'created') throw new Error(done.outcome);
  return done;
}

async function cancelOne(): Promise<number> {
  const { id } = await addEvent(world);
  await cancelEvent(world.context, world.tenant, { id }, request);
  return id;
}

test('issue 10: a message of our own form is verified by the library of Standard Webhooks, and by nobody with another secret', async () => {
  const { secret, webhook } = await addHook();
  const eventId = await cancelOne();
  expect(await worker(true).round()).toBe(1);
  const [{ headers, body } = { headers: {}, body: '' }] = received;
  const signed = {
    'webhook-id': headers['webhook-id'],
    'webhook-timestamp': headers['webhook-timestamp'],
    'webhook-signature': headers['webhook-signature'],
  };
  expect(new Webhook(secret).verify(body, signed as Record<string, string>)).toMatchObject({
    type: 'event.cancelled',
    timestamp: expect.stringMatching(/Z$/),
    data: { event_id: eventId, title: 'Site visit', status: 'cancelled', topics: ['cancelled'] },
  });
  expect(headers['x-webhook-signature']).toBeUndefined();
  const rotated = await updateWebhook(world.context, tenant, { id: webhook.id }, { newSecret: true });
  const other = new Webhook(rotated.outcome === 'updated' ? (rotated.secret ?? '') : '');
  expect(() => other.verify(body, signed as Record<string, string>)).toThrow('No matching signature found');
});

test('issue 10: a message of our own form has ten tries, the last after three days', async () => {
  const { webhook } = await addHook();
  status = 500;
  await cancelOne();
  const began = world.clock.now();
  const hooks = worker(true);
  for (;;) {
    await hooks.round();
    const row = await sql<{
      state: string;
      dueAt: Temporal.Instant;
    }>`select state, due_at from webhook_deliveries where webhook_id = ${webhook.id}`.execute(world.db);
    if (row.rows[0]?.state === 'failed') break;
    world.clock.advance(world.clock.now().until(row.rows[0]!.dueAt));
  }
  expect(received).toHaveLength(10);
  expect(began.until(world.clock.now()).total('hours')).toBeGreaterThanOrEqual(72);
});

test('issue 10: this machine is called for the demo alone, and where it runs for this machine alone', async () => {
  const refused = await createWebhook(world.context, { ...tenant, demo: false }, { ...wanted, url });
  expect(refused).toEqual({ outcome: 'invalid_url', fault: 'must begin with https://' });
  const ofMeetbit = await createWebhook(world.context, tenant, { ...wanted, url, dialect: 'meetbit' });
  expect(ofMeetbit).toEqual(refused);
  const { webhook } = await addHook();
  await cancelOne();
  await worker(false).round();
  const lastError = async () =>
    (await sql<{ lastError: string | null }>`select last_error from webhook_deliveries where webhook_id = ${webhook.id}`.execute(world.db))
      .rows[0]?.lastError;
  expect([received, await lastError()]).toEqual([[], 'the target is not on the public internet']);
  // The database of a demo that became somebody's house.
  await sql`update tenants set demo = false`.execute(world.db);
  world.clock.advance({ hours: 1 });
  await worker(true).round();
  expect(received).toEqual([]);
  await sql`update tenants set demo = true`.execute(world.db);
  world.clock.advance({ hours: 1 });
  await worker(true).round();
  expect(received).toHaveLength(1);
});
