import { sql } from 'kysely';
import type { Database } from './database.ts';

/** When a ticket was asked for again after `since`, newest first, at most `limit`. */
export async function listResends(
  db: Database,
  tenantId: number,
  ticketId: number,
  since: Temporal.Instant,
  limit: number,
): Promise<Temporal.Instant[]> {
  const found = await sql<{ at: Temporal.Instant }>`
    select at from changes where tenant_id = ${tenantId} and ticket_id = ${ticketId} and kind = 'ticket_resent' and at > ${since}
    order by id desc limit ${limit}`.execute(db);
  return found.rows.map((row) => row.at);
}
