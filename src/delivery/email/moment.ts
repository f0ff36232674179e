import { createMemo } from '../../domain/memo.ts';

/** A start and end as one reader's clock shows them, in words of their language. */
export type Moment = {
  start: ClockTime;
  /** Null when the event has no length. */
  end: ClockTime | null;
  /** Zone in words, IANA name and offset: "Central European Standard Time (Europe/Madrid, UTC+1)". */
  zone: string;
  /** The start for a subject line: "Thu, 5 Nov 2026, 15:00 (UTC+1)". */
  short: string;
  /** For the calendar leaf: "NOV", "5", "Thu". */
  leaf: { month: string; day: string; weekday: string };
};

/** One reading of a wall clock. */
export type ClockTime = {
  /** "Thursday, 5 November 2026" */
  date: string;
  /** "15:00", with its offset behind it, after a no-break space, when start and end stand at different ones. */
  clock: string;
  /** RFC 3339 with the zone's offset. */
  iso: string;
};

// A server sees a few locales and zones; a hostile list of zones must not fill memory. Making a format costs as much as composing a mail.
const formats = createMemo<Intl.DateTimeFormat>(256);
/** Dates in words: a day has many meetings. */
const dates = createMemo<string>(2_000);
/** Whole moments: a meeting has a few readers in each zone, and a calendar's day many meetings at the same hour. A year of days in a handful of zones. */
const moments = createMemo<Moment>(2_000);

/**
 * Describes an event's time on the wall clock of a zone.
 * @param zone IANA name
 * @param locale BCP 47 tag, such as `en-GB`
 * @throws RangeError for a zone the tz database does not know
 */
export function describeMoment(startsAt: Temporal.Instant, endsAt: Temporal.Instant, zone: string, locale: string): Moment {
  const lasts = Temporal.Instant.compare(endsAt, startsAt) > 0;
  // Nothing is shown of a millisecond, but for whether there are any.
  const key = `${startsAt.epochMilliseconds} ${endsAt.epochMilliseconds} ${lasts} ${locale} ${zone}`;
  return moments(key, () => momentOf(startsAt, lasts, endsAt, zone, locale));
}

function momentOf(startsAt: Temporal.Instant, lasts: boolean, endsAt: Temporal.Instant, zone: string, locale: string): Moment {
  const from = startsAt.toZonedDateTimeISO(zone);
  const to = endsAt.toZonedDateTimeISO(zone);
  // Over a change to or from summer time two clock times alone would lie about the length.
  const offsetsDiffer = from.offset !== to.offset;
  return {
    start: clockTime(from, locale, offsetsDiffer),
    end: lasts ? clockTime(to, locale, offsetsDiffer) : null,
    zone: zoneInWords(from, locale, offsetsDiffer),
    short: `${named(from, locale, SHORT_DATE)}, ${wallClock(from)} (${offsetInWords(from)})`,
    leaf: {
      month: named(from, locale, { month: 'short' }).replace('.', '').toUpperCase(),
      day: String(from.day),
      weekday: named(from, locale, { weekday: 'short' }).replace('.', ''),
    },
  };
}

/** One instant on the wall clock of a zone: "Thursday, 5 November 2026, 15:00 (UTC+1)". */
export function momentInWords(instant: Temporal.Instant, zone: string, locale: string): string {
  const time = instant.toZonedDateTimeISO(zone);
  return `${capitalized(named(time, locale, FULL_DATE))}, ${wallClock(time)} (${offsetInWords(time)})`;
}

/** Whether two descriptions of the same event, in two zones, show different times on the wall clock. */
export function wallClocksDiffer(here: Moment, there: Moment): boolean {
  return here.start.iso !== there.start.iso || here.end?.iso !== there.end?.iso;
}

const FULL_DATE = { dateStyle: 'full' } as const;
const SHORT_DATE = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;

/** Spanish and French write weekdays and zones small; at the start of a line they still begin with a capital. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function clockTime(time: Temporal.ZonedDateTime, locale: string, withOffset: boolean): ClockTime {
  return {
    date: capitalized(named(time, locale, FULL_DATE)),
    clock: withOffset ? `${wallClock(time)}\u00a0(${offsetInWords(time)})` : wallClock(time),
    iso: time.toString({ timeZoneName: 'never', smallestUnit: 'second', roundingMode: 'floor' }),
  };
}

/** The date in words. Formatted as a date of no zone: wall clocks come from Temporal alone, words from Intl alone. */
function named(time: Temporal.ZonedDateTime, locale: string, options: Intl.DateTimeFormatOptions): string {
  const date = time.toPlainDate();
  return dates(`${date.toString()} ${locale} ${JSON.stringify(options)}`, () =>
    format(locale, 'UTC', options).format(date.toZonedDateTime('UTC').epochMilliseconds),
  );
}

/** "15:00" on a 24-hour clock in every language; seconds only when there are any, for the calendar part has them too. */
function wallClock(time: Temporal.ZonedDateTime): string {
  return time.toPlainTime().toString({ smallestUnit: time.second === 0 ? 'minute' : 'second' });
}

/** "UTC+1", "UTC+5:30", "UTC-5", "UTC". */
function offsetInWords(time: Temporal.ZonedDateTime): string {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)/.exec(time.offset) ?? [];
  if (sign === undefined || time.offsetNanoseconds === 0) return 'UTC';
  return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

/**
 * The zone's name in the reader's language where it has one, its IANA name, its offset. Over a change of offset the IANA
 * name alone: the others name summer or standard time, and the clocks carry their offsets themselves.
 */
function zoneInWords(time: Temporal.ZonedDateTime, locale: string, offsetsDiffer: boolean): string {
  if (offsetsDiffer) return time.timeZoneId;
  const parts = format(locale, time.timeZoneId, { timeZoneName: 'long' }).formatToParts(time.epochMilliseconds);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const details = `${time.timeZoneId}, ${offsetInWords(time)}`;
  // Zones without a name are given as an offset, which stands in the details anyway.
  if (name === '' || /^(?:GMT|UTC)[+\-\u2212\d]/.test(name)) return details;
  return time.timeZoneId === 'UTC' ? `${name} (UTC)` : `${name} (${details})`;
}

function format(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return formats(
    `${locale} ${timeZone} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale, { ...options, timeZone, calendar: 'gregory', numberingSystem: 'latn' }),
  );
}
