import { sql } from 'kysely';
import type { AuditAction, AuditEntry, Deed } from '../../domain/audit/audit.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Database, Transaction } from '../../postgres/database.ts';

/** Writes down who did what; only within the transaction that does it. */
export async function insertAuditEntry(
  tx: Transaction,
  tenantId: number,
  { actor, cause, from }: Pick<Request, 'actor' | 'cause' | 'from'>,
  { action, subject, details = {} }: Deed,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into audit_entries (tenant_id, at, actor_kind, actor_id, action, subject_kind, subject_id, details, network, cause)
    values (${tenantId}, ${now}, ${actor.kind}, ${actor.id}, ${action}, ${subject?.kind ?? null}, ${subject === undefined ? null : String(subject.id)},
      ${JSON.stringify(details)}::jsonb, ${from ?? null}, ${cause})`.execute(tx);
}

export type AuditQuery = {
  action: AuditAction | null;
  actor: { kind: string; id: string } | null;
  /** The id of the last entry of the page before; null: from the newest on. */
  before: number | null;
  limit: number;
};

/** A tenant's entries, newest first, at most `limit`. */
export async function listAuditEntries(db: Database, tenantId: number, query: AuditQuery): Promise<AuditEntry[]> {
  const { action, actor, before, limit } = query;
  const found = await sql<AuditEntry>`
    select a.id, a.at, a.actor_kind, a.actor_id, coalesce(u.full_name, k.label) as actor_name, a.action, a.subject_kind, a.subject_id, a.details,
      a.network, a.cause
    from audit_entries a
    left join users u on a.actor_kind = 'user' and u.tenant_id = a.tenant_id and u.id::text = a.actor_id
    left join api_keys k on a.actor_kind = 'key' and k.tenant_id = a.tenant_id and k.id::text = a.actor_id
    where a.tenant_id = ${tenantId} and (${before}::bigint is null or a.id < ${before})
      and (${action}::text is null or a.action = ${action})
      and (${actor?.kind ?? null}::text is null or (a.actor_kind = ${actor?.kind ?? null} and a.actor_id = ${actor?.id ?? null}))
    order by a.id desc limit ${limit}`.execute(db);
  return found.rows;
}
