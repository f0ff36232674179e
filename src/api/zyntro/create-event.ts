import type { Context } from 'hono';
import { createEvent as create } from '../../operations/events/create-event.ts';
import { findPeople } from '../../operations/people/find-people.ts';
import { objectOf } from '../http/json-body.ts';
import type { DoorEnv } from '../http/door.ts';
import { type ZyntroDoor, accountOf, requestOf } from './auth.ts';
import { fail } from './errors.ts';
import { eventDataOf, inviteesOf } from './event-data.ts';
import { presentCreated, succeed } from './present.ts';
import { type Body, isMissing, uuidOf } from './schema.ts';

/**
 * POST /public/calendar/createEvent (zyntro.md §8). The key alone decides whose event it is: `org_id`, `member_id` and
 * `contact_id` are looked up in the key's own account.
 */
export async function createEvent(door: ZyntroDoor, c: Context<DoorEnv>, body: Body): Promise<Response> {
  const found = await accountOf(door, c, body);
  if ('code' in found) return fail(c, found.code);
  const { tenant, account } = found;
  const { org_id: organisation, member_id: member, contact_id: contact } = body;
  if (isMissing(organisation)) return fail(c, 'MISSING_ORG');
  if (uuidOf(organisation) !== account.organisationId) return fail(c, 'ORG_NOT_FOUND');
  if (isMissing(member)) return fail(c, 'MISSING_MEMBER_ID');
  if (isMissing(contact)) return fail(c, 'MISSING_CONTACT_ID');
  const given = objectOf(body['event_data']);
  if (!given) return fail(c, 'MISSING_EVENT_DATA');
  const data = eventDataOf(given);
  if ('code' in data) return fail(c, data.code);
  const { calendarId, attendees, ...event } = data.value;

  const memberId = uuidOf(member);
  const contactId = uuidOf(contact);
  const contactIds = [contactId, ...attendees.map((one) => one.contactId)].filter((id) => id !== null);
  const people = memberId === null ? undefined : await findPeople(door.context, tenant, memberId, contactIds);
  if (!people?.member) return fail(c, 'MEMBER_NOT_FOUND');
  const main = contactId === null ? undefined : people.contacts.get(contactId);
  if (!main) return fail(c, 'CONTACT_NOT_FOUND');
  const { fullName, email, zone } = people.member;
  const invitees = inviteesOf(attendees, main, people.contacts, { role: 'organizer', name: fullName, email, zone, language: null });
  if ('code' in invitees) return fail(c, invitees.code);
  if (calendarId === null) return fail(c, 'CALENDAR_NOT_FOUND');

  const input = {
    ...event,
    calendar: { publicId: calendarId },
    uidScope: 'event' as const,
    attendeeLinks: true,
    capacity: null,
    organizerName: fullName,
    replyTo: email,
    invitees: invitees.value,
  };
  const done = await create(
    door.context,
    tenant,
    input,
    requestOf(c, { by: 'key', actor: { kind: 'account', id: String(account.number) } }, null),
  );
  switch (done.outcome) {
    case 'created':
      return succeed(c, presentCreated(done.event, done.notices));
    case 'calendar_not_found':
      return fail(c, 'CALENDAR_NOT_FOUND');
    case 'conflict':
      return fail(c, 'TIME_TAKEN');
    case 'ends_before_start':
      return fail(c, 'ENDS_BEFORE_START');
    case 'starts_in_past':
      return fail(c, 'IN_PAST');
    case 'outside_calendar':
      return fail(c, 'INVALID_DATE');
  }
}
