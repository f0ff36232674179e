import { plansForBarePair } from '../../domain/notices/bare-pair.ts';
import { cancelEvent as decide } from '../../domain/events/cancel-event.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Event } from '../../domain/events/event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { deleteConference } from '../../storage/events/conferences.ts';
import { type EventKey, lockEvent, saveEvent } from '../../storage/events/events.ts';
import { recordChange } from '../../ledger/record-change.ts';
import { closeWaitlist } from '../waitlist/end-entries.ts';
import type { Context } from '../context.ts';
import { plansForOffered } from '../waitlist/offer-seats.ts';

export type CancelEventOutcome =
  | { outcome: 'cancelled'; event: Event; notices: number }
  | { outcome: 'already_cancelled'; event: Event }
  | { outcome: 'not_found' };

/**
 * Calls an event off and plans the notice of everybody who had a seat, in one transaction. `appendix` is text a door
 * adds to the event's description. That it is
 * over already changes nothing. Of any number of callers at once, one gets `cancelled`.
 */
export async function cancelEvent(
  context: Context,
  tenant: Tenant,
  key: EventKey,
  request: Request,
  appendix = '',
): Promise<CancelEventOutcome> {
  const now = context.clock.now();
  const outcome = await context.db.transaction().execute(async (tx): Promise<CancelEventOutcome> => {
    const event = await lockEvent(tx, tenant.id, key);
    if (!event) return { outcome: 'not_found' };
    const decision = decide(event, request, appendix, now);
    if (decision.outcome !== 'cancelled') return { outcome: decision.outcome, event };
    await saveEvent(tx, decision.change.event, event.revision);
    await deleteConference(tx, tenant.id, event.id, now);
    const covers = { standing: event.liveTickets, joined: 0 };
    const { change } = decision;
    change.plans.push(...(await plansForOffered(tx, event, 'offer_withdrawn')), ...plansForBarePair(tenant, event, request, 'cancelled'));
    if (event.waitlistEnabled) await closeWaitlist(tx, tenant.id, event.id, now);
    const { notices } = await recordChange(tx, change, request, covers, now);
    return { outcome: 'cancelled', event: change.event, notices };
  });
  if (outcome.outcome === 'cancelled') context.wake();
  return outcome;
}
