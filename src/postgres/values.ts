import { types } from 'pg';

/**
 * How PostgreSQL's values become ours and ours become PostgreSQL's. Scoped to the pools of database.ts: node-postgres
 * keeps one process-wide table of parsers, and changing that would change every other user of the driver.
 */

type Parser = (value: string) => unknown;

/** int8: ids and counts. A number beyond 2^53 would come out as a different number, so it is a fault, never a rounding. */
function integer(value: string): number {
  const parsed = Number(value);
  if (!Number.isSafeInteger(parsed)) throw new RangeError(`the bigint ${value} does not fit a JavaScript number`);
  return parsed;
}

/** timestamptz as PostgreSQL prints it under DateStyle ISO, e.g. "2026-11-05 17:00:00.5+00". Infinity is a fault. */
function instant(value: string): Temporal.Instant {
  return Temporal.Instant.from(value);
}

/** Text as it is: for numeric (money and sums never pass through a float) and for dates and times without a zone. */
function text(value: string): string {
  return value;
}

const TEXT_ARRAY: number = 1009;
const textArray: (value: string) => (string | null)[] = types.getTypeParser(TEXT_ARRAY);

function arrayOf(parse: Parser): Parser {
  return (value) => textArray(value).map((entry) => (entry === null ? null : parse(entry)));
}

// pg_type.oid of each type and of its array, fixed for all PostgreSQL versions.
const parsers = new Map<number, Parser>([
  [20, integer],
  [1016, arrayOf(integer)],
  [1184, instant],
  [1185, arrayOf(instant)],
  [1700, text],
  [1231, arrayOf(text)],
  [1082, text],
  [1182, arrayOf(text)],
  [1114, text],
  [1115, arrayOf(text)],
]);

/** The `types` setting of a node-postgres client: our parsers first, the driver's own (jsonb parsed, bytea as Buffer) otherwise. */
export const columnTypes = {
  getTypeParser(typeId: number, format: 'text' | 'binary' = 'text'): Parser {
    return (format === 'text' ? parsers.get(typeId) : undefined) ?? types.getTypeParser(typeId, format);
  },
};

/**
 * A parameter as the driver should send it. The driver would send a Temporal.Instant as quoted JSON. Cut, not rounded,
 * to the microseconds that timestamptz holds: PostgreSQL rounds, and half of all instants would be stored later than they were.
 */
export function toParameter(value: unknown): unknown {
  if (value instanceof Temporal.Instant) return value.toString({ smallestUnit: 'microsecond' });
  if (Array.isArray(value)) return value.map(toParameter);
  return value;
}
