import type { Request } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { lockEvent } from '../../storage/events/events.ts';
import { findOpenEntry } from '../../storage/waitlist/waitlist.ts';
import type { Context } from '../context.ts';
import { transactLocked } from '../transact.ts';
import { endWait } from './end-wait.ts';

export type RemoveFromWaitlistOutcome = { outcome: 'removed' | 'not_listed' };

/**
 * The house takes somebody out of the line of an event; a seat that was held for them is offered to the next, in the same transaction. They are
 * mailed that it is no longer held, if they were told that it was; an offer that was not sent yet is not sent any more. Who is not in line, or not any more, is `not_listed`.
 */
export async function removeFromWaitlist(
  context: Context,
  tenant: Tenant,
  eventId: number,
  entryId: number,
  request: Request,
): Promise<RemoveFromWaitlistOutcome> {
  return await transactLocked(context, async (unit): Promise<RemoveFromWaitlistOutcome> => {
    const event = await lockEvent(unit.db, tenant.id, { id: eventId });
    const entry = event && (await findOpenEntry(unit.db, tenant.id, eventId, entryId));
    if (!entry) return { outcome: 'not_listed' };
    await endWait(unit, context, tenant, event, entry, 'withdrawn', request);
    return { outcome: 'removed' };
  });
}
