import { beforeEach, expect, test, vi } from 'vitest';
import { createBreaker } from './breaker.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});

const pausesOf = (failures: number): number[] => {
  const breaker = createBreaker(
    () => 0.999_999,
    () => {},
  );
  return Array.from({ length: failures }, () => {
    breaker.unreachable();
    const pause = Math.round(breaker.pauseMs());
    vi.advanceTimersByTime(pause + 1);
    return pause;
  });
};

test('a server that is down is asked again after 1, 2, 4, 8 and then every 15 seconds', () => {
  expect(pausesOf(7)).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000]);
});

test('mails that fail together count once', () => {
  const breaker = createBreaker(
    () => 0,
    () => {},
  );
  breaker.unreachable();
  breaker.unreachable();
  breaker.unreachable();
  expect(breaker.pauseMs()).toBe(750);
});

test('the first mail that gets an answer ends it, and the change is told', () => {
  const onChange = vi.fn<() => void>();
  const breaker = createBreaker(() => 0, onChange);
  expect(breaker.probing()).toBe(false);
  breaker.unreachable();
  expect(breaker.probing()).toBe(true);
  breaker.worked();
  breaker.worked();
  expect([breaker.probing(), breaker.pauseMs()]).toEqual([false, 0]);
  expect(onChange).toHaveBeenCalledTimes(2);
});
