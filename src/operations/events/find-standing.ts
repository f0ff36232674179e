import { circlesOf } from '../../domain/events/circle.ts';
import type { PublicEvent } from '../../domain/events/public-event.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { type FormerTime, listFormerTimes } from '../../ledger/history.ts';
import { listEventsWithTypes } from '../../storage/events/public-events.ts';
import { type TicketAtEvent, listTicketsAtEvent } from '../../storage/seats/my-tickets.ts';
import type { Context } from '../context.ts';

export type { FormerTime, TicketAtEvent };

/** How an event stands, and what of it is the viewer's: `was` is when it was to be before it moved. */
export type Standing = { event: PublicEvent; was: FormerTime | null; tickets: TicketAtEvent[] };

/**
 * An event however it stands, cancelled or not: for whoever may see it as long as it is on, and for a customer who has or had a ticket of it. Undefined
 * for anybody else, as if it were not there. Reads only.
 */
export async function findStanding(
  { db, clock }: Pick<Context, 'db' | 'clock'>,
  tenant: Tenant,
  viewer: { id: number; isMember: boolean } | null,
  eventId: number,
): Promise<Standing | undefined> {
  const [[event], tickets] = await Promise.all([
    listEventsWithTypes(db, tenant.id, [eventId]),
    viewer === null ? [] : listTicketsAtEvent(db, tenant.id, viewer.id, eventId),
  ]);
  if (!event || event.status === 'draft') return undefined;
  const { eventsEnabled, eventsOpenTo } = settingsOf(tenant);
  const circles = circlesOf(viewer);
  const isPublished = event.publishedAt !== null && Temporal.Instant.compare(event.publishedAt, clock.now()) <= 0;
  const isSeen = eventsEnabled && isPublished && circles.includes(eventsOpenTo) && circles.includes(event.openTo);
  if (!isSeen && tickets.length === 0) return undefined;
  const [was = null] = await listFormerTimes(db, tenant.id, [event.id]);
  return { event, was, tickets };
}
