import type { Tenant } from '../../domain/tenants/tenant.ts';
import { takeOneTimeToken } from '../../storage/access/one-time-tokens.ts';
import { findUser } from '../../storage/people/users.ts';
import type { Context } from '../context.ts';
import { hashSecret } from '../../crypto/secret.ts';
import { ACCESS_SECONDS, type StartedSession, actingProfile, startSession } from './start-session.ts';

export type ExchangeTokenOutcome = ({ outcome: 'exchanged' } & StartedSession) | { outcome: 'refused' };

/**
 * A session for a one-time sign-in token, for as long as asked and at most a day. `clientId` null: the account's address stands
 * for the client. A token is used up even where its person may not come in.
 */
export async function exchangeToken(
  context: Context,
  tenant: Tenant,
  given: { token: string; clientId: string | null; validForSeconds: number },
): Promise<ExchangeTokenOutcome> {
  return context.db.transaction().execute(async (tx): Promise<ExchangeTokenOutcome> => {
    const userId = await takeOneTimeToken(tx, tenant.id, hashSecret(given.token), 'sign_in', context.clock.now());
    const user = userId === undefined ? undefined : await findUser(tx, tenant.id, userId);
    if (!user?.active) return { outcome: 'refused' };
    const profile = await actingProfile(tx, tenant.id, user.id);
    if (typeof profile === 'string') return { outcome: 'refused' };
    const whose = { tenantId: tenant.id, userId: user.id, customerId: profile.id, clientId: given.clientId ?? user.email };
    const started = await startSession(tx, context, whose, Math.min(given.validForSeconds, ACCESS_SECONDS));
    return { outcome: 'exchanged', ...started };
  });
}
