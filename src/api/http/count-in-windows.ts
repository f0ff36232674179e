import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Clock } from '../../domain/clock.ts';

/** So many in so long. */
export type Limit = { points: number; windowSeconds: number };

/** Seconds to wait, or 0 for "go on"; `giveBack` takes the count back. */
export type Counted = { waitSeconds: number; giveBack(): Promise<unknown> };
export type Counter = (who: string) => Promise<Counted>;

/**
 * Counts by windows of the injected clock: the window's number is part of the key, so a test moves time at will, and the
 * library's own time-out only sweeps keys nobody asks for any more.
 */
export function countInWindows(clock: Clock, { points, windowSeconds }: Limit): Counter {
  const limiter = new RateLimiterMemory({ points, duration: windowSeconds });
  return async (who) => {
    const seconds = clock.now().epochMilliseconds / 1000;
    const key = `${Math.floor(seconds / windowSeconds)} ${who}`;
    const { consumedPoints } = await limiter.penalty(key);
    return {
      waitSeconds: consumedPoints > points ? Math.ceil(windowSeconds - (seconds % windowSeconds)) : 0,
      giveBack: () => limiter.reward(key),
    };
  };
}
