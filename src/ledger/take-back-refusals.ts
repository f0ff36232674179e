import { sql } from 'kysely';
import type { Database } from '../postgres/database.ts';

/**
 * Takes back that these deliveries were refused for their recipients' fault: it was the relay that refused. They are due again, unless something newer
 * has taken their place, and their addresses are mailed as before.
 */
export async function takeBackRefusals(db: Database, of: { tenantId: number; id: number }[], dueAt: Temporal.Instant): Promise<void> {
  if (of.length === 0) return;
  const [tenants, ids] = [of.map((one) => one.tenantId), of.map((one) => one.id)];
  await db.transaction().execute(async (tx) => {
    await sql`delete from suppressions s using unnest(${tenants}::bigint[], ${ids}::bigint[]) as k(tenant_id, id)
      where s.tenant_id = k.tenant_id and s.delivery_id = k.id`.execute(tx);
    await sql`
      update deliveries d set state = 'awaiting_retry', finished_at = null, due_at = ${dueAt}, setbacks = d.setbacks + 1
      from unnest(${tenants}::bigint[], ${ids}::bigint[]) as k(tenant_id, id)
      where d.id = k.id and (d.tenant_id = k.tenant_id) is true and d.state = 'bounced' and d.ended_because is null`.execute(tx);
  });
}
