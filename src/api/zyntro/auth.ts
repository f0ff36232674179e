import type { Context } from 'hono';
import type { Tenant } from '../../domain/tenant.ts';
import { type Account, authenticateAccountKey } from '../../operations/authenticate-account-key.ts';
import { findEventOfAccount } from '../../operations/find-event-of-account.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';
import { throttleKey } from '../http/throttle-key.ts';
import type { Code } from './errors.ts';
import { type Body, type Pair, isMissing } from './schema.ts';
import type { Throttle } from './throttle.ts';

/** What the handlers of this door share: the door's options and its one throttle. */
export type ZyntroDoor = DoorOptions & { throttle: Throttle };

/** The event a bare pair names, or undefined for every kind of miss alike, which is counted (zyntro.md §13, S2 and S4). */
export async function eventOfPair(
  door: ZyntroDoor,
  c: Context<DoorEnv>,
  pair: Pair,
): Promise<{ tenant: Tenant; eventId: number } | undefined> {
  const found = await findEventOfAccount(door.context, pair.accountNumber, pair.publicId);
  if (found && !pair.withToken && (door.demo || !found.tenant.demo)) {
    c.set('tenantId', found.tenant.id);
    return found;
  }
  await door.throttle.miss(throttleKey(c.get('clientAddress')));
  return undefined;
}

/** The account of a body's `api_key` (zyntro.md §3). A wrong key counts as a miss. */
export async function accountOf(
  door: ZyntroDoor,
  c: Context<DoorEnv>,
  body: Body,
): Promise<{ tenant: Tenant; account: Account } | { code: Code }> {
  const { api_key: key } = body;
  if (isMissing(key)) return { code: 'MISSING_API_KEY' };
  const found = await authenticateAccountKey(door.context, typeof key === 'string' ? key : '', door.demo);
  switch (found.outcome) {
    case 'authenticated':
      c.set('tenantId', found.tenant.id);
      return found;
    case 'inactive':
      return { code: 'INACTIVE_USER' };
    case 'unknown_key':
      await door.throttle.miss(throttleKey(c.get('clientAddress')));
      return { code: 'INVALID_API_KEY' };
  }
}

/** The actor and cause of what a request changes; `by` says whether a secret was shown. */
export function requestOf(c: Context<DoorEnv>, by: 'pair' | 'key', accountNumber: number, reason: string | null) {
  return {
    actor: { kind: 'account' as const, id: String(accountNumber) },
    cause: `zyntro ${by} ${c.get('requestId')}`,
    reason,
  };
}
