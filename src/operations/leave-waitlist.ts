import type { Request } from '../domain/change.ts';
import type { Tenant } from '../domain/tenant.ts';
import { lockEvent } from '../storage/events.ts';
import { endEntries, findEntry } from '../storage/waitlist.ts';
import type { Context } from './context.ts';
import { offerSeats } from './offer-seats.ts';

export type LeaveWaitlistOutcome = { outcome: 'left' | 'declined' | 'not_listed' };

/** Takes somebody out of the line of an event; a seat that was held for them is offered to the next, in the same transaction. */
export async function leaveWaitlist(
  context: Context,
  tenant: Tenant,
  eventId: number,
  who: { customerId: number | null; email: string },
  request: Request,
): Promise<LeaveWaitlistOutcome> {
  const left = await context.db.transaction().execute(async (tx): Promise<LeaveWaitlistOutcome> => {
    await lockEvent(tx, tenant.id, { id: eventId });
    const entry = await findEntry(tx, tenant.id, eventId, who);
    if (!entry) return { outcome: 'not_listed' };
    const declined = entry.state === 'offered';
    await endEntries(tx, tenant.id, [entry.id], declined ? 'declined' : 'withdrawn', context.clock.now());
    if (declined) await offerSeats(tx, context, tenant, eventId, request);
    return { outcome: declined ? 'declined' : 'left' };
  });
  if (left.outcome === 'declined') context.wake();
  return left;
}
