import type { Change } from '../notices/change.ts';
import { type Event, nextDtstamp } from './event.ts';

export type PublishEventDecision =
  | { outcome: 'published'; change: Change }
  | { outcome: 'already_published' | 'already_cancelled' | 'event_over' };

/**
 * Makes a draft an event. Everybody with a seat hears of it for the first time, so SEQUENCE stays as it is; who was told of this very state, by
 * whoever ran it before us, hears nothing.
 */
export function publishEvent(event: Event, now: Temporal.Instant): PublishEventDecision {
  if (event.status === 'scheduled') return { outcome: 'already_published' };
  if (event.status === 'cancelled') return { outcome: 'already_cancelled' };
  if (Temporal.Instant.compare(event.endsAt, now) <= 0) return { outcome: 'event_over' };
  const after: Event = {
    ...event,
    status: 'scheduled',
    revision: event.revision + 1,
    dtstamp: nextDtstamp(event, now),
    updatedAt: now,
  };
  return {
    outcome: 'published',
    change: {
      kind: 'event_published',
      ticketId: null,
      before: { status: event.status },
      after: { status: after.status },
      event: after,
      plans: [{ purpose: 'updated', method: 'REQUEST', audience: { kind: 'standing' } }],
    },
  };
}

export type UnpublishEventDecision =
  | { outcome: 'unpublished'; change: Change }
  | { outcome: 'already_draft' | 'already_cancelled' }
  /** So many seats are taken or held: their people know of it, and only a cancel tells them. */
  | { outcome: 'has_tickets'; taken: number };

/** Makes an event nobody has a seat at a draft again. */
export function unpublishEvent(event: Event, now: Temporal.Instant): UnpublishEventDecision {
  if (event.status === 'draft') return { outcome: 'already_draft' };
  if (event.status === 'cancelled') return { outcome: 'already_cancelled' };
  const taken = event.liveTickets + event.heldSeats;
  if (taken > 0) return { outcome: 'has_tickets', taken };
  return {
    outcome: 'unpublished',
    change: {
      kind: 'event_unpublished',
      ticketId: null,
      before: { status: event.status },
      after: { status: 'draft' },
      event: { ...event, status: 'draft', revision: event.revision + 1, updatedAt: now },
      plans: [],
    },
  };
}
