import type { Request } from '../../domain/notices/change.ts';
import { cancelTicket as decide } from '../../domain/seats/cancel-ticket.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { inTransaction, transact } from '../transact.ts';
import { offerSeats } from '../waitlist/offer-seats.ts';
import { readSeat } from './read-seat.ts';

export type RemoveAttendeeOutcome =
  | { outcome: 'removed'; notices: number }
  | { outcome: 'already_removed' | 'event_cancelled' | 'not_found' };

/** The house takes somebody's seat back, whenever it likes: they are told so, and it is offered to whoever waits for one, in one transaction. */
export function removeAttendee(
  context: Context,
  tenant: Tenant,
  eventId: number,
  ticketId: number,
  request: Request,
): Promise<RemoveAttendeeOutcome> {
  const now = context.clock.now();
  return transact(context, async (unit): Promise<RemoveAttendeeOutcome> => {
    const read = await readSeat(unit, tenant.id, eventId, ticketId);
    if (!read) return { outcome: 'not_found' };
    const { event, ticket } = read;
    const decision = decide(event, ticket, { tellHolderOfOwnCancel: true, cancelTicketsUntil: 'always' }, now);
    if (decision.outcome !== 'cancelled') return { outcome: ticket.releasedRevision === null ? 'event_cancelled' : 'already_removed' };
    const tx = event.waitlistEnabled ? inTransaction(unit) : null;
    const releases = [{ id: ticket.id, sequenceOffset: decision.sequenceOffset }];
    const { notices } = await commitChange(unit, { change: decision.change, request, over: event.revision, standing: 0, releases, now });
    if (tx) await offerSeats(unit, context, tenant, event.id, request);
    return { outcome: 'removed', notices };
  });
}
