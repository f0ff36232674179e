import type { Tenant } from '../../domain/tenants/tenant.ts';
import { requireNewPassword } from '../../storage/people/users.ts';
import type { Context } from '../context.ts';

/** From now on a user's password opens nothing but the setting of a new one. Sessions that are open stay open. */
export async function requirePasswordReset(
  context: Context,
  tenant: Tenant,
  userId: number,
): Promise<{ outcome: 'required' | 'not_found' }> {
  return { outcome: (await requireNewPassword(context.db, tenant.id, userId)) ? 'required' : 'not_found' };
}
