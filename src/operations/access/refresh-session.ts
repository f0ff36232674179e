import type { Tenant } from '../../domain/tenants/tenant.ts';
import { takeRefreshToken } from '../../storage/access/refresh-tokens.ts';
import { findUser } from '../../storage/people/users.ts';
import type { Context } from '../context.ts';
import { hashSecret } from '../../crypto/secret.ts';
import { type StartedSession, actingProfile, startSession } from './start-session.ts';

export type RefreshSessionOutcome = ({ outcome: 'refreshed' } & StartedSession) | { outcome: 'refused' };

/**
 * A new session for a refresh token, which works once and for the client it was given to; the session acts as the same profile.
 * Access tokens given before stay valid. A person or profile that is not active any more is refused.
 */
export async function refreshSession(
  context: Context,
  tenant: Tenant,
  given: { refreshToken: string; clientId: string },
): Promise<RefreshSessionOutcome> {
  return context.db.transaction().execute(async (tx): Promise<RefreshSessionOutcome> => {
    const token = { tenantId: tenant.id, tokenHash: hashSecret(given.refreshToken), clientId: given.clientId };
    const taken = await takeRefreshToken(tx, token, context.clock.now());
    if (!taken) return { outcome: 'refused' };
    const { userId, clientId } = taken;
    const user = await findUser(tx, tenant.id, userId);
    const profile = await actingProfile(tx, tenant.id, userId, taken.customerId);
    if (!user?.active || typeof profile === 'string') return { outcome: 'refused' };
    const started = await startSession(tx, context, { tenantId: tenant.id, userId, customerId: profile.id, clientId });
    return { outcome: 'refreshed', ...started };
  });
}
