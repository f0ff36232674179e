import { addressOf } from '../../domain/people/address.ts';
import type { Event } from '../../domain/events/event.ts';
import { cut, lengthOf, plainLine, plainText } from '../../domain/plain-text.ts';
import type { EventUpdate } from '../../domain/events/update-event.ts';
import { MAX_LISTED } from '../../operations/events/update-event.ts';
import { objectOf } from '../http/json-body.ts';
import { presentText, presentTime } from './present.ts';
import { type Fault, type Parsed, instantOf, wrongFields } from './schema.ts';

const MAX_LINE = 255;
const MAX_BODY = 1_000;

/**
 * The body of an update (meetbit.md §6.3, §7.1): title, start, end and attendees are required, body and location stay where they are
 * not sent. What is sent as we show it is no change: an answer that was cut, or has whole seconds, may be sent back.
 */
export function eventUpdate(body: Record<string, unknown>, event: Event): Parsed<EventUpdate> {
  const shown = presentText(event);
  const faults: Fault[] = [];
  const line = (field: 'title' | 'location'): string | null => {
    const text = typeof body[field] === 'string' ? plainLine(body[field]) : null;
    if (text === null && body[field] !== null && body[field] !== undefined) faults.push([field, 'must be a string']);
    else if (text && text !== shown[field] && lengthOf(text) > MAX_LINE)
      faults.push([field, `must not be greater than ${MAX_LINE} characters`]);
    return text === '' ? null : text;
  };
  const time = (field: 'start' | 'end'): Temporal.Instant | null => {
    const given = body[field] ?? '';
    const instant = typeof given === 'string' ? instantOf(given) : null;
    if (!instant) faults.push([field, instant === undefined ? 'is required' : 'must be a valid date']);
    return instant ?? null;
  };
  const title = line('title');
  if (title === null && !faults.some(([field]) => field === 'title')) faults.push(['title', 'is required']);
  const text = bodyText(body['body'], shown.body, faults);
  const startsAt = time('start');
  const endsAt = time('end');
  if (startsAt && endsAt && Temporal.Instant.compare(endsAt, startsAt) <= 0) faults.push(['end', 'must be a date after start']);
  const invitees = attendeesOf(body['attendees'], faults);
  const location = line('location');
  if (faults.length > 0 || title === null || !startsAt || !endsAt) return wrongFields(faults);
  return {
    value: {
      ...(title === shown.title ? {} : { title }),
      ...(text === undefined || text === (shown.body ?? '') ? {} : { description: text }),
      ...(body['location'] === undefined || location === shown.location ? {} : { location }),
      ...(presentTime(startsAt) === presentTime(event.startsAt) ? {} : { startsAt }),
      ...(presentTime(endsAt) === presentTime(event.endsAt) ? {} : { endsAt }),
      invitees,
    },
  };
}

/** Undefined: not sent. */
function bodyText(given: unknown, shown: string | null, faults: Fault[]): string | undefined {
  if (given === undefined) return undefined;
  if (given !== null && typeof given !== 'string') faults.push(['body', 'must be a string']);
  const text = typeof given === 'string' ? plainText(given) : '';
  if (text !== shown && lengthOf(text) > MAX_BODY) faults.push(['body', `must not be greater than ${MAX_BODY} characters`]);
  return text;
}

function attendeesOf(given: unknown, faults: Fault[]): NonNullable<EventUpdate['invitees']> {
  if (!Array.isArray(given)) {
    faults.push(['attendees', given === undefined || given === null ? 'is required' : 'must be an array']);
    return [];
  }
  if (given.length > MAX_LISTED) {
    faults.push(['attendees', `must not have more than ${MAX_LISTED} items`]);
    return [];
  }
  return given.flatMap((one: unknown, index) => {
    const { email, name = null } = objectOf(one) ?? {};
    const at = `attendees.${index}`;
    const address = typeof email === 'string' ? addressOf(email.trim()) : null;
    if (email === undefined || email === null || email === '') faults.push([`${at}.email`, 'is required']);
    else if (typeof email === 'string' && lengthOf(email.trim()) > MAX_LINE)
      faults.push([`${at}.email`, `must not be greater than ${MAX_LINE} characters`]);
    else if (address === null) faults.push([`${at}.email`, 'must be a valid email address']);
    if (name !== null && typeof name !== 'string') faults.push([`${at}.name`, 'must be a string']);
    else if (name !== null && lengthOf(name) > MAX_LINE) faults.push([`${at}.name`, `must not be greater than ${MAX_LINE} characters`]);
    if (address === null) return [];
    const called = typeof name === 'string' ? cut(plainLine(name), MAX_LINE) || null : null;
    return [{ email: address, name: called, zone: null, language: null, role: 'attendee' as const }];
  });
}
