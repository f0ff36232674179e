import type { Request } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type EventKey, findEvent } from '../../storage/events/events.ts';
import type { Context } from '../context.ts';
import { transact } from '../transact.ts';
import { expireOffers } from '../waitlist/expire-offers.ts';
import { findTicket } from '../../storage/seats/tickets.ts';
import type { Ticket } from '../../domain/seats/ticket.ts';
import { type IssueTicketInput, type TakeSeatOutcome, takeSeat } from './take-seat.ts';

export type IssueTicketOutcome = { outcome: 'issued'; ticket: Ticket } | Exclude<TakeSeatOutcome, { outcome: 'issued' }>;

/** Takes a seat for somebody and plans the mail that says so, in one transaction. Never more seats than there are. */
export async function issueTicket(
  context: Context,
  tenant: Tenant,
  key: EventKey,
  input: IssueTicketInput,
  request: Request,
): Promise<IssueTicketOutcome> {
  const event = await findEvent(context.db, tenant.id, key);
  // Seats that nobody took in time are the next one's, even when the timer has not come round yet.
  if (event && event.heldSeats > 0) await expireOffers(context, { of: { tenantId: tenant.id, eventIds: [event.id] } });
  const taken = await transact(context, (unit) => takeSeat(unit, context, tenant, key, input, request));
  if (taken.outcome !== 'issued') return taken;
  const ticket = await findTicket(context.db, tenant.id, taken.ticketId);
  if (!ticket) throw new Error(`ticket ${taken.ticketId} is gone`);
  return { outcome: 'issued', ticket };
}
