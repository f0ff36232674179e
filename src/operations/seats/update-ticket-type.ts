import type { TicketType } from '../../domain/events/public-event.ts';
import type { Request } from '../../domain/notices/change.ts';
import { type SetCapacityDecision, setCapacity as decideCapacity } from '../../domain/seats/set-capacity.ts';
import { type TicketTypeRefusal, changedFields, refusalOfType, ticketTypeChange } from '../../domain/seats/ticket-type.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findTicketType } from '../../storage/events/public-events.ts';
import { saveTicketType } from '../../storage/seats/ticket-types.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { readEvent, transactLocked } from '../transact.ts';
import { offerSeats } from '../waitlist/offer-seats.ts';
import type { NewTicketType } from './create-ticket-type.ts';
import { setCapacity } from './set-capacity.ts';

export type UpdateTicketTypeOutcome =
  | { outcome: 'updated'; type: TicketType; /** How many who waited are offered a seat by it. */ offered: number }
  | Extract<SetCapacityDecision, { outcome: 'below_taken' }>
  | { outcome: TicketTypeRefusal | 'not_found' | 'type_not_found' };

/**
 * Changes a ticket type; what is absent stays, and tickets that there are keep what they cost. Whoever waits is offered what is for sale by it. Its
 * capacity rises in steps where a crowd waits, after the rest, which is why fewer tickets than are taken are refused before anything is written.
 */
export async function updateTicketType(
  context: Context,
  tenant: Tenant,
  { eventId, typeId }: { eventId: number; typeId: number },
  { capacity, ...update }: Partial<NewTicketType>,
  request: Request,
): Promise<UpdateTicketTypeOutcome> {
  const now = context.clock.now();
  const done = await transactLocked(context, async (unit): Promise<UpdateTicketTypeOutcome> => {
    const event = await readEvent(unit, tenant.id, { id: eventId });
    if (!event) return { outcome: 'not_found' };
    const found = await findTicketType(unit.db, tenant.id, event.id, typeId);
    if (!found) return { outcome: 'type_not_found' };
    const next = { ...found, ...update };
    const refusal = refusalOfType(event, next, now);
    if (refusal) return { outcome: refusal };
    const room = capacity === undefined ? undefined : decideCapacity(event, found, capacity, now);
    if (room?.outcome === 'below_taken') return room;
    const changed = changedFields(found, update);
    if (!changed) return { outcome: 'updated', type: found, offered: 0 };
    await saveTicketType(unit.db, tenant.id, typeId, next, now);
    const change = ticketTypeChange(event, 'ticket_type_changed', typeId, changed.before, changed.after);
    await commitChange(unit, { change, request, over: event.revision, standing: 0, now });
    const offered = await offerSeats(unit, context, tenant, event.id, request);
    return { outcome: 'updated', type: { ...next, updatedAt: now }, offered };
  });
  if (done.outcome !== 'updated' || capacity === undefined) return done;
  const sized = await setCapacity(context, tenant, eventId, { ticketTypeId: typeId, capacity }, request);
  switch (sized.outcome) {
    case 'changed':
    case 'unchanged': {
      const type = await findTicketType(context.db, tenant.id, eventId, typeId);
      if (!type) return { outcome: 'type_not_found' };
      return { outcome: 'updated', type, offered: done.offered + (sized.outcome === 'changed' ? sized.offered : 0) };
    }
    case 'below_taken':
      return sized;
    case 'event_cancelled':
    case 'event_over':
    case 'not_found':
    case 'type_not_found':
      return { outcome: sized.outcome };
  }
}
