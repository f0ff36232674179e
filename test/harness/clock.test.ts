import { expect, test } from 'vitest';
import { testClock } from './clock.ts';

test('the time stands still until it is moved, and days are 24 hours whatever the zone', () => {
  const clock = testClock('2026-03-28T12:00:00Z');
  expect(String(clock.now())).toBe('2026-03-28T12:00:00Z');
  clock.advance({ days: 1 });
  clock.advance('PT30M');
  clock.advance({ seconds: -1 });
  expect(String(clock.now())).toBe('2026-03-29T12:29:59Z');
});
