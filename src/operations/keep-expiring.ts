import { forgetRepeats } from './access/repeats.ts';
import type { Context } from './context.ts';
import type { Setback } from './sweep.ts';
import { expireOffers } from './waitlist/expire-offers.ts';
import { expireOrders } from './orders/expire-orders.ts';

/** Seats come back at most this late; whoever orders of the same event meanwhile gets them at once. */
const EVERY_MS = 60_000;

/**
 * Gives back, minute by minute, what was promised for a time that is over. Any number of processes may do so. A fault of the whole round is reported, and
 * the next minute tries again; so is each single thing that could not be given back. `stop` waits for the one under way.
 */
export function keepExpiring(
  context: Context,
  { onFault, onSetback }: { onFault: (error: unknown) => void; onSetback: (setback: Setback) => void },
): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const options = { onSetback, signal: stopped.signal };
  let round: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    round = round
      .then(() => expireOrders(context, options))
      .then(() => {}, onFault)
      .then(() => expireOffers(context, options))
      .then(() => {}, onFault)
      .then(() => forgetRepeats(context))
      .then(() => {}, onFault);
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      stopped.abort();
      return round;
    },
  };
}
