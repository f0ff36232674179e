import type { AuditEntry } from '../../domain/audit/audit.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type AuditQuery, listAuditEntries } from '../../storage/audit/audit.ts';
import type { Context } from '../context.ts';

/** A page of what was done at a tenant, newest first; `next` is where the following one begins, null on the last. */
export async function listAudit(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  query: AuditQuery,
): Promise<{ entries: AuditEntry[]; next: number | null }> {
  const found = await listAuditEntries(context.db, tenant.id, { ...query, limit: query.limit + 1 });
  const entries = found.slice(0, query.limit);
  return { entries, next: found.length > query.limit ? (entries.at(-1)?.id ?? null) : null };
}
