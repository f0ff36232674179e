import { hashSecret } from '../../crypto/secret.ts';
import type { ApiKey } from '../../domain/access/api-key.ts';
import { type Scope, withoutGrant } from '../../domain/access/scope.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { replaceKeyHash, setApiKeyRevoked } from '../../storage/access/api-keys.ts';
import type { Context } from '../context.ts';
import { newApiSecret } from './create-api-key.ts';
import { findApiKey } from './list-api-keys.ts';

/** The key may do what whoever asks may not: its secret would be theirs, and its end is not for them to decide. */
type Refused = { outcome: 'not_granted'; missing: Scope[] } | { outcome: 'not_found' };

export type RotateApiKeyOutcome = { outcome: 'rotated'; key: ApiKey; secret: string } | Refused;
export type RevokeApiKeyOutcome = { outcome: 'revoked' } | Refused;

/**
 * Gives a key another secret, told here and never again. The present one opens for so many hours more, so that the program can be given the
 * new one in peace; one that an earlier rotation left opens no more.
 */
export async function rotateApiKey(
  context: Context,
  tenant: Tenant,
  granted: readonly Scope[],
  given: { id: number; overlapHours: number },
): Promise<RotateApiKeyOutcome> {
  const refused = await refusalOf(context, tenant, granted, given.id);
  if (refused) return refused;
  const secret = newApiSecret(context);
  const previousUntil = context.clock.now().add({ hours: given.overlapHours });
  const key = await replaceKeyHash(context.db, tenant.id, given.id, { keyHash: hashSecret(secret), previousUntil });
  return key ? { outcome: 'rotated', key, secret } : { outcome: 'not_found' };
}

/** A key opens nothing from now on. */
export async function revokeApiKey(context: Context, tenant: Tenant, granted: readonly Scope[], id: number): Promise<RevokeApiKeyOutcome> {
  const refused = await refusalOf(context, tenant, granted, id);
  if (refused) return refused;
  return { outcome: (await setApiKeyRevoked(context.db, tenant.id, id, context.clock.now())) ? 'revoked' : 'not_found' };
}

// A key's scopes never change, so what is read here holds when it is written.
async function refusalOf(context: Context, tenant: Tenant, granted: readonly Scope[], id: number): Promise<Refused | undefined> {
  const key = await findApiKey(context, tenant, id);
  if (!key) return { outcome: 'not_found' };
  const missing = withoutGrant(granted, key.scopes);
  return missing.length > 0 ? { outcome: 'not_granted', missing } : undefined;
}
