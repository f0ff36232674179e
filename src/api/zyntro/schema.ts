import { cleanReason } from '../../domain/notices/change.ts';
import { FIRST_YEAR, LAST_YEAR } from '../../domain/events/times.ts';
import { zoneOf } from '../../domain/zone.ts';
import type { Code } from './errors.ts';

export type Body = Record<string, unknown>;

/** Which event a caller names without a secret; what is spelled wrongly becomes a pair that matches nothing. */
export type Pair = {
  accountNumber: number;
  publicId: string;
  /** As the caller spelled it, for the echo. */
  eventId: string;
  /** The `token` that came along; empty where it is no text; null where none did. */
  token: string | null;
  /** The `api_key` that came along, likewise. */
  apiKey: string | null;
  developerSecret: unknown;
};

export type Parsed<Value> = { value: Value } | { code: Code };

export const MAX_BODY_BYTES = 64 * 1024;

// No account and no event has these, so a misspelled id takes the same way, and the same time, as an unknown one.
const NO_NUMBER = -1;
const NO_UUID = '00000000-0000-0000-0000-000000000000';

/** Null, absent, empty and blank are all missing. */
export function isMissing(given: unknown): boolean {
  return given === undefined || given === null || (typeof given === 'string' && given.trim() === '');
}

/** `user_id` (digits as a string, or an integer) and `event_id`; only their absence is told apart (choices 5 and 6). */
export function pairOf(body: Body): Parsed<Pair> {
  const { user_id: userId, event_id: eventId, token } = body;
  if (isMissing(userId)) return { code: 'MISSING_USER_ID' };
  if (isMissing(eventId)) return { code: 'MISSING_EVENT_ID' };
  const number = typeof userId === 'string' && /^\d{1,16}$/.test(userId) ? Number(userId) : userId;
  return {
    value: {
      accountNumber: typeof number === 'number' && Number.isSafeInteger(number) ? number : NO_NUMBER,
      publicId: uuidOf(eventId) ?? NO_UUID,
      eventId: typeof eventId === 'string' ? eventId : '',
      token: shownText(token),
      apiKey: shownText(body['api_key']),
      developerSecret: body['developer_secret'],
    },
  };
}

function shownText(given: unknown): string | null {
  if (given === undefined || given === null) return null;
  return typeof given === 'string' ? given : '';
}

/** A UUID in lower case whatever its version and variant, which the vendor's own samples get wrong; null for anything else. */
export function uuidOf(given: unknown): string | null {
  if (typeof given !== 'string' || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(given)) return null;
  return given.toLowerCase();
}

/** A reason: text, cleaned; anything but text counts as absent (choice 10). */
export function reasonOf(given: unknown): string | null {
  return typeof given === 'string' ? cleanReason(given) : null;
}

/** What is added to an event's description when a reason was given: after a blank line and a rule (choice 9). */
export function appendixOf(label: 'Cancellation' | 'Reschedule', reason: string | null): string {
  return reason === null ? '' : `\n\n---\n${label} reason: ${reason}`;
}

/**
 * A wall time, `YYYY-MM-DD` and `HH:MM` or `HH:MM:SS`, in a zone as an instant; null when there is no such time. In a gap of the zone
 * the time moves on by the gap, in an overlap the earlier instant is meant (choice 19), as Temporal's "compatible" does.
 */
export function instantOf(date: unknown, time: unknown, zone: string): Temporal.Instant | null {
  if (typeof date !== 'string' || typeof time !== 'string') return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d(:\d\d)?$/.test(time)) return null;
  try {
    const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
    if (wall.year < FIRST_YEAR || wall.year > LAST_YEAR) return null;
    return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** An IANA zone named by text, or null. */
export function zoneNamed(given: unknown): string | null {
  return typeof given === 'string' ? zoneOf(given.trim()) : null;
}
