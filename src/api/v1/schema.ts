import { z } from '@hono/zod-openapi';
import { SCOPES } from '../../domain/access/scope.ts';

export const instant = z.string().openapi({ format: 'date-time', example: '2030-05-01T14:00:00Z' });
export const id = z.int().positive();

/** In a path or a query: digits up to what JavaScript holds exactly. */
const idText = z
  .string()
  .regex(/^[1-9]\d{0,15}$/, 'a positive whole number')
  .transform(Number)
  .refine(Number.isSafeInteger, 'a positive whole number');

/** A thing, as a path or a query names it. */
export type Name = number | { publicId: string };

/** In a path or a query: a thing by its number or its public UUID; `numberOf` resolves it. `thing`: "an event". */
const named = (thing: string) =>
  z.union([idText, z.guid().transform((uuid) => ({ publicId: uuid.toLowerCase() }))], {
    error: `the number of ${thing}, or its public UUID`,
  });

/** A name in a path. */
export const inPath = (name: string) =>
  named('something').openapi({ param: { name, in: 'path', description: 'Its number, or its public UUID.' }, type: 'string' });

/** The names of a path that has one, `{id}`. */
export const byId = z.object({ id: inPath('id') });

/** A name in a query, of `thing`: "an event". */
export const inQuery = (name: string, thing: string) =>
  named(thing)
    .optional()
    .openapi({ param: { name, in: 'query', description: `The number of ${thing}, or its public UUID.` }, type: 'string' });

/** A name in a body: a number, or the public UUID, of `thing`: "a calendar". */
export const nameInBody = (thing: string) =>
  z
    .union([id, z.guid().transform((uuid) => ({ publicId: uuid.toLowerCase() }))], { error: `the number of ${thing}, or its public UUID` })
    .openapi({ type: ['integer', 'string'], description: `The number of ${thing}, or its public UUID.` });

/** In an answer: what else than its number names a thing, here and elsewhere. */
export const publicId = z.uuid().openapi({ description: 'Names it as well as its number does.' });

export const problemSchema = z
  .object({
    type: z.string().openapi({ example: 'urn:adjourn:problem:not-found' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    parameters: z
      .array(z.object({ name: z.string(), reason: z.string() }))
      .optional()
      .openapi({ description: 'Each parameter that cannot be read, and what to send instead.' }),
    rows: z
      .array(z.object({ row: z.int(), column: z.string(), reason: z.string() }))
      .optional()
      .openapi({ description: 'Of a list: the first 100 cells that cannot be read, and what to write instead. The headings are row 1.' }),
    faults: z.int().optional().openapi({ description: 'How many such cells there are.' }),
    scope: z.enum(SCOPES).optional().openapi({ description: 'The scope that is missing.' }),
    request_id: z.string().openapi({ description: 'By which the log knows the request; also in the header x-request-id.' }),
  })
  .openapi('Problem');
