import type { Context } from 'hono';
import type { Event } from '../../domain/event.ts';

/** `{"data": ..., "status": "success"}`, in that order of keys. */
export function succeed(c: Context, data: Record<string, unknown>): Response {
  return c.json({ data, status: 'success' });
}

/** `eventId` comes back as the caller spelled it. */
export function presentCancelled(eventId: string, event: Event, notices: number) {
  return { event_id: eventId, cancelled_at: timestamp(event.cancelledAt ?? event.updatedAt), notifications_sent: notices };
}

/** Our guess (zyntro.md §12, choice 16). */
export function presentRescheduled(eventId: string, event: Event, notices: number) {
  return {
    event_id: eventId,
    rescheduled_at: timestamp(event.updatedAt),
    new_start_time: timestamp(event.startsAt),
    new_end_time: timestamp(event.endsAt),
    notifications_sent: notices,
  };
}

/** Our guess (zyntro.md §12, choice 23). There is no video provider, so no link. */
export function presentCreated(event: Event, notices: number) {
  return {
    event_id: event.publicId,
    event_start_time: timestamp(event.startsAt),
    event_end_time: timestamp(event.endsAt),
    meeting_link: null,
    notifications_sent: notices,
  };
}

/** `YYYY-MM-DD HH:MM:SS` in UTC, the vendor's only form of an instant. */
function timestamp(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' }).replace('T', ' ').replace('Z', '');
}
