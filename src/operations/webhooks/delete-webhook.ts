import type { Tenant } from '../../domain/tenants/tenant.ts';
import { deleteWebhook as remove } from '../../storage/webhooks/webhooks.ts';
import type { Context } from '../context.ts';

/** Removes an address that wanted to hear of events, and what was still to be sent there. False when there is none. */
export async function deleteWebhook(context: Context, tenant: Tenant, id: string): Promise<boolean> {
  return remove(context.db, tenant.id, id);
}
