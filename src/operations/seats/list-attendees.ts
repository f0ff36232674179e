import { type Attendee, listAttendees as list } from '../../storage/seats/attendees.ts';
import type { Context } from '../context.ts';

export type { Attendee };

/** Who has a seat and an address at an event, in the order they got it, at most `limit`. */
export async function listAttendees(context: Context, tenantId: number, eventId: number, limit: number): Promise<Attendee[]> {
  return list(context.db, tenantId, [eventId], limit);
}
