import { hash } from 'node:crypto';
import type { Event } from '../../domain/event.ts';
import type { ParticipationStatus } from '../../domain/people.ts';
import { cut } from '../../domain/plain-text.ts';
import type { Attendee } from '../../operations/list-attendees.ts';

/** Our choice of success sentences (meetbit.md §12, choice 1), all in one place. */
export const MESSAGES = {
  canceled: 'Successfully canceled Event.',
  fetched: 'Successfully fetched Events.',
};

/**
 * How many attendees of one event an answer holds. The contract has no paging, and a crowd of 100,000 would make the answer to
 * a cancel as slow as the reading of its list.
 */
export const MAX_ATTENDEES = 500;

const STATUSES: Record<ParticipationStatus, 0 | 1 | 2 | 3> = { 'needs-action': 0, accepted: 1, declined: 2, tentative: 3 };

/** An Event as on the wire (meetbit.md §7.1), its fields in the contract's order. */
export function presentEvent(event: Event, attendees: Attendee[]) {
  return {
    id: event.id,
    calendar_id: event.calendarId,
    title: cut(event.title, 255),
    body: cut(event.description.trim(), 1_000) || null,
    start: dateTime(event.startsAt),
    end: dateTime(event.endsAt),
    attendees: attendees.map((one) => presentAttendee(one, event.calendarId)),
    location: event.location === null ? null : cut(event.location, 255),
    cancel_note: event.cancelReason === null ? null : cut(event.cancelReason, 255),
    ...presentCanceler(event),
    created_at: dateTime(event.createdAt),
    updated_at: dateTime(event.updatedAt),
    // Null while the event lives, although the spec calls it non-nullable: choice 11.
    deleted_at: event.cancelledAt === null ? null : dateTime(event.cancelledAt),
    public_id: publicIdOf(event),
    provider_event_id: null,
    customer_id: null,
    meeting_link_id: null,
    online_conference: null,
  };
}

function presentAttendee(attendee: Attendee, calendarId: number) {
  const isOrganizer = attendee.role === 'organizer';
  return {
    email: attendee.email,
    name: attendee.name === null ? null : cut(attendee.name, 255),
    status: STATUSES[attendee.participationStatus],
    is_organizer: isOrganizer,
    customer_id: attendee.customerId,
    calendar_id: isOrganizer ? calendarId : null,
  };
}

/**
 * Who canceled, as far as this API has words for it. An id is given only where it is one of the named type's own: another
 * door's account counts as a User and a mailed link as a Customer, both without one.
 */
function presentCanceler({ cancelledByKind: kind, cancelledById: id }: Event) {
  const of = (type: 'User' | 'Customer' | 'Client', ownId: string | null) => ({
    canceled_by_id: ownId === null ? null : Number(ownId),
    canceled_by_type: `App\\Models\\Tenant\\${type}`,
  });
  switch (kind) {
    case null:
      return { canceled_by_id: null, canceled_by_type: null };
    case 'client':
      return of('Client', id);
    case 'customer':
      return of('Customer', id);
    case 'user':
      return of('User', id);
    case 'token':
      return of('Customer', null);
    case 'account':
    case 'system':
      return of('User', null);
  }
}

/** Not the event's public UUID: on another door that is a capability, and who may only read here may not act there. */
function publicIdOf(event: Event): string {
  return hash('sha256', `meetbit ${event.publicId}`, 'base64url').slice(0, 16);
}

/** RFC 3339 in UTC, whole seconds, `Z`. */
function dateTime(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}
