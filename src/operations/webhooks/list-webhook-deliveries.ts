import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type ListedWebhookDelivery, listWebhookDeliveries as list } from '../../ledger/webhook-deliveries.ts';
import { listWebhooks } from '../../storage/webhooks/webhooks.ts';
import type { Context } from '../context.ts';

export type { ListedWebhookDelivery };

const MOST = 200;

/** What became of the latest messages to an address, newest first, at most 200; undefined when there is no such webhook. */
export async function listWebhookDeliveries(context: Context, tenant: Tenant, id: string): Promise<ListedWebhookDelivery[] | undefined> {
  const [webhook] = await listWebhooks(context.db, tenant.id, { id });
  return webhook && list(context.db, tenant.id, id, MOST);
}
