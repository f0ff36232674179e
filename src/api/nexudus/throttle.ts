import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Clock } from '../../domain/clock.ts';

/** Seconds to wait, or 0 for "go on". Each process counts for itself. */
export type Throttle = {
  /** Counts one request of a user or an address: 120 a minute, of which 60 may write (nexudus.md §6). */
  countRequest(who: string, writes: boolean): Promise<number>;
  /**
   * Counts one attempt to sign in before the password is looked at, so that many at once cannot slip past: 10 in a quarter of
   * an hour for each account, whether it exists or not, and 30 for each address. `giveBack` is called when it succeeded.
   */
  countSignIn(address: string, account: string): Promise<{ waitSeconds: number; giveBack(): Promise<void> }>;
};

type Limit = { points: number; windowSeconds: number };

const REQUESTS: Limit = { points: 120, windowSeconds: 60 };
const WRITES: Limit = { points: 60, windowSeconds: 60 };
const SIGN_INS_OF_ACCOUNT: Limit = { points: 10, windowSeconds: 900 };
const SIGN_INS_OF_ADDRESS: Limit = { points: 30, windowSeconds: 900 };

// The longest address there is (RFC 5321 §4.5.3.1); what is longer is no account, and must not fill the memory.
const MAX_ACCOUNT = 254;

/** A throttle of this process; one that is off lets everything through. */
export function createThrottle(clock: Clock, on: boolean): Throttle {
  const requests = counter(clock, REQUESTS);
  const writes = counter(clock, WRITES);
  const ofAccount = counter(clock, SIGN_INS_OF_ACCOUNT);
  const ofAddress = counter(clock, SIGN_INS_OF_ADDRESS);
  if (!on) return { countRequest: async () => 0, countSignIn: async () => ({ waitSeconds: 0, giveBack: async () => {} }) };
  return {
    async countRequest(who, isWrite) {
      const counted = await Promise.all([requests(who), isWrite ? writes(who) : undefined]);
      return longestWait(counted);
    },
    async countSignIn(address, account) {
      const counted = await Promise.all([ofAddress(address), ofAccount(account.toLowerCase().slice(0, MAX_ACCOUNT))]);
      return {
        waitSeconds: longestWait(counted),
        giveBack: async () => void (await Promise.all(counted.map((one) => one.giveBack()))),
      };
    },
  };
}

type Counted = { waitSeconds: number; giveBack(): Promise<unknown> };

function longestWait(counted: (Counted | undefined)[]): number {
  return Math.max(...counted.map((one) => one?.waitSeconds ?? 0));
}

/**
 * Counts by windows of the injected clock: the window's number is part of the key, so a test moves time at will, and the
 * library's own time-out only sweeps keys nobody asks for any more.
 */
function counter(clock: Clock, { points, windowSeconds }: Limit): (who: string) => Promise<Counted> {
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
