import type { Tenant } from '../../domain/tenants/tenant.ts';
import { replaceRecoveryCodes } from '../../storage/access/recovery-codes.ts';
import { setTotpKey } from '../../storage/people/users.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

/**
 * From now on a user's password is enough, and their recovery codes are void. For themselves, and for staff whose user lost the device, once they are sure
 * who asks.
 */
export async function disableTwoFactor(
  context: Context,
  tenant: Tenant,
  userId: number,
  asking: Asking,
): Promise<{ outcome: 'disabled' | 'not_found' }> {
  return context.db.transaction().execute(async (tx) => {
    if (!(await setTotpKey(tx, tenant.id, userId, null))) return { outcome: 'not_found' };
    await replaceRecoveryCodes(tx, tenant.id, userId, []);
    await writeDown(tx, context, tenant, asking, { action: 'two_factor_disabled', subject: { kind: 'person', id: userId } });
    return { outcome: 'disabled' };
  });
}
