import { hashSecret } from '../../crypto/secret.ts';
import type { Scope } from '../../domain/access/scope.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findTenantOfKey, saveKeyUse } from '../../storage/access/api-keys.ts';
import type { Context } from '../context.ts';

/** Use is remembered to the minute: a key that is used all day is written once a minute, not with every request. */
const USE_MINUTES = 1;

/**
 * The tenant a key of our own API opens, and what it may do there; undefined for unknown, ended and revoked keys, and for a demo tenant's unless
 * `demo` is on.
 */
export async function authenticateApiKey(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  secret: string,
  demo: boolean,
): Promise<{ tenant: Tenant; keyId: number; scopes: Scope[] } | undefined> {
  const now = clock.now();
  const found = await findTenantOfKey(db, hashSecret(secret), now);
  if (!found || (found.tenant.demo && !demo)) return undefined;
  const { lastUsedAt, ...opened } = found;
  const before = now.subtract({ minutes: USE_MINUTES });
  if (lastUsedAt === null || Temporal.Instant.compare(lastUsedAt, before) <= 0) {
    await saveKeyUse(db, opened.tenant.id, opened.keyId, now, before);
  }
  return opened;
}
