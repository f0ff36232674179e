import type { Tenant } from '../../domain/tenants/tenant.ts';
import { queueTestMessage } from '../../ledger/resend-webhooks.ts';
import { listWebhooks } from '../../storage/webhooks/webhooks.ts';
import type { Context } from '../context.ts';

export type TestWebhookOutcome =
  /** It is sent by whoever hands messages over, once; what came back is found under this id. */
  { outcome: 'queued'; messageId: string } | { outcome: 'not_active' } | { outcome: 'not_found' };

/** Asks for one message to an address that says nothing of any event, so that one sees whether it arrives: signed, and on the way, as any other. */
export async function testWebhook(context: Context, tenant: Tenant, id: string): Promise<TestWebhookOutcome> {
  const [webhook] = await listWebhooks(context.db, tenant.id, { id });
  if (!webhook) return { outcome: 'not_found' };
  if (webhook.status !== 'active') return { outcome: 'not_active' };
  return { outcome: 'queued', messageId: await queueTestMessage(context.db, webhook, context.clock.now()) };
}
