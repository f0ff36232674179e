import { sql } from 'kysely';
import type { Database } from '../../src/postgres/database.ts';

/**
 * Pages of our tables and indexes that a database has touched so far, by its own count. `probe` is the one connection (maxConnections: 1) by which the
 * measured things are asked; `db` is another. A connection hands in what it counted when it is used or has been idle for some seconds: so this
 * looks until nothing is handed in any more.
 */
export async function pagesTouched(probe: Database, db: Database): Promise<number> {
  let last = await pagesHandedIn(probe, db);
  for (;;) {
    const next = await pagesHandedIn(probe, db);
    if (next === last) return next;
    last = next;
  }
}

async function pagesHandedIn(probe: Database, db: Database): Promise<number> {
  await sql`select pg_stat_force_next_flush()`.execute(probe);
  await sql`select pg_stat_force_next_flush()`.execute(db);
  const found = await sql<{ pages: number }>`
    select (sum(heap_blks_read + heap_blks_hit + coalesce(idx_blks_read + idx_blks_hit, 0) + coalesce(toast_blks_read + toast_blks_hit, 0)))::bigint as pages
    from pg_statio_user_tables`.execute(db);
  return found.rows[0]!.pages;
}
