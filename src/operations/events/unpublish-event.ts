import type { Request } from '../../domain/notices/change.ts';
import { type UnpublishEventDecision, unpublishEvent as decide } from '../../domain/events/publish-event.ts';
import type { Event } from '../../domain/events/event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findEventDetails } from '../../storage/events/event-records.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { readEvent, transactLocked } from '../transact.ts';

export type UnpublishEventOutcome =
  | { outcome: 'unpublished'; event: Event }
  | Exclude<UnpublishEventDecision, { outcome: 'unpublished' }>
  | { outcome: 'not_found' };

/** Makes an event a draft again that nobody has a seat at. */
export function unpublishEvent(context: Context, tenant: Tenant, id: number, request: Request): Promise<UnpublishEventOutcome> {
  const now = context.clock.now();
  // Locked: orders hold seats without a new revision.
  return transactLocked(context, async (unit): Promise<UnpublishEventOutcome> => {
    const event = await readEvent(unit, tenant.id, { id });
    if (!event) return { outcome: 'not_found' };
    const decision = decide(event, now);
    if (decision.outcome !== 'unpublished') return decision;
    const { change } = decision;
    const details = await findEventDetails(unit.db, tenant.id, event.id);
    await commitChange(unit, { change, details, request, over: event.revision, standing: 0, now });
    return { outcome: 'unpublished', event: change.event };
  });
}
