import { isIPv4 } from 'node:net';
import type { Context } from 'hono';

/**
 * Whether a request names this machine as its host. A page of a stranger whose name is made to lead here later (DNS rebinding) is of the same origin as
 * what it then reads, and a proxy passes the name it was called by.
 */
export function namesThisMachine(c: Context): boolean {
  const host = (c.req.header('host') ?? new URL(c.req.url).host).toLowerCase().replace(/:\d+$/, '');
  return host === 'localhost' || host === '[::1]' || (isIPv4(host) && host.startsWith('127.'));
}
