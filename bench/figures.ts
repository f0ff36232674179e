/** One row of the report: what was reached against what was aimed at, with the raw figures behind it. */
export type Row = { what: string; goal: string; reached: string; raw: string };

/** The middle of a list of figures. */
export function median(figures: number[]): number {
  return percentile(figures, 0.5);
}

/** The figure that a share of all do not exceed. */
export function percentile(figures: number[], share: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Runs `work` over all items with so many at once; answers how long each took, in milliseconds. */
export async function inParallel<Item>(items: Item[], lanes: number, work: (item: Item, lane: number) => Promise<void>): Promise<number[]> {
  const queue = items.values();
  const took: number[] = [];
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      for (const item of queue) {
        const start = performance.now();
        await work(item, lane);
        took.push(performance.now() - start);
      }
    }),
  );
  return took;
}

export function printTable(rows: Row[]): void {
  for (const row of rows) console.log(`| ${row.what} | ${row.goal} | ${row.reached} | ${row.raw} |`);
}
