/**
 * A page out of what was found when one more than `limit` was asked for, which tells whether there is another. `next` is the number of its last row, from which
 * the following page goes on; null on the last.
 */
export function pageOf<Row extends { id: number }>(found: Row[], limit: number): { rows: Row[]; next: number | null } {
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}
