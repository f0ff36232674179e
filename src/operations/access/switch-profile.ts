import type { Tenant } from '../../domain/tenants/tenant.ts';
import { switchSession } from '../../storage/access/sessions.ts';
import type { Context } from '../context.ts';
import { hashSecret } from '../../crypto/secret.ts';

/**
 * From now on a session acts as another of its user's profiles, renewed or not; other sessions stay as they are. A profile that
 * is somebody else's or not active is `not_found`.
 */
export async function switchProfile(
  context: Context,
  tenant: Tenant,
  accessToken: string,
  customerId: number,
): Promise<{ outcome: 'switched' | 'not_found' }> {
  const switched = await context.db.transaction().execute((tx) => switchSession(tx, tenant.id, hashSecret(accessToken), customerId));
  return { outcome: switched ? 'switched' : 'not_found' };
}
