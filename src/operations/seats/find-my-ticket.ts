import { type Event, factsOf } from '../../domain/events/event.ts';
import type { EventFacts, Notice } from '../../domain/notices/notice.ts';
import { languageOf } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findEvent } from '../../storage/events/events.ts';
import { findTicketOfCustomer } from '../../storage/seats/tickets.ts';
import type { Context } from '../context.ts';

/** A ticket as its mail would tell of it now. */
export type HeldTicket = Pick<Notice, 'recipient' | 'ticket' | 'itip'> & { event: EventFacts };

/**
 * A ticket that a customer holds of an event that stands, with the numbers that its mails have: the UID, and the SEQUENCE of the last of them. Undefined
 * for any other, also one that was given back. Reads only.
 */
export async function findMyTicket(
  { db }: Pick<Context, 'db'>,
  tenant: Tenant,
  customer: { id: number; email: string },
  ticketId: number,
): Promise<HeldTicket | undefined> {
  const ticket = await findTicketOfCustomer(db, tenant.id, customer.id, ticketId);
  if (!ticket || ticket.releasedRevision !== null) return undefined;
  const event: Event | undefined = await findEvent(db, tenant.id, { id: ticket.eventId });
  if (event?.status !== 'scheduled') return undefined;
  const { name, zone, zoneSource, role, participationStatus } = ticket;
  const ownUid = event.uidScope === 'ticket' && ticket.uid !== null;
  return {
    event: factsOf(event, { kind: 'customer', id: String(customer.id) }),
    recipient: {
      email: ticket.email ?? customer.email,
      name,
      zone,
      zoneSource,
      language: languageOf(ticket.language),
      role,
      participationStatus,
    },
    ticket: ticket.uid === null ? null : { code: ticket.code, typeName: null, holderName: null },
    itip: {
      uid: ownUid && ticket.uid !== null ? ticket.uid : event.uid,
      uidScope: event.uidScope,
      sequence: event.sequence + (ownUid ? ticket.sequenceOffset : 0),
      dtstamp: event.dtstamp,
      method: 'REQUEST',
    },
  };
}
