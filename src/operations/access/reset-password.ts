import type { Tenant } from '../../domain/tenants/tenant.ts';
import { takeOneTimeToken } from '../../storage/access/one-time-tokens.ts';
import { replacePassword } from '../../storage/people/users.ts';
import type { Context } from '../context.ts';
import { hashPassword } from '../../crypto/password.ts';
import { hashSecret } from '../../crypto/secret.ts';

export type ResetPasswordOutcome = { outcome: 'reset' | 'wrong_token' | 'too_short' };

// NIST SP 800-63B-4 §3.1.1.2 asks for fifteen where the password is the only factor; eight is its floor.
const LEAST_LENGTH = 8;

/** Sets a new password with a reset token, which works once; all that was opened with the old one ends. */
export async function resetPassword(context: Context, tenant: Tenant, token: string, password: string): Promise<ResetPasswordOutcome> {
  if (Array.from(password).length < LEAST_LENGTH) return { outcome: 'too_short' };
  const passwordHash = await hashPassword(password);
  return context.db.transaction().execute(async (tx) => {
    const userId = await takeOneTimeToken(tx, tenant.id, hashSecret(token), 'reset_password', context.clock.now());
    if (userId === undefined) return { outcome: 'wrong_token' };
    await replacePassword(tx, tenant.id, userId, passwordHash);
    return { outcome: 'reset' };
  });
}
