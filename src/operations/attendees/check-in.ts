import type { Actor } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import {
  type CheckIn,
  type TicketAtDoor,
  countCheckIns,
  findCalendarOfCheckIn,
  findCheckIn,
  findTicketByCode,
  insertCheckIn,
  undoCheckIn as undo,
} from '../../storage/attendees/check-ins.ts';
import { findEvent } from '../../storage/events/events.ts';
import type { Context } from '../context.ts';

export type { CheckIn };

/** Who asks, and the calendars whose events are their business; null: all. */
export type DoorKeeper = { actor: Actor; calendars: readonly number[] | null };

export type CheckInOutcome =
  | { outcome: 'checked_in' | 'already'; ticket: TicketAtDoor; checkIn: CheckIn }
  /** The seat was given back, or the event is cancelled. */
  | { outcome: 'cancelled' | 'other_event'; ticket: TicketAtDoor }
  | { outcome: 'not_found' };

/**
 * Lets the holder of a code in, once: of two who scan it in the same moment the second hears when and by whom it was done. Mails nobody, changes no event. With
 * `eventId` only to that event. Codes are read as people type them, in any case, with spaces or hyphens.
 */
export async function checkIn(
  context: Context,
  tenant: Tenant,
  asked: { code: string; eventId: number | null },
  keeper: DoorKeeper,
): Promise<CheckInOutcome> {
  const code = asked.code.toUpperCase().replaceAll(/[\s-]+/g, '');
  const ticket = await findTicketByCode(context.db, tenant.id, code);
  if (!ticket || !isBusinessOf(keeper, ticket.event.calendarId)) return { outcome: 'not_found' };
  if (asked.eventId !== null && asked.eventId !== ticket.eventId) return { outcome: 'other_event', ticket };
  if (ticket.released || ticket.event.status === 'cancelled') return { outcome: 'cancelled', ticket };
  const done = await insertCheckIn(context.db, tenant.id, ticket, keeper.actor, context.clock.now());
  if (done) return { outcome: 'checked_in', ticket, checkIn: done };
  const before = await findCheckIn(context.db, tenant.id, ticket.id);
  // Undone in this very moment: whoever asks again gets in.
  return before ? { outcome: 'already', ticket, checkIn: before } : checkIn(context, tenant, asked, keeper);
}

export type UndoCheckInOutcome = { outcome: 'undone' | 'already_undone' | 'not_found' };

/** Takes a check-in back, so that its code lets in again. The row stays, with who did it and when. */
export async function undoCheckIn(context: Context, tenant: Tenant, id: number, keeper: DoorKeeper): Promise<UndoCheckInOutcome> {
  const calendar = await findCalendarOfCheckIn(context.db, tenant.id, id);
  if (calendar === undefined || !isBusinessOf(keeper, calendar)) return { outcome: 'not_found' };
  return { outcome: (await undo(context.db, tenant.id, id, keeper.actor, context.clock.now())) ? 'undone' : 'already_undone' };
}

/** How many hold a seat at an event and how many of them have come; undefined when there is no such event. */
export async function countPresent(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  eventId: number,
): Promise<{ seats: number; checkedIn: number } | undefined> {
  return (await findEvent(context.db, tenant.id, { id: eventId })) && (await countCheckIns(context.db, tenant.id, eventId));
}

const isBusinessOf = ({ calendars }: DoorKeeper, calendarId: number) => calendars?.includes(calendarId) ?? true;
