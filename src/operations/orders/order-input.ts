import { isSameAddress } from '../../domain/people/address.ts';
import type { OrderItem } from '../../domain/orders/order.ts';
import type { Recipient } from '../../domain/people/people.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';

/** Who orders: the customer's profile. */
export type Buyer = Recipient & { id: number; isMember: boolean };

/** A ticket to be ordered. Name and address are its holder's; null: the buyer's own. */
export type OrderedTicket = { eventId: number; ticketTypeId: number; name: string | null; email: string | null };

/** Somebody to seat, with all that decides how their mail reads. */
export type OrderedSeat = OrderItem & { holder: Recipient };

/**
 * Who gets the tickets. A guest's zone is not known, so the house's is taken and the mail says so; their language is taken to be
 * that of who invites them.
 */
export function seatsOf(tenant: Tenant, buyer: Buyer, tickets: OrderedTicket[]): OrderedSeat[] {
  return tickets.map(({ eventId, ticketTypeId, name, email }) => {
    const isBuyer = email === null || isSameAddress(email, buyer.email);
    const whose: Recipient = isBuyer
      ? { email: buyer.email, name: name ?? buyer.name, zone: buyer.zone, zoneSource: buyer.zoneSource, language: buyer.language }
      : { email, name, zone: tenant.zone, zoneSource: 'tenant', language: buyer.language };
    return { eventId, ticketTypeId, email: whose.email, holder: whose };
  });
}
