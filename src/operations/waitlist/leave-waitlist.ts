import type { Request } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { lockEvent } from '../../storage/events/events.ts';
import { findEntry } from '../../storage/waitlist/waitlist.ts';
import type { Context } from '../context.ts';
import { transactLocked } from '../transact.ts';
import { endWait } from './end-wait.ts';

export type LeaveWaitlistOutcome = { outcome: 'left' | 'declined' | 'not_listed' };

/** Takes somebody out of the line of an event; a seat that was held for them is offered to the next, in the same transaction. */
export async function leaveWaitlist(
  context: Context,
  tenant: Tenant,
  eventId: number,
  who: { customerId: number | null; email: string },
  request: Request,
): Promise<LeaveWaitlistOutcome> {
  return await transactLocked(context, async (unit): Promise<LeaveWaitlistOutcome> => {
    const event = await lockEvent(unit.db, tenant.id, { id: eventId });
    const entry = event && (await findEntry(unit.db, tenant.id, eventId, who));
    if (!entry) return { outcome: 'not_listed' };
    const declined = entry.state === 'offered';
    await endWait(unit, context, tenant, event, entry, declined ? 'declined' : 'withdrawn', request);
    return { outcome: declined ? 'declined' : 'left' };
  });
}
