import type { Tenant } from '../../domain/tenants/tenant.ts';
import {
  type ListedWebhookAttempt,
  type ListedWebhookDelivery,
  findWebhookDelivery as find,
  listWebhookDeliveries as list,
} from '../../ledger/list-webhook-deliveries.ts';
import { listWebhooks } from '../../storage/webhooks/webhooks.ts';
import type { Context } from '../context.ts';

export type { ListedWebhookAttempt, ListedWebhookDelivery };

const MOST = 200;

/** What became of the latest messages to an address, newest first, at most 200; undefined when there is no such webhook. */
export async function listWebhookDeliveries(context: Context, tenant: Tenant, id: string): Promise<ListedWebhookDelivery[] | undefined> {
  const [webhook] = await listWebhooks(context.db, tenant.id, { id });
  return webhook && list(context.db, tenant.id, id, MOST);
}

/** One message to an address with its tries, what was sent and what came back; undefined when there is none. */
export async function findWebhookDelivery(
  context: Context,
  tenant: Tenant,
  id: string,
  messageId: string,
): Promise<(ListedWebhookDelivery & { tries: ListedWebhookAttempt[] }) | undefined> {
  return find(context.db, tenant.id, id, messageId);
}
