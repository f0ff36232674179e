import { cancelTicket as decide } from '../../domain/seats/cancel-ticket.ts';
import type { Request } from '../../domain/notices/change.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { lockEvent, saveEvent } from '../../storage/events/events.ts';
import { recordChange } from '../../ledger/record-change.ts';
import { findTicketPrice } from '../../storage/seats/ticket-types.ts';
import { findTicketOfCustomer, releaseTicket } from '../../storage/seats/tickets.ts';
import type { Context } from '../context.ts';
import { offerSeats } from '../waitlist/offer-seats.ts';

export type CancelTicketOutcome =
  | { outcome: 'cancelled'; notices: number }
  | { outcome: 'already_cancelled' | 'not_found' | 'not_permitted' | 'event_over' | 'event_begun' };

/**
 * A customer gives back a ticket of their own; somebody else's is `not_found`. The seat is free and the holder's notice
 * planned in one transaction, and it is offered to whoever waits for it.
 */
export async function cancelTicket(
  context: Context,
  tenant: Tenant,
  customerId: number,
  ticketId: number,
  request: Request,
): Promise<CancelTicketOutcome> {
  const settings = settingsOf(tenant);
  const now = context.clock.now();
  const outcome = await context.db.transaction().execute(async (tx): Promise<CancelTicketOutcome> => {
    const seen = await findTicketOfCustomer(tx, tenant.id, customerId, ticketId);
    if (!seen) return { outcome: 'not_found' };
    const event = await lockEvent(tx, tenant.id, { id: seen.eventId });
    // Read again under the event's lock: another call may have released it while this one waited.
    const ticket = await findTicketOfCustomer(tx, tenant.id, customerId, ticketId);
    if (!event || !ticket) return { outcome: 'not_found' };
    const decision = decide(event, ticket, settings, now);
    if (decision.outcome !== 'cancelled') return { outcome: decision.outcome };
    if (!settings.canCancelTickets) return { outcome: 'not_permitted' };
    const { change, sequenceOffset } = decision;
    await saveEvent(tx, change.event, event.revision);
    await releaseTicket(tx, ticket, { revision: change.event.revision, sequenceOffset, at: now });
    // What was paid for it, for whoever settles that: no money moves here.
    const price = ticket.ticketTypeId === null ? null : await findTicketPrice(tx, tenant.id, ticket.ticketTypeId);
    const { notices } = await recordChange(tx, { ...change, after: { ...change.after, price } }, request, { standing: 0, joined: 0 }, now);
    await offerSeats(tx, context, tenant, event.id, request);
    return { outcome: 'cancelled', notices };
  });
  if (outcome.outcome === 'cancelled') context.wake();
  return outcome;
}
