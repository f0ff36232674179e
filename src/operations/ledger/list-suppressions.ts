import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type Suppression, listSuppressions as list } from '../../ledger/suppressions.ts';
import type { Context } from '../context.ts';

export type { Suppression };

const MOST = 1_000;

/** Addresses that a tenant mails nothing more because a server said they are none, or the house did: newest first, the latest 1,000 unless told. */
export async function listSuppressions(
  context: Context,
  tenant: Tenant,
  { skip, limit } = { skip: 0, limit: MOST },
): Promise<Suppression[]> {
  return list(context.db, tenant.id, skip, limit);
}
