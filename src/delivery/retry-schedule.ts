const FIRST_SECONDS = 5;
const LONGEST_SECONDS = 3_600;
/** A mail is tried for so long, counted from the change that caused it. */
const GIVE_UP_AFTER = Temporal.Duration.from({ hours: 72 });

/**
 * When to try again after the nth attempt failed (the first is 1): 5 to 10 seconds, doubling to half an hour to an hour. `chance` from
 * 0 to below 1 spreads those that failed together. The last try is at the end of the three days; null after it: give up.
 */
export function nextAttemptAt(
  attempt: number,
  chance: number,
  createdAt: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const end = createdAt.add(GIVE_UP_AFTER);
  if (Temporal.Instant.compare(now, end) >= 0) return null;
  const base = Math.min(FIRST_SECONDS * 2 ** (attempt - 1), LONGEST_SECONDS / 2);
  const next = now.add({ milliseconds: Math.floor(base * (1 + chance) * 1_000) });
  return Temporal.Instant.compare(next, end) < 0 ? next : end;
}
