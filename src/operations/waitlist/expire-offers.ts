import type { Request } from '../../domain/notices/change.ts';
import { lockEvent } from '../../storage/events/events.ts';
import { findTenant } from '../../storage/tenants/tenants.ts';
import { listEventsWithDueOffers, listOffered } from '../../storage/waitlist/waitlist.ts';
import type { Context } from '../context.ts';
import { eachAlone } from '../each-alone.ts';
import { transactLocked } from '../transact.ts';
import { endEntries } from './end-entries.ts';
import { offerSeats } from './offer-seats.ts';

const AT_ONCE = 100;

const BY_CLOCK: Request = { actor: { kind: 'system', id: 'clock' }, cause: 'an offer ended', reason: null };

/**
 * Ends the offers nobody took in time and offers their seats to the next in line, each event in a transaction of its own; of some
 * events alone where they are named. Called by a timer, and before seats are asked for. Gives how many offers ended; rejects
 * at the end, naming the event, where one failed, which keeps no other from it.
 */
export async function expireOffers(context: Context, of?: { tenantId: number; eventIds: number[] }): Promise<number> {
  const due = await listEventsWithDueOffers(context.db, context.clock.now(), AT_ONCE, of);
  return await eachAlone(
    due,
    ({ eventId }) => `the offers of event ${eventId}`,
    ({ tenantId, eventId }) => expireOffersOf(context, tenantId, eventId),
  );
}

async function expireOffersOf(context: Context, tenantId: number, eventId: number): Promise<number> {
  const tenant = await findTenant(context.db, tenantId);
  if (!tenant) return 0;
  const now = context.clock.now();
  return await transactLocked(context, async (unit) => {
    const tx = unit.db;
    await lockEvent(tx, tenantId, { id: eventId });
    const over = (await listOffered(tx, tenantId, eventId)).filter(
      ({ offerExpiresAt }) => offerExpiresAt && Temporal.Instant.compare(offerExpiresAt, now) <= 0,
    );
    // Taken, or ended by another process, while this one waited for the lock.
    if (over.length === 0) return 0;
    await endEntries(
      tx,
      tenantId,
      over.map(({ id }) => id),
      'expired',
      now,
    );
    await offerSeats(unit, context, tenant, eventId, BY_CLOCK);
    return over.length;
  });
}
