import { createHmac } from 'node:crypto';
import type { Clock } from '../../domain/clock.ts';
import { WEBHOOK_RETRY_SECONDS, type WebhookAuth, type WebhookDialect, type WebhookForm } from '../../domain/webhooks/webhook.ts';
import { type ClaimedWebhook, type WebhookTry, factsFrom } from '../../ledger/webhook-deliveries.ts';
import { type PostOptions, postWebhook } from './post-webhook.ts';

export type WebhookSenderOptions = PostOptions & {
  clock: Clock;
  /** The vendors' forms. */
  forms: Record<WebhookDialect, WebhookForm>;
  /** Opens a sealed secret of a webhook. */
  unseal: (sealed: Uint8Array, webhookId: string) => string;
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
  const wait = claimed.isTest ? undefined : WEBHOOK_RETRY_SECONDS[claimed.attempts - 1];
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
    const timestamp = clock.now().toString({ smallestUnit: 'second' });
    // A row that says too little, or speaks a dialect that only a newer version knows, is a failed try of its own.
    try {
      const form = forms[claimed.dialect];
      const body = form.body({ ...claimed, facts: factsFrom(claimed.facts) });
      payload = body;
      const secret = unseal(claimed.secretSealed, claimed.webhookId);
      const signature = createHmac('sha256', secret)
        .update(form.signed({ id: claimed.id, timestamp, body }))
        .digest('hex');
      const auth = claimed.authSealed === null ? null : (JSON.parse(unseal(claimed.authSealed, claimed.webhookId)) as WebhookAuth);
      const headers = {
        ...authHeaders(auth),
        'X-Webhook-Id': claimed.id,
        'X-Webhook-Timestamp': timestamp,
        'X-Webhook-Signature': signature,
        ...(claimed.isTest && { 'X-Webhook-Test': 'true' }),
      };
      return await postWebhook(
        claimed.url,
        { headers, body, timeoutMs: claimed.timeoutSeconds * 1_000, ...(signal && { signal }) },
        options,
      );
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }
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
