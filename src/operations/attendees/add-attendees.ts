import { type SeatedAttendee, addAttendees as decide } from '../../domain/attendees/add-attendees.ts';
import { type NewAttendee, attendeeKey } from '../../domain/attendees/attendee.ts';
import type { Event } from '../../domain/events/event.ts';
import type { Request } from '../../domain/notices/change.ts';
import { CODE_LENGTH, attendeeCode } from '../../domain/seats/ticket.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { countAsTold } from '../../ledger/count-as-told.ts';
import type { Database } from '../../postgres/database.ts';
import { findTakenCodes, findThere } from '../../storage/attendees/attendees.ts';
import { findCalendar } from '../../storage/events/calendars.ts';
import { findEvent } from '../../storage/events/events.ts';
import { listTicketTypes } from '../../storage/events/public-events.ts';
import type { NewTicket } from '../../storage/seats/tickets.ts';
import { listOffered } from '../../storage/waitlist/waitlist.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { type Unit, inTransaction, readEvent, transact, transactLocked } from '../transact.ts';
import { endEntries } from '../waitlist/end-entries.ts';
import { expireOffers } from '../waitlist/expire-offers.ts';

export type AddAttendeesOptions = {
  /** False: they count as told, and nobody is mailed. */
  notify: boolean;
  /** Say what would happen, and do nothing. */
  dryRun?: boolean;
};

export type AddAttendeesOutcome =
  /** `skipped` were there already, or twice in the list; `notices` are owed. `ticketIds` in the order of the list; none of a dry run. */
  | { outcome: 'added'; added: number; skipped: number; notices: number; ticketIds: number[] }
  | { outcome: 'not_found' | 'event_cancelled' | 'event_over' | 'type_not_found' }
  | { outcome: 'sold_out'; ticketTypeId: number | null; wanted: number; free: number };

/**
 * Seats people at an event, all who are not there yet or nobody, and plans the mail that says so, in one commit: at most MOST_ADDED. Every seat counts, no
 * window of sale does. Who was offered a seat in the waiting list takes that.
 */
export async function addAttendees(
  context: Context,
  tenant: Tenant,
  eventId: number,
  people: NewAttendee[],
  options: AddAttendeesOptions,
  request: Request,
): Promise<AddAttendeesOutcome> {
  const event = await findEvent(context.db, tenant.id, { id: eventId });
  if (!event) return { outcome: 'not_found' };
  // Seats that nobody took in time are the next one's, even when the timer has not come round yet.
  if (event.heldSeats > 0 && !options.dryRun) await expireOffers(context, { of: { tenantId: tenant.id, eventIds: [event.id] } });
  const work = (unit: Unit) => addIn(unit, context, tenant, eventId, people, options, request);
  // A list is worth waiting for the event's lock at once; somebody else's change meanwhile would cost all of it.
  return people.length > 1 && !options.dryRun ? await transactLocked(context, work) : await transact(context, work);
}

async function addIn(
  unit: Unit,
  context: Context,
  tenant: Tenant,
  eventId: number,
  people: NewAttendee[],
  { notify, dryRun = false }: AddAttendeesOptions,
  request: Request,
): Promise<AddAttendeesOutcome> {
  const now = context.clock.now();
  const event = await readEvent(unit, tenant.id, { id: eventId });
  if (!event) return { outcome: 'not_found' };
  const { db } = unit;
  const keys = people.filter(({ email }) => email !== null).map(attendeeKey);
  const found = await findThere(db, tenant.id, event.id, keys);
  const there = new Set([...found.addresses, ...found.others.map((one) => attendeeKey({ ...one, email: null }))]);
  const types = (await listTicketTypes(db, tenant.id, event.id)).map((type) => ({ ...type, ticketTypeId: type.id }));
  const offers = event.heldSeats > 0 ? await listOffered(db, tenant.id, event.id) : [];
  const calendar = await findCalendar(db, tenant.id, { id: event.calendarId });
  const unsaid = { zone: calendar?.zone ?? event.zone, language: tenant.locale };
  const decision = decide(event, types, people, there, offers, unsaid, notify, now);
  if (decision.outcome === 'all_there') return { outcome: 'added', added: 0, skipped: decision.skipped, notices: 0, ticketIds: [] };
  if (decision.outcome !== 'added') return decision;
  const { change, seats, skipped, taken } = decision;
  if (dryRun) return { outcome: 'added', added: seats.length, skipped, notices: notify ? seats.length : 0, ticketIds: [] };
  if (taken.length > 0) await endEntries(inTransaction(unit), tenant.id, taken, 'taken', now);
  const tx = notify ? null : inTransaction(unit);
  const tickets = await ticketsFor(context, db, change.event, seats);
  const { ticketIds, notices } = await commitChange(unit, { change, request, over: event.revision, standing: 0, seats: tickets, now });
  if (tx) await countAsTold(tx, change.event, request.actor, now);
  return { outcome: 'added', added: seats.length, skipped, notices, ticketIds };
}

/** Their seats, each with a code that no other ticket of the tenant has and, where tickets have one, a UID of its own. */
async function ticketsFor(context: Context, db: Database, event: Event, seats: SeatedAttendee[]): Promise<NewTicket[]> {
  const domain = event.organizerMailbox.slice(event.organizerMailbox.lastIndexOf('@') + 1);
  const ownUid = event.uidScope === 'ticket';
  const codes = new Set<string>();
  while (codes.size < seats.length) {
    const more = Array.from({ length: seats.length - codes.size }, () => attendeeCode(context.random.bytes(CODE_LENGTH)));
    // Of ten thousand at once, one may well be somebody's.
    const free = new Set(more).difference(new Set(seats.length > 1 ? await findTakenCodes(db, event.tenantId, more) : []));
    for (const code of free) codes.add(code);
  }
  const [...inOrder] = codes;
  return seats.map(({ zone, zoneSource, language, ...person }, index) => ({
    ...person,
    zone,
    zoneSource,
    language,
    customerId: null,
    contactId: null,
    code: inOrder[index] ?? '',
    uid: ownUid ? `${context.random.uuid()}@${domain}` : null,
    // A UID of its own starts at SEQUENCE 0, wherever the event has got to.
    sequenceOffset: ownUid ? -event.sequence : 0,
  }));
}
