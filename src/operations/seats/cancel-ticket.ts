import { cancelTicket as decide } from '../../domain/seats/cancel-ticket.ts';
import type { Request } from '../../domain/notices/change.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { readTicketOfCustomer } from './read-ticket.ts';
import { inTransaction, transact } from '../transact.ts';
import { offerSeats } from '../waitlist/offer-seats.ts';

export type CancelTicketOutcome =
  | { outcome: 'cancelled'; notices: number }
  | { outcome: 'already_cancelled' | 'not_found' | 'not_permitted' | 'event_over' | 'event_begun' };

/**
 * A customer gives back a ticket of their own; somebody else's is `not_found`. The seat is free and the holder's notice
 * planned in one transaction, and it is offered to whoever waits for it.
 */
export function cancelTicket(
  context: Context,
  tenant: Tenant,
  customerId: number,
  ticketId: number,
  request: Request,
): Promise<CancelTicketOutcome> {
  const settings = settingsOf(tenant);
  const now = context.clock.now();
  return transact(context, async (unit): Promise<CancelTicketOutcome> => {
    const read = await readTicketOfCustomer(unit, tenant.id, customerId, ticketId);
    if (!read) return { outcome: 'not_found' };
    const { event, ticket, price } = read;
    const decision = decide(event, ticket, settings, now);
    if (decision.outcome !== 'cancelled') return { outcome: decision.outcome };
    if (!settings.canCancelTickets) return { outcome: 'not_permitted' };
    // The seat goes on to whoever waits for it, before anybody else sees it free.
    const tx = event.waitlistEnabled ? inTransaction(unit) : null;
    const { change, sequenceOffset } = decision;
    const { notices } = await commitChange(unit, {
      // What was paid for it is kept for whoever settles that: no money moves here.
      change: { ...change, after: { ...change.after, price } },
      request,
      over: event.revision,
      standing: 0,
      releases: [{ id: ticket.id, sequenceOffset }],
      now,
    });
    if (tx) await offerSeats(unit, context, tenant, event.id, request);
    return { outcome: 'cancelled', notices };
  });
}
