import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Webhook } from '../../domain/webhooks/webhook.ts';
import { type WebhookFilter, listWebhooks as list } from '../../storage/webhooks/webhooks.ts';
import type { Context } from '../context.ts';

/** The addresses that want to hear of a tenant's events, oldest first: all, those of an organisation, or one. */
export async function listWebhooks(context: Context, tenant: Tenant, of: WebhookFilter = {}): Promise<Webhook[]> {
  return list(context.db, tenant.id, of);
}
