import type { Tenant } from '../../domain/tenants/tenant.ts';
import { endSessions, lockUser, requireNewPassword } from '../../storage/people/users.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';
import { mailPasswordLink } from './mail-password-link.ts';

export type RequirePasswordResetOutcome = { outcome: 'required' | 'not_found' };

/**
 * From now on a user's password, of the house or a customer's, opens nothing but the setting of a new one, for which they are mailed a link; sessions that are
 * open end.
 */
export async function requirePasswordReset(
  context: Context,
  tenant: Tenant,
  userId: number,
  asking: Asking,
): Promise<RequirePasswordResetOutcome> {
  const outcome = await context.db.transaction().execute(async (tx) => {
    const user = await lockUser(tx, tenant.id, userId);
    if (!user?.active) return 'not_found';
    await requireNewPassword(tx, tenant.id, user.id);
    await endSessions(tx, tenant.id, user.id);
    await mailPasswordLink(tx, context, tenant, user, 'password_required');
    await writeDown(tx, context, tenant, asking, { action: 'password_required', subject: { kind: 'person', id: user.id } });
    return 'required';
  });
  if (outcome === 'required') await context.wake();
  return { outcome };
}
