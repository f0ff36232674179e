import { type OneTimePurpose, insertOneTimeToken } from '../../storage/access/one-time-tokens.ts';
import type { Context } from '../context.ts';
import { hashSecret, newToken } from '../../crypto/secret.ts';

/** Long enough to follow a link or to think of a password, too short to be found in a log and used. */
const LIFE_SECONDS: Record<OneTimePurpose, number> = { sign_in: 300, reset_password: 3_600 };

/** A token that stands for a user once: `sign_in` for `exchangeToken` (5 minutes), `reset_password` for `resetPassword` (an hour). */
export async function issueOneTimeToken(context: Context, tenantId: number, userId: number, purpose: OneTimePurpose): Promise<string> {
  const now = context.clock.now();
  const token = newToken(context);
  const expiresAt = now.add({ seconds: LIFE_SECONDS[purpose] });
  await insertOneTimeToken(context.db, { tenantId, userId, purpose, tokenHash: hashSecret(token), createdAt: now, expiresAt });
  return token;
}
