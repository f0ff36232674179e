const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 3_600;
/** A mail is tried for so long, counted from the change that caused it. */
const GIVE_UP_AFTER = Temporal.Duration.from({ hours: 72 });
/** Retries that the calendar brings forward keep this distance. */
const CLOSEST_SECONDS = 60;
/** Of the time that is left until what a mail is about begins, the part after which it must have been tried again. */
const LAST_QUARTER = 0.75;

/** What a retry hangs on. */
export type Setback = {
  /** How often a server has put this mail off or the way to it broke, this time included; 0: we broke off ourselves. */
  setbacks: number;
  /** From 0 to below 1; spreads those that failed together. */
  chance: number;
  /** When the change was made that it tells of. */
  createdAt: Temporal.Instant;
  /** When what it is about begins; null: unknown. */
  startsAt: Temporal.Instant | null;
  now: Temporal.Instant;
};

/**
 * When to try again: 5 to 10 seconds after the first setback, doubling to half an hour to an hour; at once where we broke off ourselves. What begins
 * soon is tried again before it does, in the last quarter of the time that is left, but then not within a minute. The last try is at the end of
 * the three days; null after it: give up.
 */
export function nextAttemptAt({ setbacks, chance, createdAt, startsAt, now }: Setback): Temporal.Instant | null {
  const end = createdAt.add(GIVE_UP_AFTER);
  if (Temporal.Instant.compare(now, end) >= 0) return null;
  if (setbacks === 0) return now;
  const usual = Math.min(FIRST_SECONDS * 2 ** (setbacks - 1), LONGEST_SECONDS / 2) * (1 + chance);
  const left = startsAt === null ? 0 : now.until(startsAt).total('seconds');
  const before = left > 0 ? Math.max(CLOSEST_SECONDS, left * (LAST_QUARTER + (chance * (1 - LAST_QUARTER)) / 2)) : Number.POSITIVE_INFINITY;
  const next = now.add({ milliseconds: Math.floor(Math.min(usual, before) * 1_000) });
  return Temporal.Instant.compare(next, end) < 0 ? next : end;
}
