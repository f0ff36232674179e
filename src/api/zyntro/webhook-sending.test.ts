import { once } from 'node:events';
import type { IncomingHttpHeaders } from 'node:http';
import { type Server, createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { RECEIVER, onThisMachine, selfSignedCertificate } from '../../../test/harness/certificate.ts';
import { type TestDemo, openDemo } from '../../../test/harness/demo.ts';
import { type TestDoor, openDoor } from '../../../test/harness/door.ts';
import { addEvent } from '../../../test/harness/world.ts';
import { createWebhookWorker } from '../../delivery/webhooks/webhook-worker.ts';
import { aboutWebhook } from '../../operations/webhooks/create-webhook.ts';
import { unseal } from '../../crypto/sealed-text.ts';
import { meetbitWebhook } from '../meetbit/webhook.ts';
import { standardWebhook } from '../v1/webhooks/standard-webhook.ts';
import { zyntro } from './routes.ts';
import { zyntroWebhook } from './webhook.ts';

let demo: TestDemo;
let door: TestDoor;
let receiver: Server;
let ca: string;
let received: IncomingHttpHeaders[] = [];
let isSilent = false;
beforeAll(async () => {
  demo = await openDemo();
  door = openDoor(zyntro, demo, { throttled: false });
  const { key, cert } = selfSignedCertificate();
  ca = cert;
  receiver = createServer({ key, cert }, (incoming, response) => {
    received.push(incoming.headers);
    if (!isSilent) response.end();
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
});
beforeEach(async () => {
  await sql`delete from webhooks`.execute(demo.db);
  received = [];
});
afterAll(async () => {
  receiver.closeAllConnections();
  await new Promise((resolve) => receiver.close(resolve));
  await demo.close();
});

/** A webhook made through the door, told of one new meeting by the worker; its id. */
async function tell(fields: object): Promise<string> {
  const hook = {
    api_key: 'demo-api-key',
    org_id: '11111111-1111-4111-8111-111111111111',
    wh_name: 'CRM',
    wh_endpoint: `https://${RECEIVER}:${(receiver.address() as AddressInfo).port}/`,
    wh_events: ['appointment_booked'],
    ...fields,
  };
  const response = await door.request('/public/account/createWebhook', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(hook),
  });
  const made = (await response.json()) as { status: string; data: { wh_id: string } };
  expect(made.status).toBe('success');
  await addEvent({ ...demo, calendarId: 14 });
  const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const forms = { meetbit: meetbitWebhook, zyntro: zyntroWebhook, standard: standardWebhook };
  const worker = createWebhookWorker({
    db: demo.db,
    clock: demo.clock,
    log: silent,
    forms,
    unseal: (sealed, id) => unseal(demo.context, sealed, aboutWebhook(id)),
    isAllowed: () => true,
    resolve: onThisMachine,
    ca,
  });
  expect(await worker.round()).toBe(1);
  return made.data.wh_id;
}

test.each([
  [{}, { authorization: undefined, 'x-api-key': undefined }],
  [
    { wh_auth_type: 'none', wh_auth_data: { value: 'unused' } },
    { authorization: undefined, 'x-api-key': undefined },
  ],
  [{ wh_auth_type: 'bearer', wh_auth_data: { value: 'token-1' } }, { authorization: 'Bearer token-1' }],
  [
    { wh_auth_type: 'basic', wh_auth_data: { username: 'ana', password: 'p:w' } },
    { authorization: `Basic ${Buffer.from('ana:p:w').toString('base64')}` },
  ],
  [
    { wh_auth_type: 'api_key', wh_auth_data: { value: 'key-1' } },
    { 'x-api-key': 'key-1', authorization: undefined },
  ],
  [
    { wh_auth_type: 'custom_header', wh_auth_data: { header: 'X-Harbour', value: 'pier 3' } },
    { 'x-harbour': 'pier 3', authorization: undefined },
  ],
])('zyntro §11f §11v: with %j the receiver is sent %j', async (fields, headers) => {
  await tell(fields);
  expect(received).toHaveLength(1);
  expect(Object.fromEntries(Object.keys(headers).map((name) => [name, received[0]?.[name]]))).toEqual(headers);
});

test.each([
  [{ wh_timeout: 5 }, 5_000],
  [{ wh_timeout: 120 }, 120_000],
  [{}, 30_000],
])('zyntro §11g: with %j a try ends after %d ms without an answer', async (fields, expected) => {
  isSilent = true;
  const { timeout } = AbortSignal;
  // The wait itself is made short; how long it was to be is what counts.
  const waits = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => timeout.call(AbortSignal, 50));
  const id = await tell(fields);
  expect(waits.mock.calls).toEqual([[expected]]);
  waits.mockRestore();
  isSilent = false;
  const tried = await sql`select state, last_error from webhook_deliveries where webhook_id = ${id}`.execute(demo.db);
  expect(tried.rows).toEqual([{ state: 'awaiting_retry', lastError: 'no answer in time' }]);
});
