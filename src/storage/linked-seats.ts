import type { Event } from '../domain/event.ts';
import type { Tenant } from '../domain/tenant.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Database } from './database.ts';
import { findEvent } from './events.ts';
import { findTenant } from './tenants.ts';
import { findTicket } from './tickets.ts';

/** A seat with its event and tenant, given up or not; undefined when there is none. */
export async function findLinkedSeat(db: Database, tenantId: number, ticketId: number): Promise<{ tenant: Tenant; event: Event; ticket: Ticket } | undefined> {
  const tenant = await findTenant(db, tenantId);
  const ticket = tenant && (await findTicket(db, tenantId, ticketId));
  const event = ticket && (await findEvent(db, tenantId, { id: ticket.eventId }));
  return event && { tenant, event, ticket };
}
