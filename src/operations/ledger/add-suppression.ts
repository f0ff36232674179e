import { addressOf } from '../../domain/people/address.ts';
import { cleanReason } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { insertSuppression } from '../../ledger/suppressions.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

export type AddSuppressionOutcome = { outcome: 'added' | 'already_there' | 'no_address' };

/** From now on an address is mailed nothing more, by the house's own word. What waits for it is not sent either, and stands as suppressed. */
export async function addSuppression(
  context: Context,
  tenant: Tenant,
  given: { address: string; reason: string | null },
  asking: Asking,
): Promise<AddSuppressionOutcome> {
  const address = addressOf(given.address.trim());
  if (address === null) return { outcome: 'no_address' };
  const reason = cleanReason(given.reason) ?? 'the house wants nothing sent there';
  return context.db.transaction().execute(async (tx): Promise<AddSuppressionOutcome> => {
    if (!(await insertSuppression(tx, tenant.id, address, reason, context.clock.now()))) return { outcome: 'already_there' };
    await writeDown(tx, context, tenant, asking, { action: 'suppression_added' });
    return { outcome: 'added' };
  });
}
