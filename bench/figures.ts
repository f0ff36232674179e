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

/** A rate against another, and both. */
export function ratio(what: string, goal: string, ours: number, theirs: number, unit: string): Row {
  return { what, goal, reached: (ours / theirs).toFixed(2), raw: `${ours.toFixed(0)} against ${theirs.toFixed(0)} ${unit}` };
}

export function printTable(rows: Row[]): void {
  for (const row of rows) console.log(`| ${row.what} | ${row.goal} | ${row.reached} | ${row.raw} |`);
}
