import { canonical } from '../../domain/people/address.ts';
import { hash } from 'node:crypto';
import type { Event } from '../../domain/events/event.ts';
import type { ParticipationStatus } from '../../domain/people/people.ts';
import { cut } from '../../domain/plain-text.ts';
import type { Conference, ConferenceAttendee } from '../../domain/events/conference.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import type { Attendee } from '../../operations/seats/list-attendees.ts';

/** Our choice of success sentences (meetbit.md §12, choice 1), all in one place. */
export const MESSAGES = {
  canceled: 'Successfully canceled Event.',
  fetched: 'Successfully fetched Events.',
  updated: 'Successfully updated Event.',
  usersFetched: 'Successfully fetched Users.',
  userUpdated: 'Successfully updated User.',
  customerCreated: 'Successfully created Customer.',
  conferenceCreated: 'Successfully created Online Conference.',
  conferenceUpdated: 'Successfully updated Online Conference.',
};

/**
 * How many attendees of one event an answer holds. The contract has no paging, and a crowd of 100,000 would make the answer to
 * a cancel as slow as the reading of its list.
 */
export const MAX_ATTENDEES = 500;

const STATUSES: Record<ParticipationStatus, 0 | 1 | 2 | 3> = { 'needs-action': 0, accepted: 1, declined: 2, tentative: 3 };

/** An Event as on the wire (meetbit.md §7.1), its fields in the contract's order. */
export function presentEvent(event: Event, attendees: Attendee[], conference: Conference | null, tenant: Tenant) {
  const text = presentText(event);
  const lives = event.cancelledAt === null;
  return {
    id: event.id,
    calendar_id: event.calendarId,
    title: text.title,
    body: text.body,
    start: presentTime(event.startsAt),
    end: presentTime(event.endsAt),
    attendees: attendees.map((one) => presentAttendee(one, event.calendarId)),
    location: text.location,
    cancel_note: event.cancelReason === null ? null : cut(event.cancelReason, 255),
    ...presentCanceler(event),
    created_at: presentTime(event.createdAt),
    updated_at: presentTime(event.updatedAt),
    // Null while the event lives, although the spec calls them non-nullable; left out where the tenant's clients mind (choice 11).
    deleted_at: event.cancelledAt === null ? null : presentTime(event.cancelledAt),
    ...(lives && settingsOf(tenant).omitsNullDeletion ? { deleted_at: undefined, canceled_by_type: undefined } : {}),
    public_id: publicIdOf(event),
    provider_event_id: null,
    customer_id: null,
    meeting_link_id: null,
    online_conference: conference && presentConference(conference),
  };
}

/** An event's texts, no longer than the schema has room for. */
export function presentText({ title, description, location }: Event) {
  return {
    title: cut(title, 255),
    body: cut(description.trim(), 1_000) || null,
    location: location === null ? null : cut(location, 255),
  };
}

/** An OnlineConference (meetbit.md §7.4). */
function presentConference(conference: Conference) {
  const orNull = (instant: Temporal.Instant | null) => (instant === null ? null : presentTime(instant));
  return {
    id: conference.id,
    online_conference_account_id: conference.accountId,
    backer_event_id: conference.eventId,
    public_id: conference.publicId,
    title: conference.title,
    is_public: conference.isPublic,
    is_occurred: conference.endedAt !== null,
    started_at: orNull(conference.startedAt),
    ended_at: orNull(conference.endedAt),
    created_at: presentTime(conference.createdAt),
    updated_at: presentTime(conference.updatedAt),
    deleted_at: orNull(conference.deletedAt),
  };
}

/** The same with who takes part in it, each a User or a Customer; nobody is taken away again. */
export function presentAttendedConference(conference: Conference, attendees: ConferenceAttendee[]) {
  return {
    ...presentConference(conference),
    online_conference_attendees: attendees.map(({ id, email, userId, customerId, createdAt }) => ({
      id,
      email: email && canonical(email),
      user_id: userId,
      customer_id: customerId,
      created_at: presentTime(createdAt),
      updated_at: presentTime(createdAt),
      deleted_at: null,
    })),
  };
}

function presentAttendee(attendee: Attendee, calendarId: number) {
  const isOrganizer = attendee.role === 'organizer';
  return {
    email: attendee.email && canonical(attendee.email),
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
    case 'key':
    case 'system':
      return of('User', null);
  }
}

/** Not the event's public UUID: on another door that is a capability, and who may only read here may not act there. */
function publicIdOf(event: Event): string {
  return hash('sha256', `meetbit ${event.publicId}`, 'base64url').slice(0, 16);
}

/** RFC 3339 in UTC, whole seconds, `Z`. */
export function presentTime(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'second' });
}
