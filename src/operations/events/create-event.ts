import { type Invitee, eventCreated, seatInvitees } from '../../domain/events/create-event.ts';
import type { Request } from '../../domain/notices/change.ts';
import type { Event } from '../../domain/events/event.ts';
import { type TimesRefusal, refusalOfTimes } from '../../domain/events/times.ts';
import type { UidScope } from '../../domain/notices/notice.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { type CalendarKey, findCalendar, isTaken } from '../../storage/events/calendars.ts';
import { insertEvent } from '../../storage/events/events.ts';
import { recordChange } from '../../ledger/record-change.ts';
import { insertTickets } from '../../storage/seats/tickets.ts';
import type { Context } from '../context.ts';
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
  organizerName: string;
  replyTo: string | null;
  /** Do the mails to its attendees carry links that cancel and move it? */
  attendeeLinks?: boolean;
  invitees: Invitee[];
};

export type CreateEventOutcome =
  | { outcome: 'created'; event: Event; notices: number }
  | { outcome: 'calendar_not_found' }
  /** The calendar has another at that time, and the tenant wants none. */
  | { outcome: 'conflict' }
  | { outcome: TimesRefusal };

/** Makes an event, seats its invitees and plans their invitations, in one transaction. */
export async function createEvent(context: Context, tenant: Tenant, input: NewEventInput, request: Request): Promise<CreateEventOutcome> {
  const now = context.clock.now();
  const refusal = refusalOfTimes(input, null, now);
  if (refusal) return { outcome: refusal };
  const outcome = await context.db.transaction().execute(async (tx): Promise<CreateEventOutcome> => {
    const calendar = await findCalendar(tx, tenant.id, input.calendar);
    if (!calendar) return { outcome: 'calendar_not_found' };
    if (settingsOf(tenant).refusesConflicts && (await isTaken(tx, tenant.id, calendar.id, null, input))) return { outcome: 'conflict' };
    const domain = tenant.senderMailbox.slice(tenant.senderMailbox.lastIndexOf('@') + 1);
    const newUid = () => `${context.random.uuid()}@${domain}`;
    const { calendar: _key, invitees, attendeeLinks = false, ...given } = input;
    const event = await insertEvent(tx, {
      ...given,
      zone: input.zone ?? calendar.zone,
      tenantId: tenant.id,
      publicId: context.random.uuid(),
      calendarId: calendar.id,
      uid: newUid(),
      organizerMailbox: tenant.senderMailbox,
      attendeeLinks,
      status: 'scheduled',
      revision: 1,
      sequence: 0,
      dtstamp: now.round({ smallestUnit: 'second', roundingMode: 'floor' }),
      cancelledAt: null,
      cancelReason: null,
      cancelledByKind: null,
      cancelledById: null,
      createdAt: now,
      updatedAt: now,
    });
    const ownUid = input.uidScope === 'ticket';
    const seated = seatInvitees(invitees, calendar.zone, tenant.locale).map((person) => seatOf(context, person, ownUid ? newUid() : null));
    await insertTickets(tx, event, seated, now);
    const made = { ...event, liveTickets: seated.length };
    const { notices } = await recordChange(tx, eventCreated(made), request, { standing: 0, joined: seated.length }, now);
    return { outcome: 'created', event: made, notices };
  });
  if (outcome.outcome === 'created') context.wake();
  return outcome;
}
