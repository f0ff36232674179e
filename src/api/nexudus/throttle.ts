import type { Clock } from '../../domain/clock.ts';
import { type Counter, type Limit, countInWindows } from '../http/count-in-windows.ts';
import { type SignInThrottle, createSignInThrottle } from '../http/sign-in-throttle.ts';

/** Seconds to wait, or 0 for "go on". Each process counts for itself. */
export type Throttle = SignInThrottle & {
  /** Counts one request of a user or an address against the vendor's figures (nexudus.md §6). */
  countRequest(who: string, writes: boolean): Promise<number>;
};

// 200,000 requests a day are documented as well; 24 hours of 5,000 never get there.
const REQUESTS: Limit[] = [
  { points: 120, windowSeconds: 60 },
  { points: 5_000, windowSeconds: 3_600 },
];
const WRITES: Limit[] = [
  { points: 60, windowSeconds: 60 },
  { points: 5_000, windowSeconds: 86_400 },
];

/** A throttle of this process; one that is off lets everything through. `signIns`: shared with the other doors that one can sign in at. */
export function createThrottle(clock: Clock, on: boolean, signIns = createSignInThrottle(clock, on)): Throttle {
  if (!on) return { ...signIns, countRequest: async () => 0 };
  const requests = REQUESTS.map((limit) => countInWindows(clock, limit));
  const writes = WRITES.map((limit) => countInWindows(clock, limit));
  return {
    ...signIns,
    async countRequest(who, isWrite) {
      const [ofAll, ofWrites] = await Promise.all([countAll(requests, who), isWrite ? countAll(writes, who) : 0]);
      return Math.max(ofAll, ofWrites);
    },
  };
}

/** Counts by the shortest window first; what one refuses does not use up the longer ones. */
async function countAll(counters: Counter[], who: string): Promise<number> {
  for (const count of counters) {
    const { waitSeconds } = await count(who);
    if (waitSeconds > 0) return waitSeconds;
  }
  return 0;
}
