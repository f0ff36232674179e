import type { Viewer } from '../../domain/events/circle.ts';
import type { PublicEvent, TicketType } from '../../domain/events/public-event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findPublicEvent } from '../../storage/events/public-events.ts';
import type { Context } from '../context.ts';

/** A ticket type with its event; undefined when the viewer may not see the event, or the type is hidden or another event's. */
export async function findPublicTicketType(
  context: Context,
  tenant: Tenant,
  viewer: Viewer,
  eventId: number,
  typeId: number,
): Promise<{ event: PublicEvent; type: TicketType } | undefined> {
  const event = await findPublicEvent(context.db, { tenantId: tenant.id, viewer, now: context.clock.now() }, eventId);
  const type = event?.ticketTypes.find(({ id, visible }) => visible && id === typeId);
  return event && type && { event, type };
}
