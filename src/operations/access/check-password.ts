import { isPassword } from '../../crypto/password.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type User, findUserByEmail } from '../../storage/people/users.ts';
import type { Context } from '../context.ts';
import { takeCode } from './take-code.ts';

/** The hash of 24 random bytes nobody kept, at the costs every password here is hashed with. */
const NOBODYS_HASH = '$argon2id$v=19$m=19456,t=2,p=1$db4+0Z4qfp6LsCcsYYhJ5w$WgYno6+1bMz3V0rYJUPxai+dVXRMhB88ozl6fXhzjSk';

/** `busy`: too many passwords are being looked at; this one was not. */
export type CheckPasswordOutcome = { outcome: 'right'; user: User } | { outcome: 'busy' | 'wrong_credentials' | 'inactive' };

/** Whose address and password these are at a tenant. Anything but `wrong_credentials` is told only to somebody who knows the password. */
export async function checkPassword(
  context: Context,
  tenant: Tenant,
  { email, password }: { email: string; password: string },
): Promise<CheckPasswordOutcome> {
  const user = await findUserByEmail(context.db, tenant.id, email);
  // An unknown address costs the same hashing as a known one, so that timing does not tell who has an account.
  const isRight = await isPassword(user?.passwordHash ?? NOBODYS_HASH, password, tenant.id);
  if (isRight === 'busy') return { outcome: 'busy' };
  if (!user?.passwordHash || !isRight) return { outcome: 'wrong_credentials' };
  return user.active ? { outcome: 'right', user } : { outcome: 'inactive' };
}

/** What a second factor says to a code, empty where none was given; null: all is well, or there is no second factor. */
export async function checkCode(
  context: Context,
  tenant: Tenant,
  { id, totpSealed }: Pick<User, 'id' | 'totpSealed'>,
  code: string,
): Promise<'code_needed' | 'wrong_code' | null> {
  if (totpSealed === null) return null;
  if (code === '') return 'code_needed';
  return (await takeCode(context, tenant.id, { id, totpSealed }, code)) ? null : 'wrong_code';
}
