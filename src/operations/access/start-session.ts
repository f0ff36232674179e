import { listProfiles } from '../../storage/people/customers.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { replaceRefreshToken } from '../../storage/access/refresh-tokens.ts';
import { deleteSomeExpiredSessions, insertSession } from '../../storage/access/sessions.ts';
import type { Context } from '../context.ts';
import { hashSecret, newToken } from '../../crypto/secret.ts';

export type StartedSession = { accessToken: string; refreshToken: string; expiresInSeconds: number };

/** The longest an access token lives. */
export const ACCESS_SECONDS = 86_400;
const REFRESH_SECONDS = 15 * 86_400;

/**
 * An access token, for a day unless told, and a refresh token for 15 days, which voids the earlier one of the same client. Both are
 * kept as hashes only.
 */
export async function startSession(
  tx: Transaction,
  context: Context,
  whose: { tenantId: number; userId: number; customerId: number; clientId: string },
  expiresInSeconds: number = ACCESS_SECONDS,
): Promise<StartedSession> {
  const now = context.clock.now();
  const [accessToken, refreshToken] = [newToken(context), newToken(context)];
  const owner = { ...whose, createdAt: now };
  await replaceRefreshToken(tx, { ...owner, tokenHash: hashSecret(refreshToken), expiresAt: now.add({ seconds: REFRESH_SECONDS }) });
  await insertSession(tx, { ...owner, tokenHash: hashSecret(accessToken), expiresAt: now.add({ seconds: expiresInSeconds }) });
  await deleteSomeExpiredSessions(tx, now);
  return { accessToken, refreshToken, expiresInSeconds };
}

/**
 * The profile that a user acts as: the wished one where it is active, else the first active one, the default before others.
 * Without one, why: all of them are inactive, or there is none at this tenant.
 */
export async function actingProfile(
  db: Database,
  tenantId: number,
  userId: number,
  wishedId: number | null = null,
): Promise<{ id: number } | 'inactive' | 'no_profile'> {
  const profiles = await listProfiles(db, tenantId, userId);
  const active = profiles.filter((profile) => profile.active);
  return active.find(({ id }) => id === wishedId) ?? active[0] ?? (profiles.length > 0 ? 'inactive' : 'no_profile');
}
