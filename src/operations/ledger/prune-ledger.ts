import { type Pruned, prune } from '../../ledger/prune.ts';
import type { Context } from '../context.ts';

export type PruneOutcome = { outcome: 'pruned'; pruned: Pruned } | { outcome: 'too_recent' };

/** Retries end three days after the change; what is younger may still be in use. */
const YOUNGEST = Temporal.Duration.from({ hours: 7 * 24 });

/** Lets go the bytes of kept mails, the failed attempts and the webhooks' tries of what ended before an instant that is a week past or more; of all tenants. */
export async function pruneLedger(context: Pick<Context, 'db' | 'clock'>, before: Temporal.Instant): Promise<PruneOutcome> {
  if (Temporal.Instant.compare(before, context.clock.now().subtract(YOUNGEST)) > 0) return { outcome: 'too_recent' };
  return { outcome: 'pruned', pruned: await prune(context.db, before) };
}
