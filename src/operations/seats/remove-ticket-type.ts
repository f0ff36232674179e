import type { Request } from '../../domain/notices/change.ts';
import { ticketTypeChange } from '../../domain/seats/ticket-type.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findTicketType } from '../../storage/events/public-events.ts';
import { deleteTicketType } from '../../storage/seats/ticket-types.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { readEvent, transactLocked } from '../transact.ts';

/** in_use: somebody has, had, ordered or waits for a ticket of it. */
export type RemoveTicketTypeOutcome = { outcome: 'removed' | 'in_use' | 'not_found' };

/** Removes a ticket type that nobody ever took. */
export function removeTicketType(
  context: Context,
  tenant: Tenant,
  { eventId, typeId }: { eventId: number; typeId: number },
  request: Request,
): Promise<RemoveTicketTypeOutcome> {
  return transactLocked(context, async (unit): Promise<RemoveTicketTypeOutcome> => {
    const event = await readEvent(unit, tenant.id, { id: eventId });
    const type = event && (await findTicketType(unit.db, tenant.id, event.id, typeId));
    if (!type) return { outcome: 'not_found' };
    if (!(await deleteTicketType(unit.db, tenant.id, event.id, typeId))) return { outcome: 'in_use' };
    const change = ticketTypeChange(event, 'ticket_type_removed', typeId, { name: type.name }, {});
    await commitChange(unit, { change, request, over: event.revision, standing: 0, now: context.clock.now() });
    return { outcome: 'removed' };
  });
}
