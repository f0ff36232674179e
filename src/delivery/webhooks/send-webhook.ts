import { createHmac } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import { WEBHOOK_RETRY_SECONDS, type WebhookAuth, type WebhookDialect, type WebhookForm } from '../../domain/webhooks/webhook.ts';
import { type ClaimedWebhook, type WebhookTry, factsFrom } from '../../ledger/webhook-deliveries.ts';
import { type PostOptions, onThisMachine, postWebhook } from './post-webhook.ts';

export type WebhookSenderOptions = PostOptions & {
  clock: Clock;
  /** The vendors' forms. */
  forms: Record<WebhookDialect, WebhookForm>;
  /** Opens a sealed secret of a webhook. */
  unseal: (sealed: Uint8Array, webhookId: string) => string;
  /** The demo runs for this machine alone: webhooks of our own form of its tenant may be on this machine, too. */
  demoHere?: boolean;
};

/**
 * Tries to hand a message over, once, with a timestamp and signature of now. Never rejects: a secret that cannot be opened, and a row that cannot be read,
 * are failed tries, too.
 */
export async function sendWebhook(claimed: ClaimedWebhook, options: WebhookSenderOptions, signal?: AbortSignal): Promise<WebhookTry> {
  const { clock, forms, unseal } = options;
  let payload: string | null = null;
  const posted = await attempt();
  const endedAt = clock.now();
  const delivered = 'status' in posted && posted.status >= 200 && posted.status < 300;
  // Whoever asked for a test wants to hear of this try.
  const wait = claimed.isTest ? undefined : retriesOf(claimed.dialect)[claimed.attempts - 1];
  return {
    delivered,
    status: 'status' in posted ? posted.status : null,
    error: 'error' in posted ? posted.error : null,
    retryAt: delivered || wait === undefined ? null : endedAt.add({ seconds: wait }),
    endedAt,
    payload,
    answer: 'status' in posted ? posted.answer : null,
  };

  async function attempt() {
    const at = clock.now();
    // A row that says too little, or speaks a dialect that only a newer version knows, is a failed try of its own.
    try {
      const form = forms[claimed.dialect];
      const body = form.body({ ...claimed, facts: factsFrom(claimed.facts) });
      payload = body;
      const secret = unseal(claimed.secretSealed, claimed.webhookId);
      const auth = claimed.authSealed === null ? null : (JSON.parse(unseal(claimed.authSealed, claimed.webhookId)) as WebhookAuth);
      const headers = {
        ...authHeaders(auth),
        ...signedHeaders(form, claimed, { at, body, secret }),
      };
      return await postWebhook(
        claimed.url,
        { headers, body, timeoutMs: claimed.timeoutSeconds * 1_000, ...(signal && { signal }) },
        options.demoHere && claimed.isDemo && claimed.dialect === 'standard' ? { ...options, ...onThisMachine } : options,
      );
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }
}

/** A row may name a dialect that only a newer version knows. */
function retriesOf(dialect: string): readonly number[] {
  return Object.entries(WEBHOOK_RETRY_SECONDS).find(([name]) => name === dialect)?.[1] ?? WEBHOOK_RETRY_SECONDS.meetbit;
}

function signedHeaders(
  form: WebhookForm,
  { id, isTest }: ClaimedWebhook,
  { at, body, secret }: { at: Temporal.Instant; body: string; secret: string },
): Record<string, string> {
  if ('headers' in form) return form.headers({ id, at, body, secret, isTest });
  const timestamp = at.toString({ smallestUnit: 'second' });
  return {
    'X-Webhook-Id': id,
    'X-Webhook-Timestamp': timestamp,
    'X-Webhook-Signature': createHmac('sha256', secret).update(form.signed({ id, timestamp, body })).digest('hex'),
    ...(isTest && { 'X-Webhook-Test': 'true' }),
  };
}

function authHeaders(auth: WebhookAuth | null): Record<string, string> {
  switch (auth?.type) {
    case undefined:
    case 'none':
      return {};
    case 'bearer':
      return { Authorization: `Bearer ${auth.value}` };
    case 'api_key':
      return { 'X-API-Key': auth.value };
    case 'basic':
      return { Authorization: `Basic ${Buffer.from(`${auth.username}:${auth.password}`).toString('base64')}` };
    case 'custom_header':
      return { [auth.header]: auth.value };
  }
}
