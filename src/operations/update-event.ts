import type { Request } from '../domain/change.ts';
import type { Event } from '../domain/event.ts';
import type { Tenant } from '../domain/tenant.ts';
import { type EventUpdate, updateEvent as decide } from '../domain/update-event.ts';
import { type EventKey, lockEvent, saveEvent } from '../storage/events.ts';
import { recordChange } from '../storage/outbox.ts';
import { insertTickets, listLiveTickets, releaseTicket } from '../storage/tickets.ts';
import type { Context } from './context.ts';
import { seatOf } from './seat.ts';

export type UpdateEventOutcome =
  | { outcome: 'updated'; event: Event; notices: number }
  | { outcome: 'unchanged' | 'already_cancelled'; event: Event }
  | { outcome: 'ends_before_start' | 'not_found' };

/** A list of attendees that a caller replaces is at most this long; longer events are sold, not listed. */
const MAX_LISTED = 1_000;

/**
 * Changes an event's title, description, place, time or attendees and plans what everybody concerned must hear, in one
 * transaction. Only a meeting's attendees can be listed; those of a ticketed event are its ticket holders.
 */
export async function updateEvent(
  context: Context,
  tenant: Tenant,
  key: EventKey,
  update: EventUpdate,
  request: Request,
): Promise<UpdateEventOutcome> {
  const now = context.clock.now();
  const outcome = await context.db.transaction().execute(async (tx): Promise<UpdateEventOutcome> => {
    const event = await lockEvent(tx, tenant.id, key);
    if (!event) return { outcome: 'not_found' };
    const listed = update.invitees !== undefined && event.uidScope === 'event';
    const seated = listed ? await listLiveTickets(tx, tenant.id, [event.id], MAX_LISTED) : null;
    const decision = decide(event, update, seated, tenant.locale, now);
    if (decision.outcome === 'ends_before_start') return { outcome: 'ends_before_start' };
    if (decision.outcome !== 'updated') return { outcome: decision.outcome, event };
    const { change, seat, release } = decision;
    await saveEvent(tx, change.event, event.revision);
    for (const ticket of release) {
      await releaseTicket(tx, ticket, { revision: change.event.revision, sequenceOffset: ticket.sequenceOffset, at: now });
    }
    await insertTickets(tx, change.event, seat.map((person) => seatOf(context, person, null)), now);
    const covers = { standing: event.liveTickets - release.length, joined: seat.length };
    const { notices } = await recordChange(tx, change, request, covers, now);
    return { outcome: 'updated', event: change.event, notices };
  });
  if (outcome.outcome === 'updated') context.wake();
  return outcome;
}
