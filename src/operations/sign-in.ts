import type { Tenant } from '../domain/tenant.ts';
import { listProfiles } from '../storage/customers.ts';
import { replaceRefreshToken } from '../storage/refresh-tokens.ts';
import { deleteSomeExpiredSessions, insertSession } from '../storage/sessions.ts';
import { findUserByEmail } from '../storage/users.ts';
import type { Context } from './context.ts';
import { isPassword } from './password.ts';
import { hashSecret } from './secret.ts';

export type Credentials = {
  email: string;
  password: string;
  /** Names the program that signs in; each has one refresh token. Null: the account's address stands for it. */
  clientId: string | null;
};

export type SignInOutcome =
  | { outcome: 'signed_in'; accessToken: string; refreshToken: string; expiresInSeconds: number }
  | { outcome: 'wrong_credentials' | 'inactive' | 'no_profile' };

const ACCESS_SECONDS = 86_400;
const REFRESH_SECONDS = 15 * 86_400;
const TOKEN_BYTES = 32;

/** The hash of 24 random bytes nobody kept, at the costs every password here is hashed with. */
const NOBODYS_HASH = '$argon2id$v=19$m=19456,t=2,p=1$db4+0Z4qfp6LsCcsYYhJ5w$WgYno6+1bMz3V0rYJUPxai+dVXRMhB88ozl6fXhzjSk';

/**
 * Signs a person in as their default customer profile with email and password. Access tokens live a day, refresh tokens 15
 * days; both are kept as hashes only, and a new refresh token voids the earlier one of the same client. Whether an account is
 * inactive or without a profile is told only to somebody who knows its password.
 */
export async function signIn(context: Context, tenant: Tenant, credentials: Credentials): Promise<SignInOutcome> {
  const user = await findUserByEmail(context.db, tenant.id, credentials.email);
  // An unknown address costs the same hashing as a known one, so that timing does not tell who has an account.
  const isRight = await isPassword(user?.passwordHash ?? NOBODYS_HASH, credentials.password);
  if (!user?.passwordHash || !isRight) return { outcome: 'wrong_credentials' };
  if (!user.active) return { outcome: 'inactive' };
  const profiles = await listProfiles(context.db, tenant.id, user.id);
  const profile = profiles.find(({ active }) => active);
  if (!profile) return { outcome: profiles.length > 0 ? 'inactive' : 'no_profile' };

  const now = context.clock.now();
  const newToken = () => Buffer.from(context.random.bytes(TOKEN_BYTES)).toString('base64url');
  const [accessToken, refreshToken] = [newToken(), newToken()];
  const owner = { tenantId: tenant.id, userId: user.id, createdAt: now };
  await context.db.transaction().execute(async (tx) => {
    await replaceRefreshToken(tx, {
      ...owner,
      tokenHash: hashSecret(refreshToken),
      clientId: credentials.clientId ?? user.email,
      expiresAt: now.add({ seconds: REFRESH_SECONDS }),
    });
    await insertSession(tx, {
      ...owner,
      tokenHash: hashSecret(accessToken),
      customerId: profile.id,
      expiresAt: now.add({ seconds: ACCESS_SECONDS }),
    });
    await deleteSomeExpiredSessions(tx, now);
  });
  return { outcome: 'signed_in', accessToken, refreshToken, expiresInSeconds: ACCESS_SECONDS };
}
