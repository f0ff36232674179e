import type { Tenant } from '../../domain/tenants/tenant.ts';
import { setTotpKey } from '../../storage/people/users.ts';
import type { Context } from '../context.ts';

/** From now on a user's password is enough. For staff whose user lost the device, once they are sure who asks. */
export async function disableTwoFactor(context: Context, tenant: Tenant, userId: number): Promise<{ outcome: 'disabled' | 'not_found' }> {
  return { outcome: (await setTotpKey(context.db, tenant.id, userId, null)) ? 'disabled' : 'not_found' };
}
