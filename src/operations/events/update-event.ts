import type { Request } from '../../domain/notices/change.ts';
import type { Event } from '../../domain/events/event.ts';
import type { TimesRefusal } from '../../domain/events/times.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type EventUpdate, updateEvent as decide } from '../../domain/events/update-event.ts';
import { findCalendar } from '../../storage/events/calendars.ts';
import { type EventKey, lockEvent, saveEvent } from '../../storage/events/events.ts';
import { recordChange } from '../../ledger/record-change.ts';
import { insertTickets, listLiveTickets, namesOfNobodyThere, releaseTicket, renameHolders } from '../../storage/seats/tickets.ts';
import type { Context } from '../context.ts';
import { plansForOffered } from '../waitlist/offer-seats.ts';
import { seatOf } from '../seats/seat.ts';

export type UpdateEventOutcome =
  | { outcome: 'updated'; event: Event; notices: number }
  | { outcome: 'unchanged' | 'already_cancelled'; event: Event }
  /** More attendees than there are seats. */
  | { outcome: 'sold_out' }
  /** The attendees cannot be listed, and the list names somebody who is not among them. */
  | { outcome: 'attendees_not_listed' }
  | { outcome: TimesRefusal | 'not_found' };

/** Who attends can be replaced by a list as long as a caller is shown it; of a longer one they would drop whom they never saw. */
export const MAX_LISTED = 500;

/**
 * Changes an event's title, description, place, time or attendees and plans what everybody concerned must hear, in one
 * transaction. Only a meeting's attendees can be listed, at most MAX_LISTED: those of a ticketed event are its ticket holders, and
 * stay as they are, listed or not.
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
    const { invitees } = update;
    const listable = event.uidScope === 'event' && event.liveTickets <= MAX_LISTED;
    if (event.status === 'scheduled' && invitees && !listable) {
      const addresses = invitees.flatMap(({ email }) => email ?? []);
      if (await namesOfNobodyThere(tx, tenant.id, event.id, addresses)) return { outcome: 'attendees_not_listed' };
    }
    const seated = invitees && listable ? await listLiveTickets(tx, tenant.id, [event.id], MAX_LISTED) : null;
    const calendar = seated && (await findCalendar(tx, tenant.id, { id: event.calendarId }));
    const decision = decide(event, update, seated, { zone: calendar?.zone ?? tenant.zone, language: tenant.locale }, now);
    if (decision.outcome === 'unchanged' || decision.outcome === 'already_cancelled') return { outcome: decision.outcome, event };
    if (decision.outcome !== 'updated') return { outcome: decision.outcome };
    const { change, seat, release, rename } = decision;
    await saveEvent(tx, change.event, event.revision);
    for (const ticket of release) {
      await releaseTicket(tx, ticket, { revision: change.event.revision, sequenceOffset: ticket.sequenceOffset, at: now });
    }
    await renameHolders(
      tx,
      tenant.id,
      rename.map(({ ticket, name }) => ({ id: ticket.id, name })),
      now,
    );
    await insertTickets(
      tx,
      change.event,
      seat.map((person) => seatOf(context, person, null)),
      now,
    );
    const heard = change.plans.some(({ audience }) => audience.kind === 'standing');
    if (heard) change.plans.push(...(await plansForOffered(tx, change.event, 'seat_offered')));
    const covers = { standing: event.liveTickets - release.length, joined: seat.length };
    const { notices } = await recordChange(tx, change, request, covers, now);
    return { outcome: 'updated', event: change.event, notices };
  });
  if (outcome.outcome === 'updated') context.wake();
  return outcome;
}
