/** A row that came as JSON with its names as ours, and those of these columns that hold one as instants. */
export function fromJson<Row extends object>(
  row: object,
  instants: readonly (keyof { [Name in keyof Row as Row[Name] extends Temporal.Instant | null ? Name : never]: 0 })[],
): Row {
  const ours = Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase()), value]),
  );
  for (const name of instants) if (ours[name] !== null) ours[name] = Temporal.Instant.from(ours[name]);
  return ours as Row;
}

// A text beyond this is a list that hardly comes twice.
const LONGEST_KEPT = 16_384;

/**
 * Reads what rows hold as JSON text, and a text that comes again not again: what is read all day is the same few events, of which making
 * objects costs more than asking for them. The database is asked each time, so nothing is older than its answer. Keeps at most two times
 * `most` texts, those that came last. What it gives is shared, and frozen for that.
 */
export function readOnce<Value extends object>(read: (json: never) => Value, most = 250): (text: string) => Value {
  let recent = new Map<string, Value>();
  let before = new Map<string, Value>();
  return (text) => {
    const known = recent.get(text);
    if (known) return known;
    const value = before.get(text) ?? frozen(read(JSON.parse(text) as never));
    if (text.length > LONGEST_KEPT) return value;
    if (recent.size >= most) [before, recent] = [recent, new Map()];
    recent.set(text, value);
    return value;
  };
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !(value instanceof Temporal.Instant))
    Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}
