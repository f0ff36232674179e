import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Webhook } from '../../domain/webhooks/webhook.ts';
import type { Context } from '../context.ts';
import { type CreateWebhookOutcome, type WebhookInput, createWebhook } from './create-webhook.ts';
import { deleteWebhook } from './delete-webhook.ts';
import { type ListedWebhookDelivery, findWebhookDelivery, listWebhookDeliveries } from './list-webhook-deliveries.ts';
import { listWebhooks } from './list-webhooks.ts';
import { type ReplayWebhookOutcome, replayWebhook } from './replay-webhook.ts';
import { type TestWebhookOutcome, testWebhook } from './test-webhook.ts';
import { type UpdateWebhookOutcome, type WebhookChanges, updateWebhook } from './update-webhook.ts';

/** What `adjourn webhooks` does, over one database. */
export type WebhookTools = {
  list(tenant: Tenant): Promise<Webhook[]>;
  create(tenant: Tenant, input: WebhookInput): Promise<CreateWebhookOutcome>;
  update(tenant: Tenant, id: string, changes: WebhookChanges): Promise<UpdateWebhookOutcome>;
  remove(tenant: Tenant, id: string): Promise<boolean>;
  deliveries(tenant: Tenant, id: string): Promise<ListedWebhookDelivery[] | undefined>;
  message(tenant: Tenant, id: string, messageId: string): ReturnType<typeof findWebhookDelivery>;
  test(tenant: Tenant, id: string): Promise<TestWebhookOutcome>;
  replay(tenant: Tenant, id: string, what: { after: string; onlyFailed: boolean }): Promise<ReplayWebhookOutcome>;
};

/** The webhook operations bound to a context, for the command line. */
export function webhookTools(context: Context): WebhookTools {
  return {
    list: (tenant) => listWebhooks(context, tenant),
    create: (tenant, input) => createWebhook(context, tenant, input),
    update: (tenant, id, changes) => updateWebhook(context, tenant, { id }, changes),
    remove: (tenant, id) => deleteWebhook(context, tenant, id),
    deliveries: (tenant, id) => listWebhookDeliveries(context, tenant, id),
    message: (tenant, id, messageId) => findWebhookDelivery(context, tenant, id, messageId),
    test: (tenant, id) => testWebhook(context, tenant, id),
    replay: (tenant, id, what) => replayWebhook(context, tenant, id, what),
  };
}
