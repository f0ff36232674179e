/*
 * What a command says: the only place of the command line that writes to a terminal. Titles, names, reasons and servers' replies are
 * strangers' words, so every line is made harmless here, whoever wrote it.
 */

/** Lines on standard output. */
export function say(...lines: string[]): void {
  for (const line of lines) console.log(inert(line));
}

/** A list on standard output, a line each; an empty one says so. */
export function sayList(lines: string[]): void {
  say(...(lines.length === 0 ? ['None.'] : lines));
}

/** A record as JSON on standard output, instants as text; the names of its members are those of API v1. */
export function sayRecord(record: object): void {
  console.log(JSON.stringify(record, snakeCased, 2));
}

/** A list of records as JSON. */
export function sayRecords(records: readonly object[]): void {
  sayRecord(records);
}

function snakeCased(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), member]),
  );
}

/** Lines on standard error: why something was not done. */
export function complain(...lines: string[]): void {
  for (const line of lines) console.error(inert(line));
}

/** Something thrown, as a sentence on standard error. */
export function complainOf(thrown: unknown): void {
  complain(...(thrown instanceof Error ? thrown.message || thrown.name : String(thrown)).split('\n'));
}

/**
 * A line that cannot steer the terminal that shows it. Control characters move a cursor and rename a window; direction marks show a line
 * in another order than it has.
 */
export function inert(line: string): string {
  return line.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ');
}
