import type { Request } from '../../domain/notices/change.ts';
import type { Event } from '../../domain/events/event.ts';
import type { TimesRefusal } from '../../domain/events/times.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type EventUpdate, updateEvent as decide } from '../../domain/events/update-event.ts';
import { type EventWithSeats, findEventWithSeats } from '../../storage/events/event-with-seats.ts';
import { type EventKey, lockEvent } from '../../storage/events/events.ts';
import { namesOfNobodyThere, renameHolders } from '../../storage/seats/tickets.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { type Unit, transact } from '../transact.ts';
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

export type { EventWithSeats as EventToUpdate };

/** Who attends can be replaced by a list as long as a caller is shown it; of a longer one they would drop whom they never saw. */
export const MAX_LISTED = 500;

/** An event as an update is decided on it; undefined when there is none. */
export function findEventToUpdate(context: Context, tenant: Tenant, key: EventKey): Promise<EventWithSeats | undefined> {
  return findEventWithSeats(context.db, tenant.id, key, MAX_LISTED);
}

/**
 * Changes an event's title, description, place, time or attendees and plans what everybody concerned must hear, in one
 * transaction. Only a meeting's attendees can be listed, at most MAX_LISTED: those of a ticketed event are its ticket holders, and
 * stay as they are, listed or not. `ref` is a key, or what the caller has just read by `findEventToUpdate`.
 */
export function updateEvent(
  context: Context,
  tenant: Tenant,
  ref: EventKey | { seen: EventWithSeats },
  update: EventUpdate,
  request: Request,
): Promise<UpdateEventOutcome> {
  const now = context.clock.now();
  return transact(context, async (unit): Promise<UpdateEventOutcome> => {
    const read = await readForUpdate(unit, tenant.id, ref);
    if (!read) return { outcome: 'not_found' };
    const { event, seats, calendarZone } = read;
    const { invitees } = update;
    const listable = event.uidScope === 'event' && event.liveTickets <= MAX_LISTED;
    if (event.status === 'scheduled' && invitees && !listable) {
      const addresses = invitees.flatMap(({ email }) => email ?? []);
      if (await namesOfNobodyThere(unit.db, tenant.id, event.id, addresses)) return { outcome: 'attendees_not_listed' };
    }
    const seated = invitees && listable ? seats : null;
    const decision = decide(event, update, seated, { zone: calendarZone, language: tenant.locale }, now);
    if (decision.outcome === 'unchanged' || decision.outcome === 'already_cancelled') return { outcome: decision.outcome, event };
    if (decision.outcome !== 'updated') return { outcome: decision.outcome };
    const { change, seat, release, rename } = decision;
    const heard = change.plans.some(({ audience }) => audience.kind === 'standing');
    if (heard) change.plans.push(...(await plansForOffered(unit, change.event, 'seat_offered')));
    const names = rename.map(({ ticket, name }) => ({ id: ticket.id, name }));
    const { notices } = await commitChange(unit, {
      change,
      request,
      over: event.revision,
      standing: event.liveTickets - release.length,
      seats: seat.map((person) => seatOf(context, person, null)),
      releases: release,
      parts: names.length > 0 ? [renameHolders(names, now)] : [],
      now,
    });
    return { outcome: 'updated', event: change.event, notices };
  });
}

async function readForUpdate(unit: Unit, tenantId: number, ref: EventKey | { seen: EventWithSeats }): Promise<EventWithSeats | undefined> {
  if ('seen' in ref && !unit.locked) return ref.seen;
  const key = 'seen' in ref ? { id: ref.seen.event.id } : ref;
  if (unit.locked) await lockEvent(unit.db, tenantId, key);
  return findEventWithSeats(unit.db, tenantId, key, MAX_LISTED);
}
