import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextAttemptAt } from './retry-schedule.ts';

const created = Temporal.Instant.from('2030-03-01T10:00:00Z');
const waits = (chance: number, attempts: number[]) =>
  attempts.map((attempt) => created.until(nextAttemptAt(attempt, chance, created, created)!).total('seconds'));

test('the first retry comes after 5 to 10 seconds, each later one after twice as long, up to an hour', () => {
  expect(waits(0, [1, 2, 3, 4, 9, 10, 11, 500])).toEqual([5, 10, 20, 40, 1_280, 1_800, 1_800, 1_800]);
  expect(waits(0.999_999, [1, 2, 10, 500]).map(Math.round)).toEqual([10, 20, 3_600, 3_600]);
});

test('the last try is at the end of three days, and after it there is none', () => {
  expect(nextAttemptAt(80, 0.5, created, created.add({ hours: 71, minutes: 50 }))).toEqual(created.add({ hours: 72 }));
  expect(nextAttemptAt(81, 0.5, created, created.add({ hours: 72 }))).toBeNull();
});

test('whatever the chance, a retry lies after now and not after the end', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 0, max: 71 * 3_600 }),
      (attempt, chance, seconds) => {
        const now = created.add({ seconds });
        const next = nextAttemptAt(attempt, chance, created, now)!;
        expect(Temporal.Instant.compare(next, now)).toBe(1);
        expect(Temporal.Instant.compare(next, created.add({ hours: 72 }))).toBeLessThanOrEqual(0);
      },
    ),
  );
});
