import { newRecoveryCode, recoveryCodeHash } from '../../crypto/recovery-code.ts';
import { seal } from '../../crypto/sealed-text.ts';
import { stepOfCode, totpKeyOf } from '../../crypto/totp.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { replaceRecoveryCodes } from '../../storage/access/recovery-codes.ts';
import { setTotpKey } from '../../storage/people/users.ts';
import { type Asking, writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

/** Recovery codes are told here and never again. */
export type EnableTwoFactorOutcome = { outcome: 'enabled'; recoveryCodes: string[] } | { outcome: 'wrong_code' | 'not_found' };

const RECOVERY_CODES = 10;

/**
 * From now on a user signs in with password and code. `key` is a proposed one (base32), `code` one of this moment made with it;
 * an earlier key is replaced, and so are its recovery codes. Sessions that are open stay open.
 */
export async function enableTwoFactor(
  context: Context,
  tenant: Tenant,
  userId: number,
  proof: { key: string; code: string },
  asking: Asking,
): Promise<EnableTwoFactorOutcome> {
  if (!/^[A-Z2-7]{32}$/.test(proof.key) || stepOfCode(proof.key, proof.code, context.clock.now()) === null)
    return { outcome: 'wrong_code' };
  const sealed = seal(context, proof.key, totpKeyOf(tenant.id, userId));
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () => newRecoveryCode(context));
  return context.db.transaction().execute(async (tx): Promise<EnableTwoFactorOutcome> => {
    if (!(await setTotpKey(tx, tenant.id, userId, sealed))) return { outcome: 'not_found' };
    const hashes = recoveryCodes.flatMap((code) => recoveryCodeHash(code) ?? []);
    await replaceRecoveryCodes(tx, tenant.id, userId, hashes);
    await writeDown(tx, context, tenant, asking, { action: 'two_factor_enabled', subject: { kind: 'person', id: userId } });
    return { outcome: 'enabled', recoveryCodes };
  });
}
