/**
 * `_depth` of the legacy routes (nexudus.md §2): how many levels of an entry are filled in. At 1 its own fields are, and what is nested
 * in them comes back as `{}`. Undefined: all levels.
 */
export function applyDepth(value: unknown, depth: number | undefined): unknown {
  if (depth === undefined || value === null || typeof value !== 'object') return value;
  // A list is no level of its own.
  if (Array.isArray(value)) return value.map((entry) => applyDepth(entry, depth));
  if (depth === 0) return {};
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, applyDepth(inner, depth - 1)]));
}
