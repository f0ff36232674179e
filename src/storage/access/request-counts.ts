import { sql } from 'kysely';
import type { Database } from '../../postgres/database.ts';

/**
 * Adds to what was counted within a window, and gives the sums of all processes in the order asked. Lets windows go that ended. In the order of their
 * keys, so that two processes never wait for each other.
 */
export async function addCounts(db: Database, windowAt: Temporal.Instant, counts: { counted: Buffer; count: number }[]): Promise<number[]> {
  const sorted = counts.map((one, index) => ({ ...one, index })).toSorted((a, b) => a.counted.compare(b.counted));
  const summed = await sql<{ counted: Buffer; count: number }>`
    with over as (delete from request_counts where window_at < ${windowAt}::timestamptz - interval '5 minutes')
    insert into request_counts as r (window_at, counted, count)
    select ${windowAt}, given.counted, given.count
    from unnest(${sorted.map(({ counted }) => counted)}::bytea[], ${sorted.map(({ count }) => count)}::integer[]) given (counted, count)
    on conflict (window_at, counted) do update set count = r.count + excluded.count
    returning counted, count`.execute(db);
  const sums = new Map(summed.rows.map(({ counted, count }) => [counted.toString('hex'), count]));
  return counts.map(({ counted, count }) => sums.get(counted.toString('hex')) ?? count);
}
