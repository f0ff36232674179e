import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { type Webhook, type WebhookAuth, type WebhookDialect, webhookNameFault } from '../../domain/webhooks/webhook.ts';
import { countWebhooks, insertWebhook } from '../../storage/webhooks/webhooks.ts';
import type { Context } from '../context.ts';
import { seal } from '../../crypto/sealed-text.ts';
import { urlFaultOf } from './webhook-url.ts';

export type WebhookInput = Pick<
  Webhook,
  'dialect' | 'organisationId' | 'name' | 'url' | 'topics' | 'slugs' | 'timeoutSeconds' | 'status'
> & { auth: WebhookAuth };

export type CreateWebhookOutcome =
  /** `secret` signs what is sent; it is told here and never again. */
  | { outcome: 'created'; webhook: Webhook; secret: string }
  | InvalidWebhook
  /** The tenant has as many as it may have. */
  | { outcome: 'too_many'; most: number };

/** `fault` reads after "the name" or "the URL". */
export type InvalidWebhook = { outcome: 'invalid_name' | 'invalid_url'; fault: string };

/** Adds an address that wants to hear of a tenant's events. What happened before is not told. */
export async function createWebhook(context: Context, tenant: Tenant, input: WebhookInput): Promise<CreateWebhookOutcome> {
  const invalid = faultOf(input, mayBeHere(tenant, input.dialect));
  if (invalid) return invalid;
  const { maxWebhooks: most } = settingsOf(tenant);
  return context.db.transaction().execute(async (tx): Promise<CreateWebhookOutcome> => {
    if ((await countWebhooks(tx, tenant.id)) >= most) return { outcome: 'too_many', most };
    const id = context.random.uuid();
    const secret = newWebhookSecret(context, input.dialect);
    const { auth, ...hook } = input;
    const webhook = await insertWebhook(tx, {
      ...hook,
      tenantId: tenant.id,
      id,
      secretSealed: seal(context, secret, aboutWebhook(id)),
      authType: auth.type,
      authSealed: sealAuth(context, id, auth),
      createdAt: context.clock.now(),
    });
    return { outcome: 'created', webhook, secret };
  });
}

/** What cannot be of a webhook's name and URL, those that are there. */
export function faultOf({ name, url }: { name?: string; url?: string }, loopback: boolean): InvalidWebhook | undefined {
  const ofName = name === undefined ? null : webhookNameFault(name);
  if (ofName !== null) return { outcome: 'invalid_name', fault: ofName };
  const ofUrl = url === undefined ? null : urlFaultOf(url, loopback);
  return ofUrl === null ? undefined : { outcome: 'invalid_url', fault: ofUrl };
}

/** Whether a receiver may be on this machine: in the demo, for those who try our own form. It is called only where the demo runs for this machine alone (send-webhook.ts). */
export const mayBeHere = (tenant: Tenant, dialect: WebhookDialect): boolean => tenant.demo && dialect === 'standard';

/** Whose secret it is, for the seal. */
export const aboutWebhook = (id: string): string => `webhook ${id}`;

/** 32 random bytes: in the letters of URLs, or as Standard Webhooks has them, in those of base64. */
export function newWebhookSecret(context: Context, dialect: WebhookDialect): string {
  return `whsec_${Buffer.from(context.random.bytes(32)).toString(dialect === 'standard' ? 'base64' : 'base64url')}`;
}

/** What the receiver asks for, sealed; null where it asks for nothing. */
export function sealAuth(context: Context, id: string, auth: WebhookAuth): Uint8Array | null {
  return auth.type === 'none' ? null : seal(context, JSON.stringify(auth), aboutWebhook(id));
}
