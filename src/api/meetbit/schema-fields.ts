import { addressOf } from '../../domain/people/address.ts';
import { lengthOf, plainLine } from '../../domain/plain-text.ts';
import type { Fault } from './schema.ts';

const MAX_LINE = 255;

/**
 * Reads the fields of a body one by one and gathers in `faults` what is wrong with each; a reader gives null where it added a fault. `at` leads the
 * names of fields that stand within another: `attendees.0.`.
 */
export function fieldsOf(body: Record<string, unknown>, faults: Fault[], at = '') {
  const wrong = (field: string, what: string): null => {
    faults.push([`${at}${field}`, what]);
    return null;
  };
  /** A text on one line, at most 255 code points; null where it is null or blank. Its key must be there. */
  const lineOrNull = (field: string): string | null => {
    const given = body[field];
    if (given === undefined) return wrong(field, 'is required');
    if (given === null) return null;
    if (typeof given !== 'string') return wrong(field, 'must be a string');
    const text = plainLine(given);
    return lengthOf(text) > MAX_LINE ? wrong(field, `must not be greater than ${MAX_LINE} characters`) : text || null;
  };
  const isBlank = (field: string): boolean => {
    const given = body[field] ?? '';
    return typeof given === 'string' && plainLine(given) === '';
  };
  /** The same, with something in it. */
  const line = (field: string): string | null => (isBlank(field) ? wrong(field, 'is required') : lineOrNull(field));
  const mustBe = <Text extends string | null>(field: string, text: Text, isRight: (text: string) => boolean, what: string): Text | null =>
    text === null || isRight(text) ? text : wrong(field, what);
  /** A whole number from `least` to `most`. */
  const integer = (field: string, least: number, most: number): number | null => {
    const given = body[field] ?? null;
    if (given === null) return wrong(field, 'is required');
    if (typeof given === 'number' && Number.isSafeInteger(given) && given >= least && given <= most) return given;
    return wrong(
      field,
      most === Number.MAX_SAFE_INTEGER ? 'must be a positive integer' : `must be an integer between ${least} and ${most}`,
    );
  };
  const address = (field: string, text: string | null): string | null =>
    text === null ? null : (addressOf(text) ?? wrong(field, 'must be a valid email address'));
  return {
    wrong,
    line,
    lineOrNull,
    mustBe,
    integer,
    email: (field: string) => address(field, line(field)),
    emailOrNull: (field: string) => address(field, lineOrNull(field)),
    /** The number of something. */
    id: (field: string) => integer(field, 1, Number.MAX_SAFE_INTEGER),
    flag: (field: string): boolean | null => {
      const given = body[field] ?? null;
      if (given === null) return wrong(field, 'is required');
      return typeof given === 'boolean' ? given : wrong(field, 'must be true or false');
    },
  };
}
