import type { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { EventDetails } from '../../../domain/events/event-details.ts';
import type { TimesRefusal } from '../../../domain/events/times.ts';
import { FIRST_YEAR, LAST_YEAR } from '../../../domain/events/times.ts';
import type { EventUpdate } from '../../../domain/events/update-event.ts';
import type { PageDetails } from '../../../operations/events/create-event.ts';
import type { EventRecord } from '../../../operations/events/find-event-record.ts';
import type { ChangedMeanwhile } from '../../../operations/expected.ts';
import { refuse } from '../described.ts';
import { fieldsOf, whoDid } from '../history/present.ts';
import type { V1Env } from '../principal.ts';
import type { eventChangeSchema, eventSchema } from './schema.ts';

export function presentEvent(event: EventRecord): z.infer<typeof eventSchema> {
  return {
    id: event.id,
    public_id: event.publicId,
    revision: event.revision,
    kind: event.uidScope === 'ticket' ? 'ticketed' : 'meeting',
    status: event.status,
    calendar_id: event.calendarId,
    calendar_public_id: event.calendarPublicId,
    title: event.title,
    short_description: event.shortDescription,
    description: event.description,
    location: event.location,
    venue_address: event.venueAddress,
    zone: event.zone,
    starts_at: event.startsAt.toString(),
    ends_at: event.endsAt.toString(),
    organizer_name: event.organizerName,
    reply_to: event.replyTo,
    capacity: event.capacity,
    seats_taken: event.liveTickets,
    seats_held: event.heldSeats,
    public: event.isPublic,
    published_at: event.publishedAt?.toString() ?? null,
    open_to: event.openTo,
    waiting_list: event.waitlistEnabled,
    categories: event.categories,
    featured: event.featured,
    show_in_home_page: event.showInHomePage,
    allow_comments: event.allowComments,
    show_attendees: event.showAttendees,
    attendee_links: event.attendeeLinks,
    has_image: event.hasImage,
    cancelled_at: event.cancelledAt?.toString() ?? null,
    cancel_reason: event.cancelReason,
    created_at: event.createdAt.toString(),
    updated_at: event.updatedAt.toString(),
  };
}

/** RFC 9110 §8.8.3, of a revision. */
export const etagOf = ({ revision }: { revision: number }) => ({ etag: `"${revision}"` });

type Words = z.infer<typeof eventChangeSchema>;

/** What of an event's page a body names. */
export function pageDetailsOf(body: Words): Partial<PageDetails> {
  return {
    ...(body.short_description !== undefined && { shortDescription: body.short_description }),
    ...(body.venue_address !== undefined && { venueAddress: body.venue_address }),
    ...(body.public !== undefined && { isPublic: body.public }),
    ...(body.open_to !== undefined && { openTo: body.open_to }),
    ...(body.waiting_list !== undefined && { waitlistEnabled: body.waiting_list }),
    ...(body.categories !== undefined && { categories: body.categories }),
    ...(body.featured !== undefined && { featured: body.featured }),
    ...(body.show_in_home_page !== undefined && { showInHomePage: body.show_in_home_page }),
    ...(body.allow_comments !== undefined && { allowComments: body.allow_comments }),
    ...(body.show_attendees !== undefined && { showAttendees: body.show_attendees }),
  };
}

/** What of an event a body changes. */
export function updateOf(body: Words): EventUpdate & { details?: Partial<EventDetails> } {
  const details = {
    ...pageDetailsOf(body),
    ...(body.organizer_name !== undefined && { organizerName: body.organizer_name }),
    ...(body.reply_to !== undefined && { replyTo: body.reply_to }),
  };
  return {
    ...(body.title !== undefined && { title: body.title }),
    ...(body.description !== undefined && { description: body.description }),
    ...(body.location !== undefined && { location: body.location }),
    ...(body.zone && { zone: body.zone }),
    ...(body.starts_at && { startsAt: body.starts_at }),
    ...(body.ends_at && { endsAt: body.ends_at }),
    ...(Object.keys(details).length > 0 && { details }),
  };
}

const TIMES: Record<TimesRefusal, { name: string; reason: string }> = {
  ends_before_start: { name: 'ends_at', reason: 'It must be after starts_at.' },
  starts_in_past: { name: 'starts_at', reason: 'It must not be over yet.' },
  outside_calendar: { name: 'starts_at', reason: `It must be in the years ${FIRST_YEAR} to ${LAST_YEAR}, and so must ends_at.` },
};

/** An event cannot take place then. */
export const badTimes = (refusal: TimesRefusal) => ({ detail: 'The event cannot take place then.', parameters: [TIMES[refusal]] });

export const timeTaken = {
  detail: 'The calendar has another event at that time, and this house wants none. Choose another time or another calendar.',
};

/** 412 with what became of the event meanwhile: which fields, when and by whom. */
export function changedMeanwhile(c: Context<V1Env>, { event, edits }: ChangedMeanwhile): never {
  const parameters = edits.flatMap((edit) =>
    fieldsOf(edit).map(({ name }) => ({ name, reason: `${whoDid(edit)} changed it at ${edit.at.toString({ smallestUnit: 'second' })}.` })),
  );
  const detail = 'The event was changed after the revision in If-Match. Read it again, and decide whether you still want this.';
  return refuse(c, 'precondition-failed', { detail, parameters, headers: etagOf(event) });
}
