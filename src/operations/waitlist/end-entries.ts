import type { WaitlistState } from '../../domain/waitlist/waitlist.ts';
import { voidOffers } from '../../ledger/void-offers.ts';
import type { Transaction } from '../../postgres/database.ts';
import { endEntries as end, listOpen } from '../../storage/waitlist/waitlist.ts';

/**
 * Brings entries to an end, their held seats with it, and voids their mails that have not gone out. The event's row must be locked; throws when one
 * has come to its end before.
 */
export async function endEntries(
  tx: Transaction,
  tenantId: number,
  ids: number[],
  state: Exclude<WaitlistState, 'waiting' | 'offered'>,
  now: Temporal.Instant,
): Promise<void> {
  await end(tx, tenantId, ids, state, now);
  await voidOffers(tx, tenantId, ids, state, now);
}

/** Ends the line of an event that is cancelled. Its row must be locked. */
export async function closeWaitlist(tx: Transaction, tenantId: number, eventId: number, now: Temporal.Instant): Promise<void> {
  await endEntries(tx, tenantId, await listOpen(tx, tenantId, eventId), 'withdrawn', now);
}
