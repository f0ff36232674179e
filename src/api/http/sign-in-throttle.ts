import type { Clock } from '../../domain/clock.ts';
import { folded } from '../../domain/people/address.ts';
import { type Counted, type Limit, countInWindows } from './count-in-windows.ts';

/** Counts attempts to sign in, through whichever door; each process counts for itself. */
export type SignInThrottle = {
  /**
   * Counts one attempt to sign in before the password is looked at, so that many at once cannot slip past: 30 in a quarter of an hour for each
   * network, and 10 for each account, whether it exists or not. A network that the account was signed in from before has 10 of its own, so
   * that strangers, who share the account's, do not keep its owner out. `giveBack` is called where no guess was wrong.
   */
  countSignIn(network: string, account: string, isKnown: boolean): Promise<SignInCount>;
};

/** Whose attempts were too many, if any's, and how long they wait. */
export type SignInCount = { refused: { whose: 'network' | 'account'; waitSeconds: number } | null; giveBack(): Promise<void> };

const SIGN_INS_OF_ACCOUNT: Limit = { points: 10, windowSeconds: 900 };
const SIGN_INS_OF_NETWORK: Limit = { points: 30, windowSeconds: 900 };

// The longest address there is (RFC 5321 §4.5.3.1); what is longer is no account, and must not fill the memory.
const MAX_ACCOUNT = 254;

/** A throttle of this process; one that is off lets everything through. */
export function createSignInThrottle(clock: Clock, on: boolean): SignInThrottle {
  if (!on) return { countSignIn: async () => ({ refused: null, giveBack: async () => {} }) };
  const ofAccount = countInWindows(clock, SIGN_INS_OF_ACCOUNT);
  const ofNetwork = countInWindows(clock, SIGN_INS_OF_NETWORK);
  return {
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

function refusal(whose: 'network' | 'account', { waitSeconds }: Counted): SignInCount {
  return { refused: { whose, waitSeconds }, giveBack: async () => {} };
}
