import type { Request } from '../../domain/notices/change.ts';
import { type IssueTicketRefusal, issueTicket as decide } from '../../domain/seats/issue-ticket.ts';
import type { Recipient } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { CODE_LENGTH, type Ticket, attendeeCode } from '../../domain/seats/ticket.ts';
import type { Transaction } from '../../postgres/database.ts';
import { type EventKey, lockEvent, saveEvent } from '../../storage/events/events.ts';
import { recordChange } from '../../ledger/record-change.ts';
import { countHeldTickets, findTicketTypeOnSale } from '../../storage/seats/ticket-types.ts';
import { attendsAlready, insertTickets } from '../../storage/seats/tickets.ts';
import { endEntries } from '../waitlist/end-entries.ts';
import type { Context } from '../context.ts';
import { findOffer } from '../waitlist/find-offer.ts';

export type IssueTicketInput = {
  /** Null: plain attendance, without a type. */
  ticketTypeId: number | null;
  /** Who may see and cancel it; null: nobody but staff. */
  customerId: number | null;
  holder: Recipient;
  /** The seat was promised while it was on sale: window and limit of its type were kept then, and only room is asked for. */
  promised?: boolean;
};

export type IssueTicketOutcome =
  | { outcome: 'issued'; ticket: Ticket }
  | { outcome: IssueTicketRefusal | 'not_found' | 'type_not_found' | 'attends_already' };

/**
 * Takes a seat for somebody and plans the mail that says so, within the caller's transaction, which may take several. Locks the
 * event; a caller who needs several events locks them all first, in the order of their numbers.
 */
export async function takeSeat(
  tx: Transaction,
  context: Context,
  tenant: Tenant,
  key: EventKey,
  input: IssueTicketInput,
  request: Request,
): Promise<IssueTicketOutcome> {
  const now = context.clock.now();
  const event = await lockEvent(tx, tenant.id, key);
  if (!event) return { outcome: 'not_found' };
  const { holder, ticketTypeId } = input;
  const found = ticketTypeId === null ? null : await findTicketTypeOnSale(tx, tenant.id, event.id, ticketTypeId);
  if (found === undefined) return { outcome: 'type_not_found' };
  const type = found && input.promised ? { ...found, maxPerAttendee: null, saleStartsAt: null, saleEndsAt: null } : found;
  const held = type?.maxPerAttendee ? await countHeldTickets(tx, tenant.id, type.id, holder.email) : 0;
  if (event.uidScope === 'event' && (await attendsAlready(tx, tenant.id, event.id, holder.email))) {
    return { outcome: 'attends_already' };
  }
  // What an order holds is a seat of its own.
  const offer =
    ticketTypeId === null || input.promised
      ? undefined
      : await findOffer(tx, tenant, event, ticketTypeId, { customerId: input.customerId, email: holder.email }, now);
  // The seat that was held for this person is free for them, and for nobody else.
  const freed = offer ? { ...event, heldSeats: event.heldSeats - 1 } : event;
  const decision = decide(freed, type && offer ? { ...type, heldSeats: type.heldSeats - 1 } : type, held, now);
  if (decision.outcome !== 'issued') return { outcome: decision.outcome };
  const { event: after } = decision.change;
  if (offer) await endEntries(tx, tenant.id, [offer.id], 'taken', now);
  await saveEvent(tx, after, event.revision);
  const domain = event.organizerMailbox.slice(event.organizerMailbox.lastIndexOf('@') + 1);
  const ownUid = event.uidScope === 'ticket';
  const seat = {
    ...holder,
    ticketTypeId,
    customerId: input.customerId,
    contactId: null,
    role: 'attendee' as const,
    participationStatus: ownUid ? ('accepted' as const) : ('needs-action' as const),
    code: attendeeCode(context.random.bytes(CODE_LENGTH)),
    uid: ownUid ? `${context.random.uuid()}@${domain}` : null,
    // A UID of its own starts at SEQUENCE 0, wherever the event has got to.
    sequenceOffset: ownUid ? -event.sequence : 0,
  };
  const [ticket] = await insertTickets(tx, after, [seat], now);
  if (!ticket) throw new Error('the ticket was not inserted');
  const change = { ...decision.change, ticketId: ticket.id };
  await recordChange(tx, change, request, { standing: 0, joined: 1 }, now);
  return { outcome: 'issued', ticket };
}
