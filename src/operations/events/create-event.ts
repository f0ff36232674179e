import { type Invitee, eventCreated, seatInvitees } from '../../domain/events/create-event.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Event } from '../../domain/events/event.ts';
import { type TimesRefusal, refusalOfTimes } from '../../domain/events/times.ts';
import type { UidScope } from '../../domain/notices/notice.ts';
import { type EventDetails, PLAIN_DETAILS } from '../../domain/events/event-details.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { type CalendarKey, findCalendar, isTaken } from '../../storage/events/calendars.ts';
import { keepCategories, putIntoCategories } from '../../storage/events/categories.ts';
import { commitChange } from '../commit-change.ts';
import type { Context } from '../context.ts';
import { type Unit, inTransaction, transact } from '../transact.ts';
import { seatOf } from '../seats/seat.ts';

export type NewEventInput = {
  calendar: CalendarKey;
  uidScope: UidScope;
  title: string;
  description: string;
  location: string | null;
  /** IANA zone the event lives in; null: the calendar's. */
  zone: string | null;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  capacity: number | null;
  /** Null: who runs what is in the calendar, else the tenant; their address then is what the calendar says. */
  organizerName: string | null;
  replyTo: string | null;
  /** Do the mails to its attendees carry links that cancel and move it? */
  attendeeLinks?: boolean;
  invitees: Invitee[];
  /** Nobody is to see it or hear of it yet. */
  draft?: boolean;
  /** What its page shows; absent: what Zyntro and MeetBit know of no event. */
  details?: Partial<PageDetails>;
};

export type PageDetails = Omit<EventDetails, 'organizerName' | 'replyTo' | 'publishedAt'>;

export type CreateEventOutcome =
  | { outcome: 'created'; event: Event; notices: number }
  | { outcome: 'calendar_not_found' }
  /** The calendar has another at that time, and the tenant wants none. */
  | { outcome: 'conflict' }
  | { outcome: TimesRefusal };

/** Makes an event, seats its invitees and plans their invitations, in one commit. */
export async function createEvent(context: Context, tenant: Tenant, input: NewEventInput, request: Request): Promise<CreateEventOutcome> {
  return await transact(context, (unit) => makeEvent(unit, context, tenant, input, request));
}

/** The same within the caller's unit. */
export async function makeEvent(
  unit: Unit,
  context: Context,
  tenant: Tenant,
  input: NewEventInput,
  request: Request,
): Promise<CreateEventOutcome> {
  const now = context.clock.now();
  const refusal = refusalOfTimes(input, null, now);
  if (refusal) return { outcome: refusal };
  const calendar = await findCalendar(unit.db, tenant.id, input.calendar);
  if (!calendar) return { outcome: 'calendar_not_found' };
  const { draft = false } = input;
  if (!draft && settingsOf(tenant).refusesConflicts && (await isTaken(inTransaction(unit), tenant.id, calendar.id, null, input)))
    return { outcome: 'conflict' };
  const domain = tenant.senderMailbox.slice(tenant.senderMailbox.lastIndexOf('@') + 1);
  const newUid = () => `${context.random.uuid()}@${domain}`;
  const { calendar: _key, invitees, attendeeLinks = false, draft: _draft, details: page, ...given } = input;
  const organizerName = input.organizerName ?? calendar.organizerName ?? tenant.name;
  const replyTo = input.organizerName === null ? (input.replyTo ?? calendar.replyTo) : input.replyTo;
  const details = page && { ...PLAIN_DETAILS, ...page, organizerName, replyTo };
  const ownUid = input.uidScope === 'ticket';
  const seats = seatInvitees(invitees, calendar.zone, tenant.locale).map((person) => seatOf(context, person, ownUid ? newUid() : null));
  const made: Event = {
    id: 0,
    liveTickets: seats.length,
    heldSeats: 0,
    ...given,
    waitlistEnabled: details?.waitlistEnabled ?? false,
    organizerName,
    replyTo,
    zone: input.zone ?? calendar.zone,
    tenantId: tenant.id,
    publicId: context.random.uuid(),
    calendarId: calendar.id,
    uid: newUid(),
    organizerMailbox: tenant.senderMailbox,
    attendeeLinks,
    status: draft ? 'draft' : 'scheduled',
    revision: 1,
    sequence: 0,
    dtstamp: now.round({ smallestUnit: 'second', roundingMode: 'floor' }),
    cancelledAt: null,
    cancelReason: null,
    cancelledByKind: null,
    cancelledById: null,
    createdAt: now,
    updatedAt: now,
  };
  const parts =
    details && details.categories.length > 0
      ? putIntoCategories(await keepCategories(inTransaction(unit), tenant.id, details.categories))
      : [];
  const commit = { change: eventCreated(made), request, over: null, standing: 0, seats, parts, now, ...(details && { details }) };
  const { eventId, notices } = await commitChange(unit, commit);
  return { outcome: 'created', event: { ...made, id: eventId }, notices };
}
