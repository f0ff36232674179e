/**
 * A moment as a person types it, by RFC 3339 in UTC: as such ("2030-05-01T14:00:00+02:00"), or on the clocks of a zone ("2030-05-01 14:00"). What cannot be
 * one stays as it is, and is refused by whoever reads it.
 */
export function momentOf(typed: string, zone: string): string {
  if (/(?:[Zz]|[+-]\d\d:\d\d)$/.test(typed)) return typed;
  try {
    return Temporal.PlainDateTime.from(typed.trim().replace(' ', 'T')).toZonedDateTime(zone).toInstant().toString();
  } catch (error) {
    if (error instanceof RangeError) return typed;
    throw error;
  }
}

/** A moment on the clocks of a zone, to the minute: "2030-05-01 14:00". */
export function clockOf(moment: string, zone: string): string {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
}
