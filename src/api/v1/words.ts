import { z } from '@hono/zod-openapi';
import { addressOf } from '../../domain/people/address.ts';
import { isBlank, lengthOf, plainLine } from '../../domain/plain-text.ts';
import { zoneOf } from '../../domain/zone.ts';

// What is longer before IDNA shortens it is not looked at.
const LONGEST_WRITTEN = 1_000;

/** In a body: a mail address, in the spelling it is kept in. */
export const mailAddress = z
  .string()
  .max(LONGEST_WRITTEN)
  .transform((text) => addressOf(text.trim()))
  .refine((address) => address !== null, 'a mail address')
  .openapi({ type: 'string', format: 'email', example: 'kenji@example.net' });

/** In a body: a name on one line, of which something can be seen. */
export const nameOfAtMost = (most: number, example: string) =>
  z
    .string()
    .refine((text) => !isBlank(text) && lengthOf(text) <= most, `a name of 1 to ${most} characters`)
    .transform(plainLine)
    .openapi({ type: 'string', example });

/** In a body: an IANA time zone, in its own spelling. */
export const zoneName = z
  .string()
  .max(100)
  .transform(zoneOf)
  .refine((zone) => zone !== null, 'the name of a time zone, like Europe/Madrid')
  .openapi({ type: 'string', example: 'Europe/Madrid' });

/** In a query: what a name or an address contains, in any case; nothing unless told. */
export const searchText = z
  .string()
  .max(200)
  .regex(/^[^\0]*$/, 'words to look for')
  .default('')
  .openapi({ param: { name: 'q', in: 'query', description: 'What a name or an address contains, in any case.' }, type: 'string' });
