import { z } from '@hono/zod-openapi';

const DEFAULT_LIMIT = 50;

/** Which list a cursor belongs to, so that one list's are none of another's. */
export type List = 'a' | 'c' | 'd' | 'e' | 'h' | 'k' | 'l' | 'o' | 'p' | 's' | 'u' | 'w' | 'y';

/** What the pages of a list are asked for with: `cursor` becomes the numbers, one unless told, of the last entry of the page before. */
export const pageQuery = (list: List, numbers = 1) => ({
  cursor: z
    .string()
    .transform((cursor) => placeOf(list, numbers, cursor))
    .refine((place) => place !== null, 'a next_cursor of this list, as it was given')
    .optional()
    .openapi({ param: { name: 'cursor', in: 'query' }, type: 'string' }),
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'a whole number from 1 to 200')
    .transform(Number)
    .refine((limit) => limit >= 1 && limit <= 200, 'a whole number from 1 to 200')
    .default(DEFAULT_LIMIT)
    .openapi({ param: { name: 'limit', in: 'query' }, type: 'integer' }),
});

/** In a query: a state or several. */
export const statesOf = <State extends string>(states: readonly [State, ...State[]]) => {
  const one = z.enum(states);
  return z
    .union([one.transform((state) => [state]), z.array(one)])
    .optional()
    .openapi({ param: { name: 'state', in: 'query' }, type: 'array', items: { type: 'string', enum: [...states] } });
};

/** In the answer of a list. */
export const nextCursor = z.string().nullable().openapi({ description: 'Give it as `cursor` for the following page; null on the last.' });

/** The cursor of the page that follows an entry, opaque to callers; null for none. */
export function cursorOf(list: List, place: number | number[] | null): string | null {
  return place === null ? null : Buffer.from(`${list}${[place].flat().join('.')}`).toString('base64url');
}

function placeOf(list: List, numbers: number, cursor: string): number[] | null {
  if (!/^[\w-]{1,48}$/.test(cursor)) return null;
  const text = Buffer.from(cursor, 'base64url').toString();
  const parts = text.slice(list.length).split('.');
  return text.startsWith(list) && parts.length === numbers && parts.every((part) => /^(?:0|[1-9]\d{0,14})$/.test(part))
    ? parts.map(Number)
    : null;
}
