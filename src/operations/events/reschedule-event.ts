import { plansForBarePair } from '../../domain/notices/bare-pair.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Event } from '../../domain/events/event.ts';
import { type NewTimes, rescheduleEvent as decide } from '../../domain/events/reschedule-event.ts';
import type { TimesRefusal } from '../../domain/events/times.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { isTaken } from '../../storage/events/calendars.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { type ChangedMeanwhile, type Expected, editedMeanwhile } from '../expected.ts';
import { type EventRef, inTransaction, readEvent, transact } from '../transact.ts';
import { plansForOffered } from '../waitlist/offer-seats.ts';

export type RescheduleEventOutcome =
  | { outcome: 'rescheduled'; event: Event; notices: number; changeId: number }
  | { outcome: 'unchanged'; event: Event }
  | { outcome: 'already_cancelled'; event: Event }
  /** The calendar has another event at that time, and the tenant wants none. */
  | { outcome: 'conflict' }
  | { outcome: TimesRefusal }
  | { outcome: 'not_found' };

/**
 * Moves an event and plans the notice of everybody who has a seat, in one transaction. The same times again are
 * `unchanged` and tell nobody. `appendix` is text a door adds to the description.
 */
export function rescheduleEvent(
  context: Context,
  tenant: Tenant,
  ref: Expected,
  times: NewTimes,
  request: Request,
  appendix?: string,
): Promise<RescheduleEventOutcome | ChangedMeanwhile>;
export function rescheduleEvent(
  context: Context,
  tenant: Tenant,
  ref: EventRef,
  times: NewTimes,
  request: Request,
  appendix?: string,
): Promise<RescheduleEventOutcome>;
export function rescheduleEvent(
  context: Context,
  tenant: Tenant,
  ref: EventRef | Expected,
  times: NewTimes,
  request: Request,
  appendix = '',
): Promise<RescheduleEventOutcome | ChangedMeanwhile> {
  const now = context.clock.now();
  return transact(context, async (unit): Promise<RescheduleEventOutcome | ChangedMeanwhile> => {
    const event = await readEvent(unit, tenant.id, ref);
    if (!event) return { outcome: 'not_found' };
    const decision = decide(event, times, appendix, now);
    if (decision.outcome === 'unchanged' || decision.outcome === 'already_cancelled') return { outcome: decision.outcome, event };
    if (decision.outcome !== 'rescheduled') return { outcome: decision.outcome };
    const edited = await editedMeanwhile(unit, ref, event);
    if (edited) return edited;
    if (
      event.status === 'scheduled' &&
      settingsOf(tenant).refusesConflicts &&
      (await isTaken(inTransaction(unit), tenant.id, event.calendarId, event.id, times))
    )
      return { outcome: 'conflict' };
    const { change } = decision;
    const offered = await plansForOffered(unit, change.event, 'seat_offered');
    change.plans.push(...offered, ...plansForBarePair(tenant, change.event, request, 'moved'));
    const { notices, changeId } = await commitChange(unit, { change, request, over: event.revision, standing: event.liveTickets, now });
    return { outcome: 'rescheduled', event: change.event, notices, changeId };
  });
}
