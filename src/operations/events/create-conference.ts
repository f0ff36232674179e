import type { Conference, ConferenceAttendee } from '../../domain/events/conference.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import {
  findAccountOwner,
  insertConferenceAttendees,
  listConferenceAttendees,
  matchAddresses,
} from '../../storage/events/conference-attendees.ts';
import { type NewConference, insertConference, listConferences } from '../../storage/events/conferences.ts';
import type { Transaction } from '../../postgres/database.ts';
import { lockEvent } from '../../storage/events/events.ts';
import type { Context } from '../context.ts';

export type ConferenceFault =
  | { fault: 'account_unknown' | 'event_unknown' | 'event_has_one' | 'public_id_taken' }
  /** The address at `place` of the list, from 0, is nobody's. */
  | { fault: 'attendee_unknown'; place: number };

export type CreateConferenceOutcome =
  | { outcome: 'created'; conference: Conference; attendees: ConferenceAttendee[] }
  /** Everything that is wrong, and nothing is made. */
  | { outcome: 'refused'; wrong: ConferenceFault[] };

/**
 * Makes an online conference, for an event or for none, in one transaction; mails nobody. The owner of its account takes part, first of
 * all; the others are the tenant's staff and customers, by address, each once. A cancelled event is no event any more.
 */
export async function createConference(
  context: Context,
  tenant: Tenant,
  given: NewConference,
  emails: string[],
): Promise<CreateConferenceOutcome> {
  const now = context.clock.now();
  return context.db.transaction().execute(async (tx): Promise<CreateConferenceOutcome> => {
    const ownerId = await findAccountOwner(tx, tenant.id, given.accountId);
    const people = await matchAddresses(tx, tenant.id, emails);
    const eventFault = given.eventId === null ? null : await lockForConference(tx, tenant, given.eventId);
    const wrong: ConferenceFault[] = [
      ...(ownerId === undefined ? [{ fault: 'account_unknown' } as const] : []),
      ...(eventFault === null ? [] : [{ fault: eventFault }]),
      ...people.flatMap(({ userId, customerId }, place) =>
        (userId ?? customerId) === null ? [{ fault: 'attendee_unknown', place } as const] : [],
      ),
    ];
    if (ownerId === undefined || wrong.length > 0) return { outcome: 'refused', wrong };
    const conference = await insertConference(tx, tenant.id, given, now);
    if (!conference) return { outcome: 'refused', wrong: [{ fault: 'public_id_taken' }] };
    await insertConferenceAttendees(tx, tenant.id, conference.id, [{ userId: ownerId, customerId: null }, ...people], now);
    return { outcome: 'created', conference, attendees: await listConferenceAttendees(tx, tenant.id, conference.id) };
  });
}

/** What is wrong with an event as the one of a new conference. It stays locked, so that it is neither cancelled nor given another meanwhile. */
async function lockForConference(tx: Transaction, tenant: Tenant, eventId: number): Promise<'event_unknown' | 'event_has_one' | null> {
  const event = await lockEvent(tx, tenant.id, { id: eventId });
  if (event?.status !== 'scheduled') return 'event_unknown';
  return (await listConferences(tx, tenant.id, [eventId])).length > 0 ? 'event_has_one' : null;
}
