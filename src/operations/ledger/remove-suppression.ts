import type { Tenant } from '../../domain/tenants/tenant.ts';
import { deleteSuppression } from '../../ledger/suppressions.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

/** Has an address mailed again, in any case of its letters: what is planned from now on. False when it was not suppressed. */
export async function removeSuppression(context: Context, tenant: Tenant, address: string, asking: Asking): Promise<boolean> {
  return context.db.transaction().execute(async (tx) => {
    if (!(await deleteSuppression(tx, tenant.id, address))) return false;
    await writeDown(tx, context, tenant, asking, { action: 'suppression_removed' });
    return true;
  });
}
