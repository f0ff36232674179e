/**
 * Does for each what is to be done, and keeps none from it because another fails. Gives the sum of what `work` gives; rejects at the end with an
 * AggregateError where some failed, each under the name that `nameOf` gives it.
 */
export async function eachAlone<Item>(
  items: Item[],
  nameOf: (item: Item) => string,
  work: (item: Item) => Promise<number>,
): Promise<number> {
  const faults: Error[] = [];
  let sum = 0;
  for (const item of items) {
    try {
      sum += await work(item);
    } catch (cause) {
      faults.push(new Error(`${nameOf(item)} could not be given back`, { cause }));
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, faults.map(({ message }) => message).join('; '));
  return sum;
}
