import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findEvent } from '../../storage/events/events.ts';
import { listTicketTypes as list } from '../../storage/events/public-events.ts';
import type { Context } from '../context.ts';

/** The ticket types of an event, by which a list of attendees names them; undefined when there is no such event. */
export async function listTicketTypes(
  context: Pick<Context, 'db'>,
  tenant: Tenant,
  eventId: number,
): Promise<{ id: number; name: string }[] | undefined> {
  const event = await findEvent(context.db, tenant.id, { id: eventId });
  return event && (await list(context.db, tenant.id, event.id));
}
