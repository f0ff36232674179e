import type { Event } from '../../domain/events/event.ts';
import type { Ticket } from '../../domain/seats/ticket.ts';
import { findSeatWithEvent } from '../../storage/attendees/attendees.ts';
import { lockEvent } from '../../storage/events/events.ts';
import type { Unit } from '../transact.ts';

/** A seat of an event, and the event, as a unit may decide on them; undefined where the event has no such seat. */
export async function readSeat(
  unit: Unit,
  tenantId: number,
  eventId: number,
  ticketId: number,
): Promise<{ event: Event; ticket: Ticket } | undefined> {
  // Read under the event's lock: another call may release the seat while this one waits for it.
  if (unit.locked) await lockEvent(unit.db, tenantId, { id: eventId });
  return findSeatWithEvent(unit.db, tenantId, eventId, ticketId);
}
