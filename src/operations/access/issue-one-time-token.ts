import { type OneTimePurpose, insertOneTimeToken } from '../../storage/access/one-time-tokens.ts';
import type { Database } from '../../postgres/database.ts';
import type { Context } from '../context.ts';
import { hashSecret, newToken } from '../../crypto/secret.ts';

/** Long enough to follow a link or to think of a password, too short to be found in a log and used; who is invited may be on holiday. */
const LIFE_SECONDS: Record<OneTimePurpose, number> = { sign_in: 300, reset_password: 3_600, invitation: 7 * 86_400 };

/** When a token that is issued now ends. */
export const endOfToken = ({ clock }: Pick<Context, 'clock'>, purpose: OneTimePurpose): Temporal.Instant =>
  clock.now().add({ seconds: LIFE_SECONDS[purpose] });

/**
 * A token that stands for a user once: `sign_in` for `exchangeToken` (5 minutes), `reset_password` (an hour) and `invitation` (a week) for
 * `resetPassword`.
 */
export async function issueOneTimeToken(
  context: Context,
  tenantId: number,
  userId: number,
  purpose: OneTimePurpose,
  db: Database = context.db,
): Promise<string> {
  const now = context.clock.now();
  const token = newToken(context);
  const expiresAt = endOfToken(context, purpose);
  await insertOneTimeToken(db, { tenantId, userId, purpose, tokenHash: hashSecret(token), createdAt: now, expiresAt });
  return token;
}
