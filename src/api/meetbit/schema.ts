import { cleanReason } from '../../domain/notices/change.ts';
import { lengthOf } from '../../domain/plain-text.ts';

/** Sentences by field, and one for where no field is to blame. */
export type Invalid = { errors: Record<string, string[]>; sentence: string };

/** A field and what is wrong with it: `['to', 'is required']`. */
export type Fault = readonly [field: string, what: string];

export type Parsed<Value> = { value: Value } | { invalid: Invalid };

export const MAX_BODY_BYTES = 64 * 1024;
export const bodyTooLarge: Invalid = { errors: {}, sentence: 'The request body must not be greater than 64 kilobytes.' };

/** A text, in whatever field, that nothing can hold. */
export const unstorable: Invalid = { errors: {}, sentence: 'The request must not hold NUL or half a character.' };

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

/** One field of a request is wrong in one way: `wrongField('to', 'is required')`. */
export function wrongField(field: string, what: string): { invalid: Invalid } {
  return wrongFields([[field, what]]);
}

/** Fields that are wrong, each in as many ways as are given. */
export function wrongFields(wrong: ReadonlyArray<Fault>): { invalid: Invalid } {
  const errors: Record<string, string[]> = {};
  for (const [field, what] of wrong) (errors[field] ??= []).push(`The ${field} field ${what}.`);
  return { invalid: { errors, sentence: '' } };
}

// What a timestamptz can be written as; nothing is stored outside, so a window that reaches further loses nothing.
const EARLIEST = Temporal.Instant.from('0001-01-01T00:00:00Z');
const LATEST = Temporal.Instant.from('9999-12-31T23:59:59Z');

/** An RFC 3339 date-time; undefined when absent, null when it is none. */
export function instantOf(text: string | undefined): Temporal.Instant | undefined | null {
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
