import type { Event } from '../../domain/events/event.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { findEventOfAccount as find } from '../../storage/access/accounts.ts';
import type { Context } from '../context.ts';

/** The tenant and event that an account's number and an event's public UUID name together; undefined for every kind of miss. `strict`: the two alone do not
 * open it. */
export async function findEventOfAccount(
  context: Context,
  accountNumber: number,
  publicId: string,
): Promise<{ tenant: Tenant; event: Event; strict: boolean } | undefined> {
  const found = await find(context.db, accountNumber, publicId);
  if (!found) return undefined;
  const { tenant, event, imported } = found;
  const { strictIds, trustsImportedIds } = settingsOf(tenant);
  return { tenant, event, strict: strictIds || (imported && !trustsImportedIds) };
}
