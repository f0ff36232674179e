import { plansForBarePair } from '../../domain/notices/bare-pair.ts';
import { cancelEvent as decide } from '../../domain/events/cancel-event.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Event } from '../../domain/events/event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { type ChangedMeanwhile, type Expected, editedMeanwhile } from '../expected.ts';
import { type EventRef, inTransaction, readEvent, transact } from '../transact.ts';
import { closeWaitlist } from '../waitlist/end-entries.ts';
import { plansForOffered } from '../waitlist/offer-seats.ts';

export type CancelEventOutcome =
  | { outcome: 'cancelled'; event: Event; notices: number; changeId: number }
  | { outcome: 'already_cancelled'; event: Event }
  | { outcome: 'not_found' };

/**
 * Calls an event off and plans the notice of everybody who had a seat, in one commit. `appendix` is text a door
 * adds to the event's description. That it is
 * over already changes nothing. Of any number of callers at once, one gets `cancelled`.
 */
export function cancelEvent(
  context: Context,
  tenant: Tenant,
  ref: Expected,
  request: Request,
  appendix?: string,
): Promise<CancelEventOutcome | ChangedMeanwhile>;
export function cancelEvent(
  context: Context,
  tenant: Tenant,
  ref: EventRef,
  request: Request,
  appendix?: string,
): Promise<CancelEventOutcome>;
export function cancelEvent(
  context: Context,
  tenant: Tenant,
  ref: EventRef | Expected,
  request: Request,
  appendix = '',
): Promise<CancelEventOutcome | ChangedMeanwhile> {
  const now = context.clock.now();
  return transact(context, async (unit): Promise<CancelEventOutcome | ChangedMeanwhile> => {
    const event = await readEvent(unit, tenant.id, ref);
    if (!event) return { outcome: 'not_found' };
    const decision = decide(event, request, appendix, now);
    if (decision.outcome !== 'cancelled') return { outcome: decision.outcome, event };
    const edited = await editedMeanwhile(unit, ref, event);
    if (edited) return edited;
    const { change } = decision;
    const offered = await plansForOffered(unit, event, 'offer_withdrawn');
    change.plans.push(...offered, ...plansForBarePair(tenant, event, request, 'cancelled'));
    if (event.waitlistEnabled) await closeWaitlist(inTransaction(unit), tenant.id, event.id, now);
    const { notices, changeId } = await commitChange(unit, { change, request, over: event.revision, standing: event.liveTickets, now });
    return { outcome: 'cancelled', event: change.event, notices, changeId };
  });
}
