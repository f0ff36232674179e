import type { Tenant } from '../../domain/tenants/tenant.ts';
import type { ListedTicket } from '../../operations/seats/list-my-tickets.ts';
import { kept } from '../http/kept.ts';
import { local, presentBusiness, utc } from './present.ts';
import { presentEvent, presentTicketType } from './present-event.ts';

/** `EventAttendee`, one of my-events' records (nexudus.md §7.1). The buyer is `Coworker`, the holder stands in `FullName` and `Email`. */
export function presentTicket({ ticket, event }: ListedTicket, tenant: Tenant, now: Temporal.Instant) {
  const type = event.ticketTypes.find(({ id }) => id === ticket.ticketTypeId);
  return ticketWith(ticket, tenant, presentEvent(event, tenant, now), type ? presentTicketType(event, type, tenant, now) : null);
}

const ticketWith = kept(
  (
    ticket: ListedTicket['ticket'],
    tenant: Tenant,
    event: ReturnType<typeof presentEvent>,
    type: ReturnType<typeof presentTicketType> | null,
  ) => ({
    Id: ticket.id,
    AttendeeCode: ticket.code,
    FullName: ticket.name ?? '',
    Email: ticket.email ?? '',
    CalendarEvent: event,
    EventProduct: type,
    EventProductName: type?.Name ?? null,
    EventProductPrice: type?.Price ?? null,
    Coworker: { Id: ticket.customer.id, FullName: ticket.customer.fullName, Email: ticket.customer.email },
    Business: presentBusiness(tenant),
    CreatedOn: local(ticket.issuedAt, tenant),
    CreatedOnUtc: utc(ticket.issuedAt),
    UpdatedOn: local(ticket.updatedAt, tenant),
    UpdatedOnUtc: utc(ticket.updatedAt),
  }),
);
