import { z } from '@hono/zod-openapi';
import { lengthOf, plainLine } from '../../domain/plain-text.ts';

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

/** RFC 3339 §5.6, with Z or an offset. */
export const instantGiven = z
  .string()
  .transform(instantOf)
  .refine((instant) => instant !== null, 'a moment by RFC 3339 with Z or an offset, like 2030-05-01T14:00:00Z')
  .openapi({ type: 'string', format: 'date-time', example: '2030-05-01T14:00:00Z' });

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
