import { unseal } from '../../crypto/sealed-text.ts';
import { stepOfCode, totpKeyOf } from '../../crypto/totp.ts';
import { takeTotpStep } from '../../storage/people/users.ts';
import type { Context } from '../context.ts';

/** Whether a code is a user's of this moment; each counts once. */
export async function takeCode(
  context: Context,
  tenantId: number,
  user: { id: number; totpSealed: Uint8Array },
  code: string,
): Promise<boolean> {
  const key = unseal(context, user.totpSealed, totpKeyOf(tenantId, user.id));
  const step = stepOfCode(key, code, context.clock.now());
  return step !== null && (await takeTotpStep(context.db, tenantId, user.id, step));
}
