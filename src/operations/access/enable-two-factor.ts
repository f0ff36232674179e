import type { Tenant } from '../../domain/tenants/tenant.ts';
import { setTotpKey } from '../../storage/people/users.ts';
import type { Context } from '../context.ts';
import { seal } from '../../crypto/sealed-text.ts';
import { stepOfCode, totpKeyOf } from '../../crypto/totp.ts';

export type EnableTwoFactorOutcome = { outcome: 'enabled' | 'wrong_code' | 'not_found' };

/**
 * From now on a user signs in with password and code. `key` is a proposed one (base32), `code` one of this moment made with it;
 * an earlier key is replaced. Sessions that are open stay open.
 */
export async function enableTwoFactor(
  context: Context,
  tenant: Tenant,
  userId: number,
  proof: { key: string; code: string },
): Promise<EnableTwoFactorOutcome> {
  if (stepOfCode(proof.key, proof.code, context.clock.now()) === null) return { outcome: 'wrong_code' };
  const sealed = seal(context, proof.key, totpKeyOf(tenant.id, userId));
  return { outcome: (await setTotpKey(context.db, tenant.id, userId, sealed)) ? 'enabled' : 'not_found' };
}
