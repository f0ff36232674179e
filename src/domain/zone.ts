import { WINDOWS_ZONES } from './windows-zones.ts';

/**
 * The IANA name of a time zone in its own spelling ("europe/madrid" → "Europe/Madrid"), or null when there is no such zone. A name of Windows
 * is the zone that CLDR says it is ("W. Europe Standard Time" → "Europe/Berlin"). A bare offset ("+02:00") is none: it knows no summer.
 */
export function zoneOf(name: string): string | null {
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    return new Temporal.ZonedDateTime(0n, WINDOWS_ZONES.get(name.toLowerCase()) ?? name).timeZoneId;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
