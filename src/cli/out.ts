/*
 * What a command says: the only place of the command line that writes to a terminal. Titles, names, reasons and servers' replies are
 * strangers' words, so every line is made harmless here, whoever wrote it.
 */

/** Lines on standard output. */
export function say(...lines: string[]): void {
  for (const line of lines) console.log(inert(line));
}

/** The option that every command has which lists something. */
export const AS_JSON = ['--json', 'as JSON: an array, its members named as in the API; [] where there is none'] as const;

/** What a command with that option is told. */
export type ListOptions = { json?: true };

/** A list on standard output: lines, of which an empty one says so, or JSON. */
export function sayList<Row extends object>(rows: readonly Row[], { json }: ListOptions, linesOf: (row: Row) => string | string[]): void {
  if (json) return sayJson(rows);
  say(...(rows.length === 0 ? ['None.'] : rows.flatMap(linesOf)));
}

/** A value on standard output as JSON, members named as in our API: snake_case, instants as RFC 3339. What could steer a terminal is escaped. */
export function sayJson(value: unknown): void {
  const text = JSON.stringify(value, (_, member: unknown) => (isRecord(member) ? snakeCased(member) : member), 2);
  console.log(text.replace(UNSAFE_IN_JSON, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function snakeCased(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]),
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

// JSON's own line ends stay; inside of texts there are none.
const UNSAFE_IN_JSON = /[\u007f-\u009f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
