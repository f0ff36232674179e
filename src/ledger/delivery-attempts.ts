import { sql } from 'kysely';
import type { Database } from '../postgres/database.ts';

/** One try to hand a mail over. `reply` are the server's words, or the system's. */
export type Attempt = {
  number: number;
  outcome: 'sent' | 'deferred' | 'refused' | 'lost' | 'abandoned';
  reply: string | null;
  startedAt: Temporal.Instant;
  endedAt: Temporal.Instant;
};

/** The tries of one delivery, first to last. */
export async function listAttempts(db: Database, tenantId: number, deliveryId: number): Promise<Attempt[]> {
  const found = await sql<Attempt>`
    select number, outcome, reply, started_at, ended_at from delivery_attempts
    where tenant_id = ${tenantId} and delivery_id = ${deliveryId} order by number`.execute(db);
  return found.rows;
}
