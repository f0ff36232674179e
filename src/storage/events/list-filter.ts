import { sql } from 'kysely';

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** A condition on one column of a list: a number, a text or a time. */
export type ListFilter<Numbers extends string, Texts extends string, Times extends string> =
  | { column: Numbers; operator: Comparison; value: number }
  | { column: Texts; operator: Comparison | 'like'; value: string }
  | { column: Times; operator: Comparison; value: Temporal.Instant };

/**
 * The SQL of a filter over the table `alias`. What is not set equals nothing and differs from everything; `like` has % for anything, in any
 * case; times count in whole seconds. `value` is what it compares with, or the place where that will stand.
 */
export function whereFilter(alias: string, filter: ListFilter<string, string, string> | null, value: unknown = filter?.value) {
  if (filter === null) return sql`true`;
  const named = sql.ref(`${alias}.${filter.column}`);
  const column = typeof filter.value === 'object' ? sql`date_trunc('second', ${named})` : named;
  // Without an escape character, or a backslash at its end would be a malformed pattern.
  if (filter.operator === 'like') return sql`${column} ilike ${value} escape ''`;
  if (filter.operator === '!=') return sql`${column} is distinct from ${value}`;
  return sql`${column} ${sql.raw(filter.operator)} ${value}`;
}
