import { RateLimiterMemory } from 'rate-limiter-flexible';
import { folded } from '../../domain/people/address.ts';
import type { Clock } from '../../domain/clock.ts';

/** Seconds to wait, or 0 for "go on". Each process counts for itself. */
export type Throttle = {
  /** Counts one request of a user or an address against the vendor's figures (nexudus.md §6). */
  countRequest(who: string, writes: boolean): Promise<number>;
  /**
   * Counts one attempt to sign in before the password is looked at, so that many at once cannot slip past: 30 in a quarter of an hour for each
   * network, and 10 for each account, whether it exists or not. A network that the account was signed in from before has 10 of its own, so
   * that strangers, who share the account's, do not keep its owner out. `giveBack` is called where no guess was wrong.
   */
  countSignIn(network: string, account: string, isKnown: boolean): Promise<SignInCount>;
};

/** Whose attempts were too many, if any's, and how long they wait. */
export type SignInCount = { refused: { whose: 'network' | 'account'; waitSeconds: number } | null; giveBack(): Promise<void> };

type Limit = { points: number; windowSeconds: number };

// 200,000 requests a day are documented as well; 24 hours of 5,000 never get there.
const REQUESTS: Limit[] = [
  { points: 120, windowSeconds: 60 },
  { points: 5_000, windowSeconds: 3_600 },
];
const WRITES: Limit[] = [
  { points: 60, windowSeconds: 60 },
  { points: 5_000, windowSeconds: 86_400 },
];
const SIGN_INS_OF_ACCOUNT: Limit = { points: 10, windowSeconds: 900 };
const SIGN_INS_OF_NETWORK: Limit = { points: 30, windowSeconds: 900 };

// The longest address there is (RFC 5321 §4.5.3.1); what is longer is no account, and must not fill the memory.
const MAX_ACCOUNT = 254;

/** A throttle of this process; one that is off lets everything through. */
export function createThrottle(clock: Clock, on: boolean): Throttle {
  if (!on) return { countRequest: async () => 0, countSignIn: async () => ({ refused: null, giveBack: async () => {} }) };
  const requests = REQUESTS.map((limit) => counter(clock, limit));
  const writes = WRITES.map((limit) => counter(clock, limit));
  const ofAccount = counter(clock, SIGN_INS_OF_ACCOUNT);
  const ofNetwork = counter(clock, SIGN_INS_OF_NETWORK);
  return {
    async countRequest(who, isWrite) {
      const [ofAll, ofWrites] = await Promise.all([countAll(requests, who), isWrite ? countAll(writes, who) : 0]);
      return Math.max(ofAll, ofWrites);
    },
    async countSignIn(network, account, isKnown) {
      const counted = await ofNetwork(network);
      if (counted.waitSeconds > 0) return refusal('network', counted);
      const name = folded(account).slice(0, MAX_ACCOUNT);
      const guessed = await ofAccount(isKnown ? `${name} ${network}` : name);
      const giveBack = async () => void (await Promise.all([counted.giveBack(), guessed.giveBack()]));
      return guessed.waitSeconds > 0 ? refusal('account', guessed) : { refused: null, giveBack };
    },
  };
}

type Counted = { waitSeconds: number; giveBack(): Promise<unknown> };
type Counter = (who: string) => Promise<Counted>;

function refusal(whose: 'network' | 'account', { waitSeconds }: Counted): SignInCount {
  return { refused: { whose, waitSeconds }, giveBack: async () => {} };
}

/** Counts by the shortest window first; what one refuses does not use up the longer ones. */
async function countAll(counters: Counter[], who: string): Promise<number> {
  for (const count of counters) {
    const { waitSeconds } = await count(who);
    if (waitSeconds > 0) return waitSeconds;
  }
  return 0;
}

/**
 * Counts by windows of the injected clock: the window's number is part of the key, so a test moves time at will, and the
 * library's own time-out only sweeps keys nobody asks for any more.
 */
function counter(clock: Clock, { points, windowSeconds }: Limit): Counter {
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
