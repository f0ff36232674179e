import { type RawBuilder, sql } from 'kysely';
import type { Event } from '../../domain/events/event.ts';
import type { Ticket } from '../../domain/seats/ticket.ts';
import { lockEvent } from '../../storage/events/events.ts';
import { findTicketOfCustomer, findTicketWithEvent } from '../../storage/seats/tickets.ts';
import type { Unit } from '../transact.ts';

/**
 * A customer's ticket, its event and its price (decimal text and currency) as a unit may decide on them; undefined where it is nobody's or somebody
 * else's. `beside` is an expression of the caller's, read in the same moment.
 */
export async function readTicketOfCustomer<Beside = null>(
  unit: Unit,
  tenantId: number,
  customerId: number,
  ticketId: number,
  beside: RawBuilder<Beside> = sql`null`,
): Promise<{ event: Event; ticket: Ticket; price: string | null; beside: Beside } | undefined> {
  if (unit.locked) {
    const seen = await findTicketOfCustomer(unit.db, tenantId, customerId, ticketId);
    if (!seen) return undefined;
    // Read under the event's lock: another call may release the ticket while this one waits for it.
    await lockEvent(unit.db, tenantId, { id: seen.eventId });
  }
  return findTicketWithEvent(unit.db, tenantId, customerId, ticketId, beside);
}
