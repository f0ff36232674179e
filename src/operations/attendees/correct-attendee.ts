import { type Correction, correctAttendee as decide } from '../../domain/attendees/correct-attendee.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { correctTicket } from '../../storage/attendees/attendees.ts';
import { attendsAlready } from '../../storage/seats/tickets.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { transact } from '../transact.ts';
import { readSeat } from './read-seat.ts';

export type CorrectAttendeeOutcome =
  | { outcome: 'corrected'; notices: number }
  | { outcome: 'unchanged' | 'removed' | 'not_found' }
  /** Somebody at a meeting has that address already; a meeting takes each once. */
  | { outcome: 'attends_already' };

/**
 * Corrects an attendee. At a new address they are mailed the present state of their seat, whatever became of the mails to the old one, which is told
 * nothing more: in one commit.
 */
export function correctAttendee(
  context: Context,
  tenant: Tenant,
  eventId: number,
  ticketId: number,
  correction: Correction,
  request: Request,
): Promise<CorrectAttendeeOutcome> {
  const now = context.clock.now();
  return transact(context, async (unit): Promise<CorrectAttendeeOutcome> => {
    const read = await readSeat(unit, tenant.id, eventId, ticketId);
    if (!read) return { outcome: 'not_found' };
    const decision = decide(read.event, read.ticket, correction, now);
    if (decision.outcome !== 'corrected') return decision;
    const { change, ticket, readdressed } = decision;
    const shared = readdressed && ticket.uid === null && ticket.email !== null;
    if (shared && (await attendsAlready(unit.db, tenant.id, eventId, ticket.email ?? ''))) return { outcome: 'attends_already' };
    const parts = [correctTicket(ticket, readdressed, now)];
    const { notices } = await commitChange(unit, { change, request, over: read.event.revision, standing: 0, parts, now });
    return { outcome: 'corrected', notices };
  });
}
