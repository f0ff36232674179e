/**
 * A function that makes the value of a key, or gives the one it made before. Only what was asked for lately is kept: from `capacity` to twice as
 * many. The key must say all that `make` goes by, and the value must not be changed.
 */
export function createMemo<Value>(capacity: number): (key: string, make: (key: string) => Value) => Value {
  // Two generations instead of a list in order of use: a hit among the young, as almost all are, is one look-up and no write.
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  return (key, make) => {
    let value = young.get(key);
    if (value !== undefined || young.has(key)) return value as Value;
    value = old.has(key) ? (old.get(key) as Value) : make(key);
    if (young.size >= capacity) {
      old = young;
      young = new Map();
    }
    // A copy: a key cut out of a long text would keep all of the text.
    young.set(` ${key}`.slice(1), value);
    return value;
  };
}
