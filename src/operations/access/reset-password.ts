import { hashInTurn } from '../../crypto/password.ts';
import { hashSecret } from '../../crypto/secret.ts';
import { findPasswordToken, takePasswordToken } from '../../storage/access/one-time-tokens.ts';
import { replacePassword } from '../../storage/people/users.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

export type ResetPasswordOutcome = { outcome: 'reset'; tenantId: number } | { outcome: 'wrong_token' | 'too_short' | 'too_long' | 'busy' };

// NIST SP 800-63B-4 §3.1.1.2 asks for fifteen where the password is the only factor; eight is its floor.
const LEAST_PASSWORD = 8;
const MOST_PASSWORD = 1_000;

/**
 * Sets a new password with the token of a mailed link, or the one that a sign-in gave, which says by itself whose it is and works once; all that was
 * opened with the old one ends. The token is looked for before anything is hashed, so that a made-up one costs nothing.
 */
export async function resetPassword(
  context: Context,
  token: string,
  password: string,
  asking: Omit<Asking, 'actor'>,
): Promise<ResetPasswordOutcome> {
  const length = Array.from(password).length;
  if (length < LEAST_PASSWORD) return { outcome: 'too_short' };
  if (length > MOST_PASSWORD) return { outcome: 'too_long' };
  const tokenHash = hashSecret(token);
  const found = await findPasswordToken(context.db, tokenHash, context.clock.now());
  if (!found) return { outcome: 'wrong_token' };
  const passwordHash = await hashInTurn(password, found.tenantId);
  if (passwordHash === 'busy') return { outcome: 'busy' };
  return context.db.transaction().execute(async (tx): Promise<ResetPasswordOutcome> => {
    const taken = await takePasswordToken(tx, tokenHash, context.clock.now());
    if (!taken) return { outcome: 'wrong_token' };
    const { tenantId, userId } = taken;
    await replacePassword(tx, tenantId, userId, passwordHash);
    const actor = { kind: 'user', id: String(userId) } as const;
    await writeDown(
      tx,
      context,
      { id: tenantId },
      { ...asking, actor },
      { action: 'password_set', subject: { kind: 'person', id: userId } },
    );
    return { outcome: 'reset', tenantId };
  });
}
