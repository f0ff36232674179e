/**
 * The known name that another one is a slip of: one letter more, fewer or other, two that changed places, or small ones. Undefined for every
 * other name, which is somebody else's.
 */
export function misspeltFrom(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return undefined;
  // Short names are too near to others' (HOST, HOME; PORT, SORT).
  return known.find((one) => one.length >= 7 && isOneSlip(name.toUpperCase(), one));
}

function isOneSlip(given: string, meant: string): boolean {
  let start = 0;
  while (start < meant.length && given[start] === meant[start]) start += 1;
  let end = 0;
  while (end < meant.length - start && end < given.length - start && given.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const left = given.slice(start, given.length - end);
  const right = meant.slice(start, meant.length - end);
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left === `${right[1]}${right[0]}`);
}
