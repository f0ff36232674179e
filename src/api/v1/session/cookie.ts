import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { DoorEnv, DoorOptions } from '../../http/door.ts';
import { hostOf } from './guesses.ts';
import { problem } from '../problem.ts';

type Https = Pick<DoorOptions, 'https'>;

// Over https the prefix keeps subdomains and plain http from setting it (RFC 6265bis §4.1.3.2); browsers refuse the prefix without https.
const nameOf = ({ https }: Https) => (https ? '__Host-adjourn' : 'adjourn');
const attributesOf = ({ https = false }: Https) => ({ path: '/', httpOnly: true, secure: https, sameSite: 'Lax' as const });

/** The token of a request's session, or undefined. */
export function sessionTokenOf(c: Context, options: Https): string | undefined {
  const token = getCookie(c, nameOf(options));
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined;
}

/** Has the browser keep a session's token until it is closed: of this host alone, out of reach of scripts, and not sent with other sites' requests. */
export function keepSession(c: Context, options: Https, token: string): void {
  setCookie(c, nameOf(options), token, attributesOf(options));
}

export function forgetSession(c: Context, options: Https): void {
  deleteCookie(c, nameOf(options), attributesOf(options));
}

/**
 * Refuses what a page of another site has a browser send that would change something with the session it keeps, or begin one (CSRF). Browsers say where a
 * request comes from (Fetch Metadata), older ones at least the page's origin; a request that brings a session's cookie and says neither is no page's.
 */
export function keepOtherSitesOut(options: Https): MiddlewareHandler<DoorEnv> {
  return async (c, next) => {
    if (/^(?:GET|HEAD)$/.test(c.req.method) || isOwn(c, options)) return next();
    return problem(c, 'forbidden', {
      detail: 'This came from a page of another site. Only pages of this server may ask it with a session.',
    });
  };
}

function isOwn(c: Context<DoorEnv>, options: Https): boolean {
  const site = c.req.header('sec-fetch-site');
  // A program that shows a key is no browser's page: a page of another site cannot send that header.
  if (c.req.header('authorization') !== undefined) return true;
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('origin');
  if (origin === undefined) return sessionTokenOf(c, options) === undefined;
  return URL.canParse(origin) && new URL(origin).host === hostOf(c).toLowerCase();
}
