import type { TicketType } from '../../domain/events/public-event.ts';
import type { Request } from '../../domain/notices/change.ts';
import {
  type TicketTypeFields,
  type TicketTypeRefusal,
  changedFields,
  refusalOfType,
  ticketTypeChange,
} from '../../domain/seats/ticket-type.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findTicketType } from '../../storage/events/public-events.ts';
import { insertTicketType } from '../../storage/seats/ticket-types.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { readEvent, transactLocked } from '../transact.ts';
import { offerSeats } from '../waitlist/offer-seats.ts';

export type NewTicketType = TicketTypeFields & Pick<TicketType, 'capacity'>;

export type CreateTicketTypeOutcome =
  | { outcome: 'created'; type: TicketType; /** How many who waited are offered a seat by it. */ offered: number }
  | { outcome: TicketTypeRefusal | 'not_found' };

/** Gives an event one more ticket type, and offers its tickets to whoever waits for one, in one transaction. */
export function createTicketType(
  context: Context,
  tenant: Tenant,
  eventId: number,
  input: NewTicketType,
  request: Request,
): Promise<CreateTicketTypeOutcome> {
  const now = context.clock.now();
  return transactLocked(context, async (unit): Promise<CreateTicketTypeOutcome> => {
    const event = await readEvent(unit, tenant.id, { id: eventId });
    if (!event) return { outcome: 'not_found' };
    const refusal = refusalOfType(event, input, now);
    if (refusal) return { outcome: refusal };
    const id = await insertTicketType(unit.db, tenant.id, event.id, input, now);
    const { after = {} } = changedFields({}, input) ?? {};
    const change = ticketTypeChange(event, 'ticket_type_added', id, {}, after);
    await commitChange(unit, { change, request, over: event.revision, standing: 0, now });
    const offered = await offerSeats(unit, context, tenant, event.id, request);
    const type = await findTicketType(unit.db, tenant.id, event.id, id);
    if (!type) throw new Error(`ticket type ${id} is gone`);
    return { outcome: 'created', type, offered };
  });
}
