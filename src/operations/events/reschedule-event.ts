import { plansForBarePair } from '../../domain/notices/bare-pair.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Event } from '../../domain/events/event.ts';
import { type NewTimes, rescheduleEvent as decide } from '../../domain/events/reschedule-event.ts';
import type { TimesRefusal } from '../../domain/events/times.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { isTaken } from '../../storage/events/calendars.ts';
import { type EventKey, lockEvent, saveEvent } from '../../storage/events/events.ts';
import { recordChange } from '../../ledger/record-change.ts';
import type { Context } from '../context.ts';
import { plansForOffered } from '../waitlist/offer-seats.ts';

export type RescheduleEventOutcome =
  | { outcome: 'rescheduled'; event: Event; notices: number }
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
export async function rescheduleEvent(
  context: Context,
  tenant: Tenant,
  key: EventKey,
  times: NewTimes,
  request: Request,
  appendix = '',
): Promise<RescheduleEventOutcome> {
  const now = context.clock.now();
  const outcome = await context.db.transaction().execute(async (tx): Promise<RescheduleEventOutcome> => {
    const event = await lockEvent(tx, tenant.id, key);
    if (!event) return { outcome: 'not_found' };
    const decision = decide(event, times, appendix, now);
    if (decision.outcome === 'unchanged' || decision.outcome === 'already_cancelled') return { outcome: decision.outcome, event };
    if (decision.outcome !== 'rescheduled') return { outcome: decision.outcome };
    if (settingsOf(tenant).refusesConflicts && (await isTaken(tx, tenant.id, event.calendarId, event.id, times)))
      return { outcome: 'conflict' };
    await saveEvent(tx, decision.change.event, event.revision);
    const covers = { standing: event.liveTickets, joined: 0 };
    const { change } = decision;
    change.plans.push(
      ...(await plansForOffered(tx, change.event, 'seat_offered')),
      ...plansForBarePair(tenant, change.event, request, 'moved'),
    );
    const { notices } = await recordChange(tx, change, request, covers, now);
    return { outcome: 'rescheduled', event: change.event, notices };
  });
  if (outcome.outcome === 'rescheduled') context.wake();
  return outcome;
}
