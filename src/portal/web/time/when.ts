import type { EventTimes } from '../api/wire.ts';

/** A stretch of time in one zone, in words. `zone` is "Madrid time" or null when only the offset is known. */
export type When = { day: string; hours: string; zone: string | null; offset: string };

/** The language of dates: the reader's English (12 or 24 hours), else British, since the pages are in English. */
export const pageLocale = (languages: readonly string[]): string =>
  languages.find((language) => language.toLowerCase().startsWith('en-')) ?? 'en-GB';

/** Offset of an IANA zone from UTC at an instant, as "UTC+01:00"; plain "UTC" for zero. */
export function offsetAt(instant: Date, zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(instant);
  return (parts.find((part) => part.type === 'timeZoneName')?.value ?? 'UTC').replace('GMT', 'UTC');
}

/** "Europe/Madrid" → "Madrid time"; null for zones that are not named after a place. */
export function placeOf(zone: string): string | null {
  const slash = zone.lastIndexOf('/');
  return slash < 0 || zone.startsWith('Etc/') ? null : `${zone.slice(slash + 1).replaceAll('_', ' ')} time`;
}

/** Start to end as seen in `zone`; both ends carry their offset when the clocks change in between. */
export function whenIn(zone: string, start: Date, end: Date, locale: string): When {
  const inZone = (instant: Date, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, ...options }).format(instant);
  const dayOf = (instant: Date, withYear: boolean): string =>
    inZone(instant, { weekday: 'long', day: 'numeric', month: 'long', ...(withYear && { year: 'numeric' }) });
  const hasTwelveHours = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;
  const hourOf = (instant: Date): string =>
    // "11:00" and "AM" stay on one line.
    inZone(instant, { hour: hasTwelveHours ? 'numeric' : '2-digit', minute: '2-digit' }).replace(/\s/g, '\u00a0');
  const offset = offsetAt(start, zone);
  const endOffset = offsetAt(end, zone);
  const day = dayOf(start, true);
  const hasOtherDay = dayOf(end, true) !== day;
  const hasOtherYear = inZone(start, { year: 'numeric' }) !== inZone(end, { year: 'numeric' });
  const from = hourOf(start) + (endOffset === offset ? '' : `\u00a0(${offset})`);
  const to = hourOf(end) + (endOffset === offset ? '' : `\u00a0(${endOffset})`);
  // A range stays on one line, unless there is a date in it: then it may break there. Behind a dash a line may end even before a no-break space
  // (UAX #14, LB12a), so a word joiner holds it.
  return {
    day,
    hours: `${from}\u00a0–\u2060\u00a0${hasOtherDay ? `${dayOf(end, hasOtherYear)}, ` : ''}${to}`,
    zone: placeOf(zone),
    offset,
  };
}

const asUtc = (wall: string): Date => new Date(`${wall.slice(0, 19)}Z`);

function offsetOfWall(wall: string, instant: Date): string {
  const minutes = Math.round((asUtc(wall).getTime() - instant.getTime()) / 60_000);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const size = Math.abs(minutes);
  return minutes === 0 ? 'UTC' : `UTC${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
}

/**
 * The event by the clock on its own wall, when that differs from the reader's; else null. The wire carries that wall
 * clock but not its zone's name, so the tenant's zone lends its name only while its offset agrees.
 */
export function whenThere(times: EventTimes, readerZone: string, tenantZone: string | undefined, locale: string): When | null {
  const start = new Date(times.StartDateUtc);
  const offset = offsetOfWall(times.StartDate, start);
  if (offset === offsetAt(start, readerZone)) return null;
  const wall = whenIn('UTC', asUtc(times.StartDate), asUtc(times.EndDate), locale);
  return { ...wall, offset, zone: tenantZone && offsetAt(start, tenantZone) === offset ? placeOf(tenantZone) : null };
}
