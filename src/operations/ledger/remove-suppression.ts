import type { Tenant } from '../../domain/tenants/tenant.ts';
import { deleteSuppression } from '../../ledger/suppressions.ts';
import type { Context } from '../context.ts';

/** Has an address mailed again, in any case of its letters: what is planned from now on. False when it was not suppressed. */
export async function removeSuppression(context: Context, tenant: Tenant, address: string): Promise<boolean> {
  return deleteSuppression(context.db, tenant.id, address);
}
