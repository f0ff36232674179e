import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type ListedTicket, type TicketOrder, listTicketsOfCustomer } from '../../storage/seats/my-tickets.ts';
import type { Context } from '../context.ts';

export type { ListedTicket, TicketOrder };

export type TicketListing = {
  /** Only tickets of events that end after now; otherwise all, past ones too. */
  upcomingOnly: boolean;
  order: TicketOrder;
  descending: boolean;
  /** From 1. */
  page: number;
  pageSize: number;
};

/** A page of a customer's own live tickets, each with its event, and how many there are in all. */
export function listMyTickets(
  { db, clock }: Context,
  tenant: Tenant,
  customerId: number,
  { upcomingOnly, order, descending, page, pageSize }: TicketListing,
): Promise<{ tickets: ListedTicket[]; total: number }> {
  const endsAfter = upcomingOnly ? clock.now() : null;
  return listTicketsOfCustomer(db, tenant.id, customerId, { endsAfter, order, descending, limit: pageSize, offset: (page - 1) * pageSize });
}
