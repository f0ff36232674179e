import type { TicketType } from '../../domain/events/public-event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findEvent } from '../../storage/events/events.ts';
import { listTicketTypes as list } from '../../storage/events/public-events.ts';
import type { Context } from '../context.ts';

/** The ticket types of an event, hidden ones too, in the order they are shown in; undefined when there is no such event. */
export async function listTicketTypes(context: Context, tenant: Tenant, eventId: number): Promise<TicketType[] | undefined> {
  const event = await findEvent(context.db, tenant.id, { id: eventId });
  return event && (await list(context.db, tenant.id, event.id));
}
