/**
 * A pure function that remembers what it made of its last arguments: at least `most` of them, at most twice as many. Those that come again and again stay,
 * whatever comes once in between.
 */
export function remembered<Value>(most: number, make: (key: string) => Value): (key: string) => Value {
  let recent = new Map<string, Value>();
  let before = new Map<string, Value>();
  return (key) => {
    const known = recent.get(key);
    if (known !== undefined) return known;
    const value = before.get(key) ?? make(key);
    if (recent.size >= most) [before, recent] = [recent, new Map()];
    recent.set(key, value);
    return value;
  };
}
