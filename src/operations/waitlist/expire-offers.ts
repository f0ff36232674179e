import type { Request } from '../../domain/notices/change.ts';
import { lockEvent } from '../../storage/events/events.ts';
import { type Overdue, forgetSetbacks } from '../../storage/sweeps/setbacks.ts';
import { findTenant } from '../../storage/tenants/tenants.ts';
import { listEventsWithDueOffers, listOffered } from '../../storage/waitlist/waitlist.ts';
import type { Context } from '../context.ts';
import { type SweepOptions, sweep } from '../sweep.ts';
import { transactLocked } from '../transact.ts';
import { endEntries } from './end-entries.ts';
import { offerSeats } from './offer-seats.ts';

const BY_CLOCK: Request = { actor: { kind: 'system', id: 'clock' }, cause: 'an offer ended', reason: null };

/**
 * Ends the offers nobody took in time and offers their seats to the next in line, each event in a transaction of its own; of some
 * events alone where they are named. Called by a timer, and before seats are asked for. Gives how many offers ended. An event whose offers cannot be
 * ended waits alone, for longer each time.
 */
export async function expireOffers(context: Context, options: SweepOptions = {}): Promise<number> {
  const list = (limit: number) => listEventsWithDueOffers(context.db, context.clock.now(), limit, options.of);
  return await sweep(context, 'offers', list, (event) => expireOffersOf(context, event), options);
}

async function expireOffersOf(context: Context, { tenantId, id: eventId }: Overdue): Promise<number> {
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
    await forgetSetbacks(tx, 'offers', { tenantId, id: eventId });
    return over.length;
  });
}
