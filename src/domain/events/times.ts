export type Times = { startsAt: Temporal.Instant; endsAt: Temporal.Instant };

/** Why an event cannot take place then. `outside_calendar`: in a year that mails, calendars and the clocks of zones do not all know. */
export type TimesRefusal = 'ends_before_start' | 'starts_in_past' | 'outside_calendar';

/** What every door takes: from the first year of time stamps to the last of a century whose rules of time zones can be guessed at all. In UTC. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

const EARLIEST = Temporal.Instant.from(`${FIRST_YEAR}-01-01T00:00:00Z`);
const TOO_LATE = Temporal.Instant.from(`${LAST_YEAR + 1}-01-01T00:00:00Z`);

/**
 * Whether an event may take place at these times, null if so. Nobody is told of a start that is over; `before` are the times of an event that
 * is changed: what stays as it was is not judged, so one that runs can be made longer, and one that is over keeps its times.
 */
export function refusalOfTimes(times: Times, before: Times | null, now: Temporal.Instant): TimesRefusal | null {
  const compare = Temporal.Instant.compare;
  const { startsAt, endsAt } = times;
  const startStays = before !== null && before.startsAt.equals(startsAt);
  if (startStays && before.endsAt.equals(endsAt)) return null;
  if (compare(endsAt, startsAt) <= 0) return 'ends_before_start';
  if (compare(startsAt, EARLIEST) < 0 || compare(endsAt, TOO_LATE) >= 0) return 'outside_calendar';
  const isOver = startStays ? compare(endsAt, now) <= 0 : compare(startsAt, now) < 0;
  return isOver ? 'starts_in_past' : null;
}
