import { z } from '@hono/zod-openapi';
import { addressOf } from '../../domain/people/address.ts';
import { lengthOf, plainLine, plainText } from '../../domain/plain-text.ts';
import { zoneOf } from '../../domain/zone.ts';

/*
 * What members of a body are read by: each gives what may be kept. Their words complete "It must be …".
 */

/** A text on one line, something of which can be seen. */
export const line = (max: number, example: string) =>
  z
    .string()
    .transform(plainLine)
    .refine((text) => text !== '', 'something that can be seen')
    .refine((text) => lengthOf(text) <= max, `at most ${max} characters long`)
    .openapi({ type: 'string', minLength: 1, example });

/** A text that may be empty and have several lines. */
export const text = (max: number, example: string) =>
  z
    .string()
    .transform(plainText)
    .refine((words) => lengthOf(words) <= max, `at most ${max} characters long`)
    .openapi({ type: 'string', example });

/** A line or nothing at all; what cannot be seen is nothing. */
export const lineOrNull = (max: number, example: string) =>
  z
    .string()
    .nullable()
    .transform((words) => (words === null ? null : plainLine(words) || null))
    .refine((words) => words === null || lengthOf(words) <= max, `at most ${max} characters long`)
    .openapi({ type: ['string', 'null'], example });

/** RFC 3339 §5.6, with Z or an offset. */
export const instantGiven = z
  .string()
  .transform(instantOf)
  .refine((instant) => instant !== null, 'a moment by RFC 3339 with Z or an offset, like 2030-05-01T14:00:00Z')
  .openapi({ type: 'string', format: 'date-time', example: '2030-05-01T14:00:00Z' });

/** In a query. */
export const instantInQuery = (name: string, description: string) =>
  instantGiven.optional().openapi({ param: { name, in: 'query', description }, type: 'string', format: 'date-time' });

/** A time zone by its IANA name, in whatever case. */
export const zone = z
  .string()
  .transform(zoneOf)
  .refine((name) => name !== null, 'the IANA name of a time zone, like Europe/Madrid')
  .openapi({ type: 'string', example: 'Europe/Madrid' });

/** A mail address as its person spells it. */
export const address = z
  .string()
  .transform(addressOf)
  .refine((one) => one !== null, 'a mail address')
  .openapi({ type: 'string', format: 'email', example: 'ana@example.com' });

// Only in form: a day that no month has is found by whoever reads it.
const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

function instantOf(given: string): Temporal.Instant | null {
  if (!RFC_3339.test(given)) return null;
  try {
    return Temporal.Instant.from(given);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
