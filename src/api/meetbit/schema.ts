import { cleanReason } from '../../domain/change.ts';
import { lengthOf } from '../../domain/plain-text.ts';
import type { EventWindow } from '../../operations/list-calendar-events.ts';

/** Sentences by field, and one for where no field is to blame. */
export type Invalid = { errors: Record<string, string[]>; sentence: string };

export type Parsed<Value> = { value: Value } | { invalid: Invalid };

export const MAX_BODY_BYTES = 64 * 1024;
export const bodyTooLarge: Invalid = { errors: {}, sentence: 'The request body must not be greater than 64 kilobytes.' };

const MAX_NOTE = 255;

/** A path id: a positive integer as we write it. Null for anything else, which names nothing here. */
export function idOf(text: string | undefined): number | null {
  const id = text !== undefined && /^[1-9]\d{0,15}$/.test(text) ? Number(text) : null;
  return Number.isSafeInteger(id) ? id : null;
}

/** The body of a cancel: `cancel_note`, required, at most 255 code points once trimmed (choices 3 to 5). */
export function cancelNote(body: Record<string, unknown>): Parsed<string> {
  const given = body['cancel_note'] ?? '';
  if (typeof given !== 'string') return wrongField('cancel_note', 'must be a string');
  const note = cleanReason(given);
  if (note === null) return wrongField('cancel_note', 'is required');
  return lengthOf(note) > MAX_NOTE ? wrongField('cancel_note', `must not be greater than ${MAX_NOTE} characters`) : { value: note };
}

/** The query of a list: `from` and `to` (RFC 3339, any offset), `with_trashed` (choices 18 and 20). */
export function eventWindow(query: Record<string, string>): Parsed<Omit<EventWindow, 'only'>> {
  const from = instantOf(query['from']);
  const to = instantOf(query['to']);
  const withCancelled = booleanOf(query['with_trashed']);
  if (from && to && withCancelled !== null && Temporal.Instant.compare(from, to) <= 0) return { value: { from, to, withCancelled } };
  const sentences = [
    ...(from ? [] : [['from', from === null ? 'must be a valid date' : 'is required'] as const]),
    ...(to ? [] : [['to', to === null ? 'must be a valid date' : 'is required'] as const]),
    ...(from && to && Temporal.Instant.compare(from, to) > 0 ? [['to', 'must be a date after or equal to from'] as const] : []),
    ...(withCancelled === null ? [['with_trashed', 'must be true or false'] as const] : []),
  ];
  return wrongFields(sentences);
}

/** One field of a request is wrong in one way: `wrongField('to', 'is required')`. */
export function wrongField(field: string, what: string): { invalid: Invalid } {
  return wrongFields([[field, what]]);
}

function wrongFields(wrong: ReadonlyArray<readonly [field: string, what: string]>): { invalid: Invalid } {
  const errors = Object.fromEntries(wrong.map(([field, what]) => [field, [`The ${field} field ${what}.`]]));
  return { invalid: { errors, sentence: '' } };
}

// What a timestamptz can be written as; nothing is stored outside, so a window that reaches further loses nothing.
const EARLIEST = Temporal.Instant.from('0001-01-01T00:00:00Z');
const LATEST = Temporal.Instant.from('9999-12-31T23:59:59Z');

/** An RFC 3339 date-time; undefined when absent, null when it is none. */
function instantOf(text: string | undefined): Temporal.Instant | undefined | null {
  if (!text) return undefined;
  // A "+" that was not encoded arrives as a space.
  const written = text.replace(/ (?=\d\d:\d\d$)/, '+');
  if (!/^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d{1,9})?([Zz]|[+-]\d\d:\d\d)$/.test(written)) return null;
  try {
    const instant = Temporal.Instant.from(written);
    if (Temporal.Instant.compare(instant, EARLIEST) < 0) return EARLIEST;
    return Temporal.Instant.compare(instant, LATEST) > 0 ? LATEST : instant;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function booleanOf(text: string | undefined): boolean | null {
  if (!text || text === '0' || text === 'false') return false;
  return text === '1' || text === 'true' ? true : null;
}
