import { once } from 'node:events';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { type Server, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { RECEIVER, onThisMachine, selfSignedCertificate } from '../../../../test/harness/certificate.ts';
import { type TestDemo, openDemo } from '../../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../../test/harness/door.ts';
import { addCalendar, addEvent, addTenant } from '../../../../test/harness/world.ts';
import { createWebhookWorker } from '../../../delivery/webhooks/webhook-worker.ts';
import { aboutWebhook, createWebhook } from '../../../operations/webhooks/create-webhook.ts';
import { unseal } from '../../../crypto/sealed-text.ts';
import { meetbitWebhook } from '../../meetbit/webhook.ts';
import { standardWebhook } from './standard-webhook.ts';
import { zyntroWebhook } from '../../zyntro/webhook.ts';
import { v1 } from '../routes.ts';

let demo: TestDemo;
let door: TestDoor;
let receiver: Server;
let ca: string;
let received: { headers: IncomingHttpHeaders; body: string }[] = [];
let answer: (response: ServerResponse) => void;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(v1, demo, { throttled: false });
  const { key, cert } = selfSignedCertificate();
  ca = cert;
  receiver = createServer({ key, cert }, (incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      received.push({ headers: incoming.headers, body: Buffer.concat(chunks).toString() });
      answer(response);
    });
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
});
beforeEach(async () => {
  await sql`delete from webhooks`.execute(demo.db);
  received = [];
  answer = (response) => response.end('thanks');
});
afterAll(async () => {
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  await demo.close();
});

const round = () =>
  createWebhookWorker({
    db: demo.db,
    clock: demo.clock,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    forms: { meetbit: meetbitWebhook, zyntro: zyntroWebhook, standard: standardWebhook },
    unseal: (sealed, id) => unseal(demo.context, sealed, aboutWebhook(id)),
    isAllowed: () => true,
    resolve: onThisMachine,
    ca,
  }).round();

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await door.request(`/api/v1/webhooks/${path}`, {
    method,
    headers: { authorization: 'Bearer adj_demo_admin', 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function addHook(tenant = demo.tenant): Promise<string> {
  const done = await createWebhook(demo.context, tenant, {
    dialect: 'meetbit',
    organisationId: null,
    name: 'CRM',
    url: `https://${RECEIVER}:${(receiver.address() as AddressInfo).port}/`,
    topics: ['created'],
    slugs: null,
    auth: { type: 'none' },
    timeoutSeconds: 10,
    status: 'active',
  });
  if (done.outcome !== 'created') throw new Error(done.outcome);
  return done.webhook.id;
}

/** One new event that nothing but the hooks hears of; the id of the message that tells `hook` of it. */
async function happen(hook: string): Promise<string> {
  await addEvent({ ...demo, calendarId: 12 });
  const found = await sql<{
    id: string;
  }>`select id from webhook_deliveries where webhook_id = ${hook} order by change_id desc limit 1`.execute(demo.db);
  return found.rows[0]?.id ?? '';
}

test('issue 10: what was sent and what came back is kept of each try, cut and with nothing that a database cannot hold', async () => {
  const hook = await addHook();
  const message = await happen(hook);
  answer = (response) => response.writeHead(500).end(`No\0 room ${'x'.repeat(100_000)}`);
  await round();
  demo.clock.advance({ seconds: 10 });
  answer = (response) => response.end('thanks');
  await round();
  const { body } = await call('GET', `${hook}/deliveries/${message}`);
  expect(body).toMatchObject({ id: message, state: 'delivered', attempts: 2 });
  const payload = received[0]?.body;
  expect(body['tries']).toEqual([
    expect.objectContaining({ payload, status: 500, error: null, answer: expect.stringMatching(/^No\ufffd room x+$/) }),
    expect.objectContaining({ payload, status: 200, error: null, answer: 'thanks' }),
  ]);
  expect((body['tries'] as { answer: string }[]).map((one) => one.answer.length <= 4_000)).toEqual([true, true]);
});

test('issue 10: a receiver that says 200 and then keeps its answer open has taken the message, and one that breaks off has not', async () => {
  const hook = await addHook();
  const [open, broken] = [await happen(hook), await happen(hook)];
  let n = 0;
  answer = (response) => {
    n += 1;
    if (n === 2) response.socket?.destroy();
    else response.writeHead(200).write('so far');
  };
  await round();
  const both = [await call('GET', `${hook}/deliveries/${open}`), await call('GET', `${hook}/deliveries/${broken}`)];
  const tries = both.flatMap(({ body }) => body['tries'] as { status: number | null; answer: string | null; error: string | null }[]);
  expect(both.map(({ body }) => body['state']).toSorted()).toEqual(['awaiting_retry', 'delivered']);
  expect(tries).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ status: 200, answer: 'so far', error: null }),
      expect.objectContaining({ status: null, answer: null, error: 'ECONNRESET' }),
    ]),
  );
});

test('issue 10: of a message tried again and again the latest 20 tries are kept', async () => {
  const hook = await addHook();
  const message = await happen(hook);
  for (let n = 0; n < 22; n += 1) {
    answer = (response) => response.end(String(n));
    await round();
    await sql`update webhook_deliveries set state = 'queued', finished_at = null where id = ${message}`.execute(demo.db);
  }
  const { body } = await call('GET', `${hook}/deliveries/${message}`);
  expect((body['tries'] as { answer: string }[]).map((one) => one.answer)).toEqual(Array.from({ length: 20 }, (_, n) => String(n + 2)));
});

test('issue 10: a test is one signed message that says that it is one, tried once, and told apart from what happened', async () => {
  const hook = await addHook();
  answer = (response) => response.writeHead(503).end();
  const { status, body } = await call('POST', `${hook}/test`);
  expect([status, body]).toEqual([202, { delivery_id: expect.any(String) }]);
  expect(await round()).toBe(1);
  demo.clock.advance({ hours: 1 });
  expect(await round()).toBe(0);
  expect(received).toHaveLength(1);
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({ event: 'events.created', data: { id: 0, calendar_id: 0 } });
  expect(received[0]?.headers).toMatchObject({ 'x-webhook-test': 'true', 'x-webhook-signature': expect.stringMatching(/^[0-9a-f]{64}$/) });
  const tested = await call('GET', `${hook}/deliveries/${String(body['delivery_id'])}`);
  expect(tested.body).toMatchObject({ change_id: null, event_id: 0, state: 'failed', attempts: 1, tries: [{ status: 503 }] });
  await happen(hook);
  await round();
  expect(received[1]?.headers).not.toHaveProperty('x-webhook-test');
});

test('issue 10: nothing is sent as a test to what is paused, or is somebody else’s', async () => {
  const hook = await addHook();
  await call('PATCH', hook, { status: 'paused' });
  expect((await call('POST', `${hook}/test`)).status).toBe(409);
  const tenant = await addTenant(demo.context, 'Pier Hall');
  await addCalendar(demo.context, tenant);
  const theirs = await addHook(tenant);
  const unknown = '11111111-1111-4111-8111-111111111111';
  expect((await call('POST', `${theirs}/test`)).status).toBe(404);
  expect((await call('POST', `${theirs}/replay`, { after: unknown })).status).toBe(404);
  expect((await call('GET', `${theirs}/deliveries/${unknown}`)).status).toBe(404);
  expect((await sql`select id from webhook_deliveries`.execute(demo.db)).rows).toEqual([]);
});

test('issue 10: what came after a message and was never taken is sent again under its own id, with all its tries; the rest only if asked', async () => {
  const hook = await addHook();
  const first = await happen(hook);
  await round();
  const lost = [await happen(hook), await happen(hook)];
  answer = (response) => response.writeHead(500).end();
  for (const seconds of [0, 10, 60, 300, 1_800]) {
    demo.clock.advance({ seconds });
    await round();
  }
  answer = (response) => response.end();
  const later = await happen(hook);
  await round();
  received = [];
  expect(await call('POST', `${hook}/replay`, { after: first })).toEqual({ status: 202, body: { count: 2, next_after: null } });
  answer = (response) => response.writeHead(500).end();
  await round();
  demo.clock.advance({ seconds: 10 });
  answer = (response) => response.end();
  await round();
  const ids = () => received.map(({ headers }) => headers['x-webhook-id']);
  expect(ids().toSorted()).toEqual([...lost, ...lost].toSorted());
  received = [];
  expect((await call('POST', `${hook}/replay`, { after: first })).body).toEqual({ count: 0, next_after: null });
  expect((await call('POST', `${hook}/replay`, { after: first, only_failed: false })).body).toEqual({ count: 3, next_after: null });
  await round();
  expect(ids().toSorted()).toEqual([...lost, later].toSorted());
  const other = await happen(await addHook());
  const tested = await call('POST', `${hook}/test`);
  for (const after of [other, tested.body['delivery_id'], 'x'])
    expect(await call('POST', `${hook}/replay`, { after })).toMatchObject({ status: 400, body: { parameters: [{ name: 'after' }] } });
});
