import { createHash } from 'node:crypto';
import type { StartedSession } from '../../operations/access/start-session.ts';

/** Every answer depends on who asks or on this moment; none may be kept by a cache (RFC 6749 §5.1 demands it of tokens). */
const UNCACHED = { 'Cache-Control': 'no-store' };

/** A JSON answer. */
export function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { ...UNCACHED, ...headers } });
}

/** An answer without a body; a success of these routes is an empty 200, not a 204 (nexudus.md §7.2). */
export function empty(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { ...UNCACHED, 'Content-Length': '0', ...headers } });
}

/**
 * Bytes that a client may keep as long as it asks before each use whether they still stand: 304 where its `If-None-Match` names them
 * (RFC 9110 §13.1.2, compared weakly).
 */
export function revalidated(ifNoneMatch: string | undefined, body: Uint8Array, mediaType: string): Response {
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  if (known.includes(etag) || known.includes('*')) return new Response(null, { status: 304, headers });
  return new Response(Uint8Array.from(body), { headers: { ...headers, 'Content-Type': mediaType } });
}

/** `ActionConfirmation` of something done (nexudus.md §6). */
export function confirmed(value: string | null): Response {
  return json(200, { WasSuccessful: true, Value: value, Status: 200, Message: null, Errors: [] });
}

/** What both grants of the token route answer (nexudus.md §3.1). */
export function granted({ accessToken, refreshToken, expiresInSeconds }: StartedSession): Response {
  return json(200, { access_token: accessToken, token_type: 'bearer', expires_in: expiresInSeconds, refresh_token: refreshToken });
}
