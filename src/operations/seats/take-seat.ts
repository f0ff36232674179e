import type { Event } from '../../domain/events/event.ts';
import type { Request } from '../../domain/notices/change.ts';
import { type IssueTicketRefusal, issueTicket as decide } from '../../domain/seats/issue-ticket.ts';
import type { Recipient } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { CODE_LENGTH, attendeeCode } from '../../domain/seats/ticket.ts';
import { findOffer } from '../waitlist/find-offer.ts';
import type { EventKey } from '../../storage/events/events.ts';
import { countHeldTickets, findTicketTypeOnSale } from '../../storage/seats/ticket-types.ts';
import { type NewTicket, attendsAlready } from '../../storage/seats/tickets.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { type Unit, inTransaction, readEvent } from '../transact.ts';
import { endEntries } from '../waitlist/end-entries.ts';

export type IssueTicketInput = {
  /** Null: plain attendance, without a type. */
  ticketTypeId: number | null;
  /** Who may see and cancel it; null: nobody but staff. */
  customerId: number | null;
  holder: Recipient;
  /** The seat was promised while it was on sale: window and limit of its type were kept then, and only room is asked for. */
  promised?: boolean;
};

export type TakeSeatOutcome =
  | { outcome: 'issued'; ticketId: number }
  | { outcome: IssueTicketRefusal | 'not_found' | 'type_not_found' | 'attends_already' };

/**
 * Takes a seat for somebody and plans the mail that says so, within the caller's unit, which may take several if it is locked: then a caller who needs
 * several events locks them all first, in the order of their numbers.
 */
export async function takeSeat(
  unit: Unit,
  context: Context,
  tenant: Tenant,
  key: EventKey,
  input: IssueTicketInput,
  request: Request,
): Promise<TakeSeatOutcome> {
  const now = context.clock.now();
  const event = await readEvent(unit, tenant.id, key);
  if (!event) return { outcome: 'not_found' };
  const { holder, ticketTypeId } = input;
  const found = ticketTypeId === null ? null : await findTicketTypeOnSale(unit.db, tenant.id, event.id, ticketTypeId);
  if (found === undefined) return { outcome: 'type_not_found' };
  const type = found && input.promised ? { ...found, maxPerAttendee: null, saleStartsAt: null, saleEndsAt: null } : found;
  const held = type?.maxPerAttendee ? await countHeldTickets(unit.db, tenant.id, type.id, holder.email) : 0;
  if (event.uidScope === 'event' && (await attendsAlready(unit.db, tenant.id, event.id, holder.email))) {
    return { outcome: 'attends_already' };
  }
  // What an order holds is a seat of its own.
  const who = { customerId: input.customerId, email: holder.email };
  const offer = ticketTypeId === null || input.promised ? undefined : await findOffer(unit.db, tenant, event, ticketTypeId, who, now);
  // The seat that was held for this person is free for them, and for nobody else.
  const freed = offer ? { ...event, heldSeats: event.heldSeats - 1 } : event;
  const decision = decide(freed, type && offer ? { ...type, heldSeats: type.heldSeats - 1 } : type, held, now);
  if (decision.outcome !== 'issued') return { outcome: decision.outcome };
  if (offer) await endEntries(inTransaction(unit), tenant.id, [offer.id], 'taken', now);
  const seats = [seatFor(context, event, input)];
  const commit = { change: decision.change, request, over: event.revision, standing: 0, seats, now };
  const { ticketIds } = await commitChange(unit, commit);
  return { outcome: 'issued', ticketId: ticketIds[0] ?? 0 };
}

/** A seat of an event, with a code and, where each ticket has one, a UID of its own. */
export function seatFor(context: Context, event: Event, input: IssueTicketInput): NewTicket {
  const domain = event.organizerMailbox.slice(event.organizerMailbox.lastIndexOf('@') + 1);
  const ownUid = event.uidScope === 'ticket';
  return {
    ...input.holder,
    ticketTypeId: input.ticketTypeId,
    customerId: input.customerId,
    contactId: null,
    telephone: null,
    role: 'attendee',
    participationStatus: ownUid ? 'accepted' : 'needs-action',
    code: attendeeCode(context.random.bytes(CODE_LENGTH)),
    uid: ownUid ? `${context.random.uuid()}@${domain}` : null,
    // A UID of its own starts at SEQUENCE 0, wherever the event has got to.
    sequenceOffset: ownUid ? -event.sequence : 0,
  };
}
