import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Webhook, type WebhookAuth } from '../../domain/webhooks/webhook.ts';
import { type WebhookFilter, type WebhookPatch, listWebhooks, updateWebhook as update } from '../../storage/webhooks/webhooks.ts';
import type { Context } from '../context.ts';
import { type InvalidWebhook, aboutWebhook, faultOf, mayBeHere, newWebhookSecret, sealAuth } from './create-webhook.ts';
import { seal } from '../../crypto/sealed-text.ts';

export type WebhookChanges = Pick<WebhookPatch, 'name' | 'url' | 'topics' | 'slugs' | 'status' | 'timeoutSeconds'> & {
  auth?: WebhookAuth;
  newSecret?: boolean;
};

export type UpdateWebhookOutcome =
  /** `secret` is the new one, where one was asked for; told here and never again. */
  { outcome: 'updated'; webhook: Webhook; secret: string | null } | InvalidWebhook | { outcome: 'not_found' };

/** Changes an address that wants to hear of events; what is left out stays. `of` says whose it must be. */
export async function updateWebhook(
  context: Context,
  tenant: Tenant,
  of: WebhookFilter & { id: string },
  changes: WebhookChanges,
): Promise<UpdateWebhookOutcome> {
  const [known] = await listWebhooks(context.db, tenant.id, of);
  const invalid = faultOf(changes, known !== undefined && mayBeHere(tenant, known.dialect));
  if (invalid) return invalid;
  if (!known) return { outcome: 'not_found' };
  const { auth, newSecret, ...fields } = changes;
  const secret = newSecret ? newWebhookSecret(context, known.dialect) : null;
  const patch: WebhookPatch = {
    ...fields,
    ...(auth && { auth: { type: auth.type, sealed: sealAuth(context, of.id, auth) } }),
    ...(secret !== null && { secretSealed: seal(context, secret, aboutWebhook(of.id)) }),
  };
  const webhook = await update(context.db, tenant.id, of.id, patch, context.clock.now());
  return webhook ? { outcome: 'updated', webhook, secret } : { outcome: 'not_found' };
}
