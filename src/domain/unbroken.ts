/**
 * A stretch of time that does not break at its dash: a line may end behind every dash, even before a no-break space (UAX #14, LB12a), but not
 * before a word joiner.
 */
export function unbroken(range: string): string {
  return range.replace(/(\s?)–(\s?)/gu, (_dash, before: string, after: string) => `${before && '\u00a0'}–\u2060${after && '\u00a0'}`);
}
