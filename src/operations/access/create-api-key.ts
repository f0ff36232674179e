import { hashSecret, newToken } from '../../crypto/secret.ts';
import type { ApiKey } from '../../domain/access/api-key.ts';
import { LEAST_SCOPES, type Scope, withoutGrant } from '../../domain/access/scope.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { insertApiKey } from '../../storage/access/api-keys.ts';
import type { Context } from '../context.ts';

export type CreateApiKeyOutcome =
  /** The secret is told here and never again: a hash of it is kept. */
  | { outcome: 'created'; key: ApiKey; secret: string }
  /** Scopes that whoever makes it has not. */
  | { outcome: 'not_granted'; missing: Scope[] }
  | { outcome: 'ends_in_the_past' };

/**
 * Makes a key of our own API, `adj_` and 43 characters. It may do what its scopes say, the least unless told, and never what `granted`, those of whoever
 * makes it, do not permit.
 */
export async function createApiKey(
  context: Context,
  tenant: Tenant,
  granted: readonly Scope[],
  given: { name: string; scopes?: Scope[] | undefined; expiresAt?: Temporal.Instant | null | undefined },
): Promise<CreateApiKeyOutcome> {
  const { name, scopes = LEAST_SCOPES, expiresAt = null } = given;
  const now = context.clock.now();
  if (expiresAt && Temporal.Instant.compare(expiresAt, now) <= 0) return { outcome: 'ends_in_the_past' };
  const missing = withoutGrant(granted, scopes);
  if (missing.length > 0) return { outcome: 'not_granted', missing };
  const secret = newApiSecret(context);
  const row = { name, scopes: [...new Set(scopes)], createdAt: now, expiresAt, keyHash: hashSecret(secret) };
  return { outcome: 'created', key: await insertApiKey(context.db, tenant.id, row), secret };
}

/** The secret of a key of our own API. */
export function newApiSecret(context: Pick<Context, 'random'>): string {
  return `adj_${newToken(context)}`;
}
