import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Setback, nextAttemptAt } from './retry-schedule.ts';

const created = Temporal.Instant.from('2030-03-01T10:00:00Z');
const next = (given: Partial<Setback>) =>
  nextAttemptAt({ setbacks: 1, chance: 0, createdAt: created, startsAt: null, now: created, ...given });
const waits = (chance: number, setbacks: number[]) =>
  setbacks.map((count) => created.until(next({ setbacks: count, chance })!).total('seconds'));

test('the first retry comes after 5 to 10 seconds, each later one after twice as long, up to an hour', () => {
  expect(waits(0, [1, 2, 3, 4, 9, 10, 11, 500])).toEqual([5, 10, 20, 40, 1_280, 1_800, 1_800, 1_800]);
  expect(waits(0.999_999, [1, 2, 10, 500]).map(Math.round)).toEqual([10, 20, 3_600, 3_600]);
});

test('the last try is at the end of three days, and after it there is none', () => {
  expect(next({ setbacks: 80, chance: 0.5, now: created.add({ hours: 71, minutes: 50 }) })).toEqual(created.add({ hours: 72 }));
  expect(next({ setbacks: 81, now: created.add({ hours: 72 }) })).toBeNull();
});

test('8: what we broke off ourselves is tried again at once', () => {
  expect(next({ setbacks: 0, chance: 0.9 })).toEqual(created);
});

test('8: what begins soon is tried again in the last quarter of the time that is left', () => {
  const minutes = (left: number, chance = 0) =>
    created.until(next({ setbacks: 10, chance, startsAt: created.add({ minutes: left }) })!).total('minutes');
  expect([20, 8, 4].map((left) => minutes(left))).toEqual([15, 6, 3]);
  expect(minutes(20, 0.999)).toBeLessThan(18);
  expect(minutes(600)).toBe(30);
  expect(minutes(-5)).toBe(30);
});

test('8: and not within a minute of the last time, unless that is usual', () => {
  const soon = created.add({ seconds: 40 });
  expect(created.until(next({ setbacks: 8, startsAt: soon })!).total('seconds')).toBe(60);
  expect(created.until(next({ setbacks: 2, startsAt: soon })!).total('seconds')).toBe(10);
});

test('8: whatever the times, a retry lies after now and not after the end, and something that begins in two minutes or more is tried once more before it does', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      fc.integer({ min: 0, max: 71 * 3_600 }),
      fc.integer({ min: -3_600, max: 72 * 3_600 }),
      (setbacks, chance, seconds, left) => {
        const now = created.add({ seconds });
        const at = next({ setbacks, chance, now, startsAt: now.add({ seconds: left }) })!;
        expect(Temporal.Instant.compare(at, now)).toBe(1);
        expect(Temporal.Instant.compare(at, created.add({ hours: 72 }))).toBeLessThanOrEqual(0);
        expect(left < 120 || now.until(at).total('seconds') < left).toBe(true);
      },
    ),
  );
});
