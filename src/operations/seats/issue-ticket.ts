import type { Request } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type EventKey, findEvent } from '../../storage/events/events.ts';
import type { Context } from '../context.ts';
import { transact } from '../transact.ts';
import { expireOffers } from '../waitlist/expire-offers.ts';
import { type IssueTicketInput, type IssueTicketOutcome, takeSeat } from './take-seat.ts';

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
  if (event && event.heldSeats > 0) await expireOffers(context, { tenantId: tenant.id, eventIds: [event.id] });
  return await transact(context, (unit) => takeSeat(unit, context, tenant, key, input, request));
}
