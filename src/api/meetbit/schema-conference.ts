import type { Conference } from '../../domain/events/conference.ts';
import { objectOf } from '../http/json-body.ts';
import { type Fault, type Parsed, wrongFields } from './schema.ts';
import { fieldsOf } from './schema-fields.ts';

export const ATTENDEES = 'online_conference_attendees';

const MAX_ATTENDEES = 5;
/** The schema's own pattern, without PHP's slashes (meetbit.md §7.6). */
const PUBLIC_ID = /^[a-zA-Z0-9_-]+$/;

type NewConference = { conference: Pick<Conference, 'accountId' | 'eventId' | 'publicId' | 'title' | 'isPublic'>; emails: string[] };

/** The body of a new conference (meetbit.md §7.4, §10): what may be written, of which the event may be null or left out, and at most 5 attendees. */
export function newConference(body: Record<string, unknown>): Parsed<NewConference> {
  const faults: Fault[] = [];
  const fields = fieldsOf(body, faults);
  const accountId = fields.id('online_conference_account_id');
  const eventId = (body['backer_event_id'] ?? null) === null ? null : fields.id('backer_event_id');
  const publicId = fields.mustBe(
    'public_id',
    fields.line('public_id'),
    (text) => PUBLIC_ID.test(text),
    'must only contain letters, numbers, dashes and underscores',
  );
  const title = fields.line('title');
  const isPublic = fields.flag('is_public');
  const emails = emailsOf(body[ATTENDEES] ?? [], faults);
  if (faults.length > 0 || accountId === null || publicId === null || title === null || isPublic === null) return wrongFields(faults);
  return { value: { conference: { accountId, eventId, publicId, title, isPublic }, emails } };
}

/** The body of an update of a conference (meetbit.md §10): title and is_public, both required. */
export function conferenceUpdate(body: Record<string, unknown>): Parsed<Pick<Conference, 'title' | 'isPublic'>> {
  const faults: Fault[] = [];
  const fields = fieldsOf(body, faults);
  const title = fields.line('title');
  const isPublic = fields.flag('is_public');
  return title === null || isPublic === null ? wrongFields(faults) : { value: { title, isPublic } };
}

function emailsOf(given: unknown, faults: Fault[]): string[] {
  if (!Array.isArray(given)) {
    faults.push([ATTENDEES, 'must be an array']);
    return [];
  }
  if (given.length > MAX_ATTENDEES) {
    faults.push([ATTENDEES, `must not have more than ${MAX_ATTENDEES} items`]);
    return [];
  }
  return given.flatMap((one: unknown, index) => fieldsOf(objectOf(one) ?? {}, faults, `${ATTENDEES}.${index}.`).email('email') ?? []);
}
