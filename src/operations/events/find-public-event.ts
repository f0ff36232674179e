import type { Viewer } from '../../domain/events/circle.ts';
import type { Comment, PublicEvent } from '../../domain/events/public-event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findPublicEvent as find, listAttendingCustomers, listComments, listRelatedEvents } from '../../storage/events/public-events.ts';
import type { Context } from '../context.ts';

export type PublicEventPage = {
  event: PublicEvent;
  comments: Comment[];
  related: PublicEvent[];
  /** Empty unless somebody signed in looks and the event shows them. */
  attendees: { id: number; fullName: string }[];
};

// What a page can show and one answer can carry; an event of 100,000 people must not make an answer of 5 MB.
const MAX_COMMENTS = 200;
const MAX_RELATED = 10;
const MAX_ATTENDEES = 1_000;

/** An event as a viewer sees it; undefined when it is unknown, not published, cancelled or not open to them. */
export async function findPublicEvent(
  context: Context,
  tenant: Tenant,
  viewer: Viewer,
  eventId: number,
): Promise<PublicEventPage | undefined> {
  const { db } = context;
  const sight = { tenantId: tenant.id, viewer, now: context.clock.now() };
  const event = await find(db, sight, eventId);
  if (!event) return undefined;
  const [comments, related, attendees] = await Promise.all([
    listComments(db, tenant.id, event.id, MAX_COMMENTS),
    listRelatedEvents(db, sight, event.id, MAX_RELATED),
    viewer !== null && event.showAttendees ? listAttendingCustomers(db, tenant.id, event.id, MAX_ATTENDEES) : [],
  ]);
  return { event, comments, related, attendees };
}
