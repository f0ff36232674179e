import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { Context } from '../context.ts';
import { keepNetwork } from './known-network.ts';
import { issueOneTimeToken } from './issue-one-time-token.ts';
import { checkCode, checkPassword } from './check-password.ts';
import { type StartedSession, actingProfile, startSession } from './start-session.ts';

export type Credentials = {
  email: string;
  password: string;
  /** A code of the second factor; empty: none was given. */
  code: string;
  /** Names the program that signs in; each has one refresh token. Null: the account's address stands for it. */
  clientId: string | null;
  /** The network it comes from, as throttles count it. */
  network: string;
};

export type SignInOutcome =
  | ({ outcome: 'signed_in' } & StartedSession)
  | { outcome: 'must_reset_password'; resetToken: string }
  /** Too many passwords are being looked at; this one was not. */
  | { outcome: 'busy' }
  | { outcome: 'wrong_credentials' | 'inactive' | 'no_profile' | 'code_needed' | 'wrong_code' };

/**
 * Signs a person in as their default customer profile with email, password and, where they have a second factor, its code.
 * Anything but `wrong_credentials` is told only to somebody who knows the password, and a reset token only once the code was right.
 */
export async function signIn(context: Context, tenant: Tenant, credentials: Credentials): Promise<SignInOutcome> {
  const checked = await checkPassword(context, tenant, credentials);
  if (checked.outcome !== 'right') return { outcome: checked.outcome };
  const { user } = checked;
  const profile = await actingProfile(context.db, tenant.id, user.id);
  if (typeof profile === 'string') return { outcome: profile };
  const fault = await checkCode(context, tenant, user, credentials.code);
  if (fault !== null) return { outcome: fault };
  if (user.mustResetPassword) {
    return { outcome: 'must_reset_password', resetToken: await issueOneTimeToken(context, tenant.id, user.id, 'reset_password') };
  }
  const whose = { tenantId: tenant.id, userId: user.id, customerId: profile.id, clientId: credentials.clientId ?? user.email };
  const started = await context.db.transaction().execute(async (tx) => {
    await keepNetwork(tx, context, { tenantId: tenant.id, userId: user.id, email: user.email, network: credentials.network });
    return startSession(tx, context, whose);
  });
  return { outcome: 'signed_in', ...started };
}
