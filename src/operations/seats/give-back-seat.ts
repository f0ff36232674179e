import { cancelTicket as decide } from '../../domain/seats/cancel-ticket.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { readSeat } from '../attendees/read-seat.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { inTransaction, transact } from '../transact.ts';
import { offerSeats } from '../waitlist/offer-seats.ts';

/** Gives a seat back without telling its holder, who is about to be forgotten: it is free, and offered to whoever waits. False where there is none to give back. */
export function giveBackSeat(context: Context, tenant: Tenant, eventId: number, ticketId: number, request: Request): Promise<boolean> {
  const now = context.clock.now();
  return transact(context, async (unit): Promise<boolean> => {
    const read = await readSeat(unit, tenant.id, eventId, ticketId);
    if (!read) return false;
    const { event, ticket } = read;
    const decision = decide(event, ticket, { tellHolderOfOwnCancel: false, cancelTicketsUntil: 'always' }, now);
    if (decision.outcome !== 'cancelled') return false;
    const tx = event.waitlistEnabled ? inTransaction(unit) : null;
    const releases = [{ id: ticket.id, sequenceOffset: decision.sequenceOffset }];
    await commitChange(unit, { change: decision.change, request, over: event.revision, standing: 0, releases, now });
    if (tx) await offerSeats(unit, context, tenant, event.id, request);
    return true;
  });
}
