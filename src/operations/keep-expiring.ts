import { forgetRepeats } from './access/repeats.ts';
import type { Context } from './context.ts';
import type { Setback } from './sweep.ts';
import { eraseOldData } from './people/erase-old-data.ts';
import { expireOffers } from './waitlist/expire-offers.ts';
import { expireOrders } from './orders/expire-orders.ts';

/** Seats come back at most this late; whoever orders of the same event meanwhile gets them at once. */
const EVERY_MS = 60_000;
/** What is kept for days need not go to the minute; nobody else waits for it. */
const FORGETS_EVERY_MS = 3_600_000;

/**
 * Gives back, minute by minute, what was promised for a time that is over, and forgets, hour by hour, whom tenants want forgotten. Any number of processes may do so. A fault of the whole round is reported, and
 * the next minute tries again; so is each single thing that could not be given back. `stop` waits for the one under way.
 */
export function keepExpiring(
  context: Context,
  { onFault, onSetback }: { onFault: (error: unknown) => void; onSetback: (setback: Setback) => void },
): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const options = { onSetback, signal: stopped.signal };
  let round: Promise<void> = Promise.resolve();
  let forgetting: Promise<void> = Promise.resolve();
  const forget = setInterval(() => {
    forgetting = forgetting.then(() => eraseOldData(context, stopped.signal)).then(() => {}, onFault);
  }, FORGETS_EVERY_MS);
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
    async stop() {
      clearInterval(timer);
      clearInterval(forget);
      stopped.abort();
      await Promise.all([round, forgetting]);
    },
  };
}
