import { sql } from 'kysely';
import type { Database } from '../postgres/database.ts';

/** One try to hand a mail over. `reply` are the server's words, or the system's. */
export type Attempt = {
  number: number;
  outcome: 'sent' | 'captured' | 'deferred' | 'refused' | 'lost' | 'abandoned';
  reply: string | null;
  startedAt: Temporal.Instant;
  endedAt: Temporal.Instant;
};

/** The tries of one delivery, first to last: those that failed have rows of their own, one that was taken stands in its delivery's. */
export async function listAttempts(db: Database, tenantId: number, deliveryId: number): Promise<Attempt[]> {
  const found = await sql<Attempt>`
    select number, outcome, reply, started_at, ended_at from (select * from delivery_attempts where delivery_id = ${deliveryId} offset 0) a
    where a.tenant_id = ${tenantId}
    union all select attempts, state, last_reply, started_at, finished_at from deliveries
    where tenant_id = ${tenantId} and id = ${deliveryId} and state in ('sent', 'captured') and started_at is not null
    order by number`.execute(db);
  return found.rows;
}
