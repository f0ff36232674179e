import { recoveryCodeHash } from '../../crypto/recovery-code.ts';
import { unseal } from '../../crypto/sealed-text.ts';
import { stepOfCode, totpKeyOf } from '../../crypto/totp.ts';
import { takeRecoveryCode } from '../../storage/access/recovery-codes.ts';
import { takeTotpStep } from '../../storage/people/users.ts';
import { writeDown } from '../audit/audited.ts';
import type { Context } from '../context.ts';

/** Whether a code is a user's of this moment, or one of their recovery codes; each counts once. */
export async function takeCode(
  context: Context,
  tenantId: number,
  user: { id: number; totpSealed: Uint8Array },
  code: string,
): Promise<boolean> {
  const recovery = recoveryCodeHash(code);
  if (recovery !== null) return takeRecovery(context, tenantId, user.id, recovery);
  const key = unseal(context, user.totpSealed, totpKeyOf(tenantId, user.id));
  const step = stepOfCode(key, code, context.clock.now());
  return step !== null && (await takeTotpStep(context.db, tenantId, user.id, step));
}

function takeRecovery(context: Context, tenantId: number, userId: number, hash: Buffer): Promise<boolean> {
  return context.db.transaction().execute(async (tx) => {
    if (!(await takeRecoveryCode(tx, tenantId, userId, hash))) return false;
    const asking = { actor: { kind: 'user', id: String(userId) }, cause: 'sign-in' } as const;
    await writeDown(tx, context, { id: tenantId }, asking, { action: 'recovery_code_used', subject: { kind: 'person', id: userId } });
    return true;
  });
}
