import type { SeatReach } from '../../domain/notices/reach.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findReachOfSeats, listSeatsByReach } from '../../ledger/reach-of-seats.ts';
import { type ListedSeat, type SeatFilter, listSeats } from '../../storage/attendees/attendee-list.ts';
import { findEvent } from '../../storage/events/events.ts';
import type { Context } from '../context.ts';
import { pageOf } from '../page-of.ts';

/** Somebody who attends, or did, with what they know of the latest of the event; `lastReply` are the last words about that, the mail server's or ours. */
export type ListedAttendee = ListedSeat & { reach: SeatReach; lastReply: string | null };

/** `next`: what to give as `after` for the following page; null on the last. */
export type AttendeePage = { attendees: ListedAttendee[]; next: number | null };

export type AttendeeFilter = Omit<SeatFilter, 'seats'> & {
  /** Only who knows so much. */
  reach?: readonly SeatReach[];
};

/** A page of who attends an event, in the order they got their seats. Undefined when there is no such event. Reads only. */
export async function listAttendees(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  eventId: number,
  filter: AttendeeFilter,
  page: { after: number; limit: number },
): Promise<AttendeePage | undefined> {
  const { reach, ...whose } = filter;
  if (!(await findEvent(context.db, tenant.id, { id: eventId }))) return undefined;
  // One more than asked for tells whether there is another page.
  const more = page.limit + 1;
  const known =
    reach === undefined
      ? undefined
      : await listSeatsByReach(context.db, tenant.id, eventId, reach, page.after, filtered(whose) ? null : more);
  const of = known === undefined ? whose : { ...whose, seats: known.map(({ ticketId }) => ticketId) };
  const found = await listSeats(context.db, tenant.id, eventId, of, page.after, more);
  const { rows: seats, next } = pageOf(found, page.limit);
  const reached =
    known ??
    (await findReachOfSeats(
      context.db,
      tenant.id,
      eventId,
      seats.map(({ id }) => id),
    ));
  return { attendees: seats.map(withReach(reached)), next };
}

/** One of them, or undefined. */
export async function findAttendee(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  eventId: number,
  ticketId: number,
): Promise<ListedAttendee | undefined> {
  const found = await listSeats(context.db, tenant.id, eventId, { seats: [ticketId] }, 0, 1);
  return found.map(withReach(await findReachOfSeats(context.db, tenant.id, eventId, [ticketId])))[0];
}

const filtered = ({ q, removed, checkedIn }: SeatFilter) => [q, removed, checkedIn].some((one) => one !== undefined);

function withReach(reached: { ticketId: number; reach: SeatReach; lastReply: string | null }[]): (seat: ListedSeat) => ListedAttendee {
  const byId = new Map(reached.map((one) => [one.ticketId, one]));
  return (seat) => {
    // Whoever is not in the ledger's list holds a seat that no plan stands for.
    const { reach, lastReply } = byId.get(seat.id) ?? { reach: 'not_planned' as const, lastReply: null };
    return { ...seat, reach, lastReply };
  };
}
