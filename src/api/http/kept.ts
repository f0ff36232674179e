/**
 * `make` of an object and of what else its answer depends on, without working anew while all of them are the same ones. Rows that did not change
 * come as the same objects (postgres/in-json.ts), and forming what a client reads of them takes longer than reading them. One answer is kept
 * for each object, as long as the object.
 */
export function kept<Given extends object, Rest extends unknown[], Made>(
  make: (given: Given, ...rest: Rest) => Made,
): (given: Given, ...rest: Rest) => Made {
  const all = new WeakMap<Given, { rest: Rest; made: Made }>();
  return (given, ...rest) => {
    const known = all.get(given);
    if (known?.rest.every((one, index) => one === rest[index])) return known.made;
    const made = make(given, ...rest);
    all.set(given, { rest, made });
    return made;
  };
}
