import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Suppression, listSuppressions as list } from '../../ledger/suppressions.ts';
import type { Context } from '../context.ts';

export type { Suppression };

const MOST = 1_000;

/** Addresses that a tenant mails nothing more because a server said they are none: the latest 1,000, newest first. */
export async function listSuppressions(context: Context, tenant: Tenant): Promise<Suppression[]> {
  return list(context.db, tenant.id, MOST);
}
