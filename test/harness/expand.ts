import { sql } from 'kysely';
import { expandNextChunk } from '../../src/ledger/expand-next.ts';
import type { Database } from '../../src/postgres/database.ts';

/** Turns all plans that wait into deliveries, as a worker does it some milliseconds after the change. */
export async function expandAll(db: Database): Promise<void> {
  for (;;) {
    const pending = await sql<{ at: Temporal.Instant | null }>`select max(created_at) as at from outbox where state = 'pending'`.execute(
      db,
    );
    const at = pending.rows[0]?.at;
    if (!at) return;
    await expandNextChunk(db, 1_000, [], at);
  }
}
