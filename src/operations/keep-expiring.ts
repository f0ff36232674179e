import type { Context } from './context.ts';
import { expireOffers } from './waitlist/expire-offers.ts';
import { expireOrders } from './orders/expire-orders.ts';

/** Seats come back at most this late; whoever orders of the same event meanwhile gets them at once. */
const EVERY_MS = 60_000;

/**
 * Gives back, minute by minute, what was promised for a time that is over. Any number of processes may do so. A fault is reported, and
 * the next minute tries again. `stop` waits for the round under way.
 */
export function keepExpiring(context: Context, onFault: (error: unknown) => void): { stop(): Promise<void> } {
  let round: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    round = round
      .then(() => expireOrders(context))
      .then(() => {}, onFault)
      .then(() => expireOffers(context))
      .then(() => {}, onFault);
  }, EVERY_MS);
  return {
    stop() {
      clearInterval(timer);
      return round;
    },
  };
}
