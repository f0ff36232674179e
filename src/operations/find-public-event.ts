import type { Comment, PublicEvent } from '../domain/public-event.ts';
import type { Tenant } from '../domain/tenant.ts';
import { findPublicEvent as find, listAttendingCustomers, listComments, listRelatedEvents } from '../storage/public-events.ts';
import type { Context } from './context.ts';

export type PublicEventPage = {
  event: PublicEvent;
  comments: Comment[];
  related: PublicEvent[];
  /** Empty unless asked for and shown by the event. */
  attendees: { id: number; fullName: string }[];
};

// What a page can show and one answer can carry; an event of 100,000 people must not make an answer of 5 MB.
const MAX_COMMENTS = 200;
const MAX_RELATED = 10;
const MAX_ATTENDEES = 1_000;

/** An event as the public sees it; undefined when it is unknown, not published or cancelled. */
export async function findPublicEvent(
  context: Context,
  tenant: Tenant,
  eventId: number,
  asked: { attendees: boolean },
): Promise<PublicEventPage | undefined> {
  const { db } = context;
  const now = context.clock.now();
  const event = await find(db, tenant.id, eventId, now);
  if (!event) return undefined;
  const [comments, related, attendees] = await Promise.all([
    listComments(db, tenant.id, event.id, MAX_COMMENTS),
    listRelatedEvents(db, tenant.id, event.id, now, MAX_RELATED),
    asked.attendees && event.showAttendees ? listAttendingCustomers(db, tenant.id, event.id, MAX_ATTENDEES) : [],
  ]);
  return { event, comments, related, attendees };
}
