import type { PublicEvent } from '../../domain/events/public-event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type MyTicket, type TicketOrder, listTicketsOfCustomer } from '../../storage/seats/my-tickets.ts';
import { listEventsWithTypes } from '../../storage/events/public-events.ts';
import type { Context } from '../context.ts';

export type { MyTicket, TicketOrder };

export type TicketListing = {
  /** Only tickets of events that end after now; otherwise all, past ones too. */
  upcomingOnly: boolean;
  order: TicketOrder;
  descending: boolean;
  /** From 1. */
  page: number;
  pageSize: number;
};

export type ListedTicket = { ticket: MyTicket; event: PublicEvent };

/** A page of a customer's own live tickets, each with its event, and how many there are in all. */
export async function listMyTickets(
  context: Context,
  tenant: Tenant,
  customerId: number,
  listing: TicketListing,
): Promise<{ tickets: ListedTicket[]; total: number }> {
  const { tickets, total } = await listTicketsOfCustomer(context.db, tenant.id, customerId, {
    endsAfter: listing.upcomingOnly ? context.clock.now() : null,
    order: listing.order,
    descending: listing.descending,
    limit: listing.pageSize,
    offset: (listing.page - 1) * listing.pageSize,
  });
  const events = await listEventsWithTypes(context.db, tenant.id, [...new Set(tickets.map(({ eventId }) => eventId))]);
  const eventOf = new Map(events.map((event) => [event.id, event]));
  const listed = tickets.map((ticket) => {
    const event = eventOf.get(ticket.eventId);
    if (!event) throw new Error(`ticket ${ticket.id} has no event`);
    return { ticket, event };
  });
  return { tickets: listed, total };
}
