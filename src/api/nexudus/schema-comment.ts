import { cut, lengthOf, plainLine, plainText } from '../../domain/plain-text.ts';
import { membersOf } from './json-body.ts';
import { type Wrong, parseBodyId } from './schema.ts';

export type GivenComment = { eventId: number; body: string; title: string | null; rating: number | null };

const MAX_COMMENT = 2_000;
const MAX_TITLE = 255;

/** The body of `newComment` (nexudus.md §8.2), its keys in any case, or what is wrong with it. */
export function parseComment(json: unknown): GivenComment | Wrong {
  const given = membersOf(json);
  if (!given) return { wrong: 'must be an object', property: 'body', sent: json };
  const { comment, title = null, rating = null } = given;
  const eventId = parseBodyId(given['id']);
  if (eventId === null) return { wrong: 'must be the number of an event', property: 'Id', sent: given['id'] };
  if (typeof comment !== 'string' || plainText(comment) === '') return { wrong: 'is a required field', property: 'comment', sent: comment };
  const body = plainText(comment);
  if (lengthOf(body) > MAX_COMMENT)
    return { wrong: `must not be longer than ${MAX_COMMENT} characters`, property: 'comment', sent: comment };
  if (title !== null && typeof title !== 'string') return { wrong: 'must be text', property: 'Title', sent: title };
  const stars = parseBodyId(rating);
  if (rating !== null && (stars === null || stars > 5))
    return { wrong: 'must be a whole number from 1 to 5', property: 'Rating', sent: rating };
  return { eventId, body, title: cut(plainLine(title ?? ''), MAX_TITLE) || null, rating: stars };
}
