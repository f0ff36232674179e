import type { Change, Request } from '../../domain/notices/change.ts';
import type { Event } from '../../domain/events/event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { WaitlistEntry } from '../../domain/waitlist/waitlist.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { type Unit, inTransaction } from '../transact.ts';
import { endEntries } from './end-entries.ts';
import { offerSeats, planOf } from './offer-seats.ts';

/**
 * Takes an entry out of the line of an event that is locked, says so in its history, and offers a seat that was held for it to the next, within
 * the caller's transaction.
 */
export async function endWait(
  unit: Unit,
  context: Context,
  tenant: Tenant,
  event: Event,
  entry: WaitlistEntry,
  state: 'declined' | 'withdrawn',
  request: Request,
): Promise<void> {
  const now = context.clock.now();
  const held = entry.state === 'offered' ? 1 : 0;
  await endEntries(inTransaction(unit), tenant.id, [entry.id], state, now);
  const change: Change = {
    kind: 'waitlist_left',
    ticketId: null,
    before: { entryId: entry.id, state: entry.state },
    after: { entryId: entry.id, state },
    event: { ...event, heldSeats: event.heldSeats - held, revision: event.revision + 1 },
    // Who gives a seat up knows; who was told of it and loses it does not.
    plans:
      state === 'withdrawn' && entry.state === 'offered' && entry.offerExpiresAt !== null
        ? [planOf('offer_revoked', entry.id, entry.offerExpiresAt)]
        : [],
  };
  await commitChange(unit, { change, request, over: event.revision, standing: 0, now });
  if (held > 0) await offerSeats(unit, context, tenant, event.id, request);
}
