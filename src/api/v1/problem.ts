import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Scope } from '../../domain/access/scope.ts';

/** RFC 9457. `type` is a name, stable for programs; it is no address to visit. Of those that share a status the most general one stands first. */
const PROBLEMS = {
  unauthorized: { status: 401, title: 'No valid API key' },
  'not-recognised': { status: 401, title: 'Not recognised' },
  'code-needed': { status: 401, title: 'A code is needed' },
  'password-needed': { status: 409, title: 'A new password is needed' },
  forbidden: { status: 403, title: 'Not permitted' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'Conflict' },
  'idempotency-key-in-use': { status: 409, title: 'Being worked on' },
  'precondition-failed': { status: 412, title: 'Changed meanwhile' },
  'invalid-parameters': { status: 400, title: 'Invalid parameters' },
  'unsupported-media-type': { status: 415, title: 'Unsupported media type' },
  'too-large': { status: 413, title: 'Body too large' },
  'not-possible': { status: 422, title: 'Not possible' },
  'idempotency-key-reused': { status: 422, title: 'Idempotency-Key of another request' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Internal error' },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>;

export type ProblemName = keyof typeof PROBLEMS;

/** What a case adds: a sentence a person can act on; each parameter at fault with a sentence of its own; the scope that is missing; a token; of a list the first
 * rows at fault, and how many faults there are; headers. */
export type ProblemOfCase = {
  detail: string;
  parameters?: { name: string; reason: string }[];
  scope?: Scope;
  /** Sets a new password, once. */
  resetToken?: string;
  rows?: { row: number; column: string; reason: string }[];
  faults?: number;
  headers?: Record<string, string>;
};

/** A problem document with what this case adds to it, and the number by which the log knows the request. */
export function problem(c: Context, name: ProblemName, given: ProblemOfCase): Response {
  const { status, title } = PROBLEMS[name];
  const { headers = {}, resetToken, ...members } = given;
  const body = {
    type: `urn:adjourn:problem:${name}`,
    title,
    status,
    ...members,
    ...(resetToken !== undefined && { reset_token: resetToken }),
    request_id: c.get('requestId'),
  };
  return c.body(JSON.stringify(body), status, { ...headers, 'content-type': 'application/problem+json' });
}

/** The most general problem of each status. */
export const PROBLEM_OF_STATUS: Record<number, { name: string; title: string }> = Object.fromEntries(
  Object.entries(PROBLEMS)
    .toReversed()
    .map(([name, { status, title }]) => [status, { name, title }]),
);

/** What every operation about an event refuses with where there is none. */
export const noSuchEvent = { detail: 'There is no such event.' };
