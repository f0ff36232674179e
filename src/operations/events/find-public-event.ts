import type { Viewer } from '../../domain/events/circle.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type PublicEventPage, findPublicEventPage } from '../../storage/events/public-event-page.ts';
import type { Context } from '../context.ts';

export type { PublicEventPage };

// What a page can show and one answer can carry; an event of 100,000 people must not make an answer of 5 MB.
const LIMITS = { comments: 200, related: 10, attendees: 1_000 };

/** An event as a viewer sees it; undefined when it is unknown, not published, cancelled or not open to them. */
export function findPublicEvent(
  { db, clock }: Context,
  tenant: Tenant,
  viewer: Viewer,
  eventId: number,
): Promise<PublicEventPage | undefined> {
  return findPublicEventPage(db, { tenantId: tenant.id, viewer, now: clock.now() }, eventId, LIMITS);
}
