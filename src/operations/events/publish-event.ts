import type { Request } from '../../domain/notices/change.ts';
import { publishEvent as decide } from '../../domain/events/publish-event.ts';
import type { Event } from '../../domain/events/event.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { isTaken } from '../../storage/events/calendars.ts';
import { findEventDetails } from '../../storage/events/event-records.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { inTransaction, readEvent, transact } from '../transact.ts';

export type PublishEventOutcome =
  | { outcome: 'published'; event: Event; notices: number; changeId: number }
  | { outcome: 'already_published'; event: Event }
  /** The calendar has another event at that time, and the tenant wants none. */
  | { outcome: 'conflict' | 'already_cancelled' | 'event_over' | 'not_found' };

/** Makes a draft visible where it may be seen, and plans the first notice of everybody who has a seat, in one commit. A repeat tells nobody anything. */
export function publishEvent(context: Context, tenant: Tenant, id: number, request: Request): Promise<PublishEventOutcome> {
  const now = context.clock.now();
  return transact(context, async (unit): Promise<PublishEventOutcome> => {
    const event = await readEvent(unit, tenant.id, { id });
    if (!event) return { outcome: 'not_found' };
    const decision = decide(event, now);
    if (decision.outcome === 'already_published') return { outcome: decision.outcome, event };
    if (decision.outcome !== 'published') return { outcome: decision.outcome };
    if (settingsOf(tenant).refusesConflicts && (await isTaken(inTransaction(unit), tenant.id, event.calendarId, event.id, event)))
      return { outcome: 'conflict' };
    const { change } = decision;
    const details = await findEventDetails(unit.db, tenant.id, event.id);
    const commit = { change, details, request, over: event.revision, standing: event.liveTickets, now };
    const { notices, changeId } = await commitChange(unit, commit);
    return { outcome: 'published', event: change.event, notices, changeId };
  });
}
