import { sql } from 'kysely';
import { expandNext } from '../../src/ledger/expand-next.ts';
import type { Database } from '../../src/postgres/database.ts';

/** Turns the plans of few that wait into deliveries, as a worker does it some milliseconds after the change; those of a crowd are left to the test. */
export async function expandAll(db: Database): Promise<void> {
  for (;;) {
    const pending = await sql<{ at: Temporal.Instant | null }>`
      select max(created_at) as at from outbox where state = 'pending' and lane = 0 and retry_at is null`.execute(db);
    const at = pending.rows[0]?.at;
    if (!at) return;
    const { failed } = await expandNext(db, 50, at);
    if (failed.length > 0) throw failed[0]?.cause;
  }
}
