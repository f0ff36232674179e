import type { ErasedCounts, Erasure } from '../../domain/people/erasure.ts';
import { eraseFromLedger, holdPlans, isUnderWay } from '../../ledger/erase.ts';
import type { Transaction } from '../../postgres/database.ts';
import { eraseFromEvents } from '../../storage/people/erase.ts';
import type { Context } from '../context.ts';

/** A mail to somebody who is to be forgotten is on its way at this moment: whoever catches this lets the transaction go back. */
export class UnderWay extends Error {
  override name = 'UnderWay';
}

/** Takes people out of what concerns some events, and nothing else. Throws UnderWay. */
export async function eraseIn(tx: Transaction, context: Pick<Context, 'clock'>, erasure: Erasure): Promise<ErasedCounts> {
  await holdPlans(tx, erasure);
  const now = context.clock.now();
  const events = await eraseFromEvents(tx, erasure, now);
  const ledger = await eraseFromLedger(tx, erasure, now);
  if (await isUnderWay(tx, erasure)) throw new UnderWay();
  return sumOf(events, ledger);
}

/** Counts put together, those of nothing left out. */
export function sumOf(...all: ErasedCounts[]): ErasedCounts {
  const sum: ErasedCounts = {};
  for (const counts of all) for (const [what, count] of Object.entries(counts)) sum[what] = (sum[what] ?? 0) + count;
  return Object.fromEntries(Object.entries(sum).filter(([, count]) => count > 0));
}
