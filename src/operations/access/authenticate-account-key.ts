import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Account, findAccountOfKey } from '../../storage/access/accounts.ts';
import type { Context } from '../context.ts';
import { hashSecret } from '../../crypto/secret.ts';

export type { Account };

export type AuthenticateAccountKeyOutcome =
  | { outcome: 'authenticated'; tenant: Tenant; account: Account }
  | { outcome: 'unknown_key' }
  | { outcome: 'inactive' };

/** Which account an API key stands for. A demo tenant's key is unknown unless `demo` is on. */
export async function authenticateAccountKey(context: Context, key: string, demo: boolean): Promise<AuthenticateAccountKeyOutcome> {
  const found = await findAccountOfKey(context.db, hashSecret(key));
  if (!found || (found.tenant.demo && !demo)) return { outcome: 'unknown_key' };
  return found.account.active ? { outcome: 'authenticated', ...found } : { outcome: 'inactive' };
}
