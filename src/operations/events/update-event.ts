import type { Request } from '../../domain/notices/change.ts';
import type { Event } from '../../domain/events/event.ts';
import type { TimesRefusal } from '../../domain/events/times.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { EventDetails } from '../../domain/events/event-details.ts';
import { type DetailsUpdate, type EventUpdate, updateEvent as decide } from '../../domain/events/update-event.ts';
import { type EventWithSeats, findEventWithSeats } from '../../storage/events/event-with-seats.ts';
import { type EventKey, lockEvent } from '../../storage/events/events.ts';
import { namesOfNobodyThere, renameHolders } from '../../storage/seats/tickets.ts';
import { keepCategories, putIntoCategories } from '../../storage/events/categories.ts';
import { findEventDetails } from '../../storage/events/event-records.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { type ChangedMeanwhile, type Expected, editedMeanwhile } from '../expected.ts';
import { type Unit, inTransaction, transact } from '../transact.ts';
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
  ref: Expected,
  update: EventUpdate & { details?: Partial<EventDetails> },
  request: Request,
): Promise<UpdateEventOutcome | ChangedMeanwhile>;
export function updateEvent(
  context: Context,
  tenant: Tenant,
  ref: EventKey | { seen: EventWithSeats },
  update: EventUpdate,
  request: Request,
): Promise<UpdateEventOutcome>;
export function updateEvent(
  context: Context,
  tenant: Tenant,
  ref: EventKey | { seen: EventWithSeats } | Expected,
  { details: given, ...update }: EventUpdate & { details?: Partial<EventDetails> },
  request: Request,
): Promise<UpdateEventOutcome | ChangedMeanwhile> {
  const now = context.clock.now();
  return transact(context, async (unit): Promise<UpdateEventOutcome | ChangedMeanwhile> => {
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
    const edited = await editedMeanwhile(unit, ref, event);
    const details = given && (await detailsOf(unit, event, given));
    const decision = decide(event, update, seated, { zone: calendarZone, language: tenant.locale }, now, details);
    if (edited && decision.outcome !== 'already_cancelled') return edited;
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
      parts: [...(names.length > 0 ? [renameHolders(names, now)] : []), ...(await categoriesOf(unit, tenant, details))],
      ...(details && { details: details.after }),
      now,
    });
    return { outcome: 'updated', event: change.event, notices };
  });
}

/** The details of an event before and after. Read after it: were they changed in between, its revision is another when this commits. */
async function detailsOf(unit: Unit, event: Event, given: Partial<EventDetails>): Promise<DetailsUpdate> {
  const before = await findEventDetails(unit.db, event.tenantId, event.id);
  const asked = given.categories ?? before.categories;
  // A title is the same in any case, and stays as it was first written.
  const folded = (titles: string[]) =>
    titles
      .map((title) => title.toLowerCase())
      .toSorted()
      .join('\n');
  const categories = folded(asked) === folded(before.categories) ? before.categories : asked;
  return { before, after: { ...before, ...given, categories } };
}

/** The parts that put an event into its new categories; none where they stay. */
async function categoriesOf(unit: Unit, tenant: Tenant, details: DetailsUpdate | undefined) {
  if (!details || JSON.stringify(details.before.categories) === JSON.stringify(details.after.categories)) return [];
  return putIntoCategories(await keepCategories(inTransaction(unit), tenant.id, details.after.categories));
}

async function readForUpdate(unit: Unit, tenantId: number, ref: EventKey | { seen: EventWithSeats }): Promise<EventWithSeats | undefined> {
  if ('seen' in ref && !unit.locked) return ref.seen;
  const key = 'seen' in ref ? { id: ref.seen.event.id } : ref;
  if (unit.locked) await lockEvent(unit.db, tenantId, key);
  return findEventWithSeats(unit.db, tenantId, key, MAX_LISTED);
}
