import { timingSafeEqual } from 'node:crypto';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findAccessKey } from '../../storage/access/access-keys.ts';
import type { Context } from '../context.ts';
import { hostNameOf } from '../tenants/find-tenant.ts';
import { hashSecret } from '../../crypto/secret.ts';

/** A program that acts at a tenant, with its role's permissions (`resource.action.scope`). */
export type Client = { id: number; requestsPerSecond: number; permissions: string[] };

export type AuthenticateAccessKeyOutcome =
  | { outcome: 'authenticated'; tenant: Tenant; client: Client }
  /** Wrong key, wrong secret, another tenant's key, or a host that is nobody's (then without a tenant). */
  | { outcome: 'refused'; tenant: Tenant | null };

// Compared with where there is no such key, so that an unknown id takes the same work as a wrong secret. Nothing hashes to it
// knowingly, and a match would not be accepted.
const NO_HASH = Buffer.alloc(32);

/**
 * Which client a key pair stands for at the tenant that the Host header means. A demo tenant's keys open only while `demo`
 * is on.
 */
export async function authenticateAccessKey(
  context: Context,
  hostHeader: string | undefined,
  pair: { keyId: string; secret: string },
  demo: boolean,
): Promise<AuthenticateAccessKeyOutcome> {
  const found = await findAccessKey(context.db, hostNameOf(hostHeader), pair.keyId);
  if (!found) return { outcome: 'refused', tenant: null };
  const { tenant, key } = found;
  const matches = timingSafeEqual(hashSecret(pair.secret), key?.secretHash ?? NO_HASH);
  if (!key || !matches || (tenant.demo && !demo)) return { outcome: 'refused', tenant };
  const { clientId, requestsPerSecond, permissions } = key;
  return { outcome: 'authenticated', tenant, client: { id: clientId, requestsPerSecond, permissions } };
}
