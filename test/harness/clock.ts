import type { Clock } from '../../src/domain/clock.ts';

export type TestClock = Clock & {
  /** Moves the time on (or back, with a negative duration); a day is 24 hours. */
  advance(duration: Temporal.DurationLike | string): void;
};

/** A clock that stands still until it is told to move. */
export function testClock(startIso: string): TestClock {
  let now = Temporal.Instant.from(startIso);
  return {
    now: () => now,
    advance(duration) {
      now = now.toZonedDateTimeISO('UTC').add(duration).toInstant();
    },
  };
}
