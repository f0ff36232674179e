import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** RFC 9457. `type` is a name, stable for programs; it is no address to visit. */
const PROBLEMS = {
  unauthorized: { status: 401, title: 'No valid API key' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  conflict: { status: 409, title: 'Conflict' },
  'invalid-parameters': { status: 400, title: 'Invalid parameters' },
  'unsupported-media-type': { status: 415, title: 'Unsupported media type' },
  'too-large': { status: 413, title: 'Body too large' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'internal-error': { status: 500, title: 'Internal error' },
} as const satisfies Record<string, { status: ContentfulStatusCode; title: string }>;

/** A problem document with what this case adds to it. */
export function problem(
  c: Context,
  name: keyof typeof PROBLEMS,
  given: { detail: string; parameters?: { name: string; reason: string }[]; headers?: Record<string, string> },
): Response {
  const { status, title } = PROBLEMS[name];
  const { headers = {}, ...members } = given;
  const body = { type: `urn:adjourn:problem:${name}`, title, status, ...members };
  return c.body(JSON.stringify(body), status, { ...headers, 'content-type': 'application/problem+json' });
}
