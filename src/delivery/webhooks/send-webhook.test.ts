import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { RECEIVER, onThisMachine, selfSignedCertificate } from '../../../test/harness/certificate.ts';
import { testClock } from '../../../test/harness/clock.ts';
import { meetbitWebhook } from '../../api/meetbit/webhook.ts';
import { standardWebhook } from '../../api/v1/webhooks/standard-webhook.ts';
import { zyntroWebhook } from '../../api/zyntro/webhook.ts';
import { sendWebhook } from './send-webhook.ts';

test('meetbit §11f: a target that has not answered after its 10 seconds has failed, and is to be tried again', async () => {
  const { key, cert } = selfSignedCertificate();
  // Takes the request and never answers it.
  const silent = createServer({ key, cert });
  silent.listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const over = new AbortController();
  const timeOut = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(over.signal);
  onTestFinished(async () => {
    timeOut.mockRestore();
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });
  const clock = testClock('2030-04-01T10:00:00Z');
  const facts = {
    eventId: 345,
    publicId: '',
    calendarId: 12,
    calendarPublicId: '',
    title: 'Site visit',
    startsAt: clock.now().toString(),
    endsAt: clock.now().toString(),
    status: 'scheduled' as const,
  };
  const claimed = {
    tenantId: 1,
    id: 'message',
    webhookId: 'webhook',
    isTest: false,
    isDemo: false,
    topics: ['created' as const],
    facts,
    attempts: 1,
    createdAt: clock.now(),
    dialect: 'meetbit' as const,
    organisationId: null,
    url: `https://${RECEIVER}:${(silent.address() as AddressInfo).port}/`,
    secretSealed: new Uint8Array(),
    authType: 'none' as const,
    authSealed: null,
    timeoutSeconds: 10,
  };
  const forms = { meetbit: meetbitWebhook, zyntro: zyntroWebhook, standard: standardWebhook };
  const asked = once(silent, 'request');
  const sent = sendWebhook(claimed, { clock, forms, unseal: () => 'secret', isAllowed: () => true, resolve: onThisMachine, ca: cert });
  await asked;
  expect(timeOut.mock.calls).toEqual([[10_000]]);
  clock.advance({ seconds: 10 });
  over.abort(new DOMException('The operation timed out', 'TimeoutError'));
  const ended = clock.now();
  expect(await sent).toEqual({
    delivered: false,
    status: null,
    error: 'no answer in time',
    retryAt: ended.add({ seconds: 10 }),
    endedAt: ended,
    payload: JSON.stringify({ event: 'events.created', data: { id: 345, calendar_id: 12 } }),
    answer: null,
  });
});
