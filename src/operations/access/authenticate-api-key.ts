import type { Scope } from '../../domain/access/scope.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findTenantOfKey } from '../../storage/access/api-keys.ts';
import type { Context } from '../context.ts';
import { hashSecret } from '../../crypto/secret.ts';

/** The tenant a key of our own API opens, and what it may do there; undefined for unknown and revoked keys, and for a demo tenant's unless `demo` is on. */
export async function authenticateApiKey(
  context: Context,
  key: string,
  demo: boolean,
): Promise<{ tenant: Tenant; keyId: number; scopes: Scope[] } | undefined> {
  const found = await findTenantOfKey(context.db, hashSecret(key));
  return found && (demo || !found.tenant.demo) ? found : undefined;
}
