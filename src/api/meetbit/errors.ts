import type { Context } from 'hono';
import type { Invalid } from './schema.ts';

/** Bare sentences, `text/plain; charset=UTF-8`, no line end (meetbit.md §4.1). There is no 403, 405, 413 or 422. */

/** Missing or wrong key, or a key of another tenant. */
export const unauthenticated = (c: Context) => c.text('Invalid or missing access key.', 401);

/** A right key whose role lacks the permission; 401 as well, told apart by its text alone. */
export const denied = (c: Context) => c.text('Access denied.', 401);

/** Whatever is not there for this caller, unknown routes and verbs included. */
export const missing = (c: Context) => c.text('Resource object does not exist.', 404);

/** An online conference that has started stays as it is (meetbit.md §10, the rest of the vendor's sentence being ours). */
export const started = (c: Context) => c.text('Cannot modify an online conference that has started.', 409);

export const limited = (c: Context, retryAfterSeconds: number) =>
  c.text('Too many requests.', 429, { 'Retry-After': String(retryAfterSeconds) });

export const unexpected = (c: Context) => c.text('An unexpected error occurred.', 500);

/** Bad input, the one error that is JSON (meetbit.md §4.2): the first sentence and how many more there are, then all by field. */
export function invalid(c: Context, { errors, sentence }: Invalid) {
  const [first = sentence, ...others] = Object.values(errors).flat();
  const more = others.length === 0 ? '' : ` (and ${others.length} more error${others.length === 1 ? '' : 's'})`;
  return c.json({ message: `${first}${more}`, errors }, 400);
}
