import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findUserByEmail } from '../../storage/people/users.ts';
import type { Context } from '../context.ts';
import { keepNetwork } from './known-network.ts';
import { issueOneTimeToken } from './issue-one-time-token.ts';
import { isPassword } from '../../crypto/password.ts';
import { type StartedSession, actingProfile, startSession } from './start-session.ts';
import { takeCode } from './take-code.ts';

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

/** The hash of 24 random bytes nobody kept, at the costs every password here is hashed with. */
const NOBODYS_HASH = '$argon2id$v=19$m=19456,t=2,p=1$db4+0Z4qfp6LsCcsYYhJ5w$WgYno6+1bMz3V0rYJUPxai+dVXRMhB88ozl6fXhzjSk';

/**
 * Signs a person in as their default customer profile with email, password and, where they have a second factor, its code.
 * Anything but `wrong_credentials` is told only to somebody who knows the password, and a reset token only once the code was right.
 */
export async function signIn(context: Context, tenant: Tenant, credentials: Credentials): Promise<SignInOutcome> {
  const user = await findUserByEmail(context.db, tenant.id, credentials.email);
  // An unknown address costs the same hashing as a known one, so that timing does not tell who has an account.
  const isRight = await isPassword(user?.passwordHash ?? NOBODYS_HASH, credentials.password, tenant.id);
  if (isRight === 'busy') return { outcome: 'busy' };
  if (!user?.passwordHash || !isRight) return { outcome: 'wrong_credentials' };
  if (!user.active) return { outcome: 'inactive' };
  const profile = await actingProfile(context.db, tenant.id, user.id);
  if (typeof profile === 'string') return { outcome: profile };
  const { totpSealed } = user;
  if (totpSealed !== null) {
    if (credentials.code === '') return { outcome: 'code_needed' };
    if (!(await takeCode(context, tenant.id, { id: user.id, totpSealed }, credentials.code))) return { outcome: 'wrong_code' };
  }
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
