import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';

/** An event about to change, and the account by whose ids alone that is asked: null where more was shown. */
export type Changing = { event: string; account: string | null };

/** Answers are seconds to wait, or null to go on (zyntro.md §13, S4). */
export type Throttle = {
  /** Counts a call of an address before anything is looked up, so that real and invented ids are answered alike. */
  call(address: string): Promise<number | null>;
  /** Counts an id or key that nobody has. Ten of them close the door to the address, whatever it asks for next. */
  miss(address: string): Promise<void>;
  /**
   * Whether an event may change once more, and its account's ids alone have more people mailed; asked only of somebody who named the event
   * rightly, or it would tell that it exists.
   */
  change(changing: Changing): Promise<number | null>;
  /** Counts a change that was made, and the notices it owes. */
  changed(changing: Changing, notices: number): Promise<void>;
};

const CALLS = { points: 30, duration: 60 };
const MISSES = { points: 10, duration: 600 };
const CHANGES = { points: 5, duration: 3_600 };
const MAILS = { points: 500, duration: 3_600 };

/** Counts kept by this process alone. */
export function createThrottle(): Throttle {
  const calls = new RateLimiterMemory({ keyPrefix: '', ...CALLS });
  const misses = new RateLimiterMemory({ keyPrefix: '', ...MISSES });
  const changes = new RateLimiterMemory({ keyPrefix: '', ...CHANGES });
  const mails = new RateLimiterMemory({ keyPrefix: '', ...MAILS });
  // penalty() counts as consume() does, and resolves either way.
  return {
    async call(address) {
      const call = await calls.penalty(address);
      const missed = await misses.get(address);
      const wait = Math.max(call.consumedPoints > CALLS.points ? secondsLeft(call) : 0, isSpent(missed, MISSES.points));
      return wait > 0 ? wait : null;
    },
    async miss(address) {
      await misses.penalty(address);
    },
    async change({ event, account }) {
      const mailed = account === null ? null : await mails.get(account);
      return Math.max(isSpent(await changes.get(event), CHANGES.points), isSpent(mailed, MAILS.points)) || null;
    },
    async changed({ event, account }, notices) {
      await changes.penalty(event);
      if (account !== null) await mails.penalty(account, notices);
    },
  };
}

/** Never waits: for load tests. */
export const unthrottled: Throttle = {
  call: async () => null,
  miss: async () => {},
  change: async () => null,
  changed: async () => {},
};

function isSpent(count: RateLimiterRes | null, points: number): number {
  return count !== null && count.consumedPoints >= points && count.msBeforeNext > 0 ? secondsLeft(count) : 0;
}

function secondsLeft(count: RateLimiterRes): number {
  return Math.ceil(count.msBeforeNext / 1000);
}
