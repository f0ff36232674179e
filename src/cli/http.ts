import { once } from 'node:events';
import type { Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

// A request of ours takes milliseconds. One that is not done by now waits for a lock or for its own caller, and a service manager waits
// only so long before it kills us, which would leave the database to recover.
const DRAIN_MS = 5_000;

/** Listens, and answers where a person on this machine reaches it. Throws a sentence when the address is not to be had; `variable` is where the port was set. */
export async function listen(http: Server, host: string, port: number, variable: string): Promise<string> {
  http.listen(port, host);
  try {
    await once(http, 'listening');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const taken = code === 'EADDRINUSE' ? `another program listens there; choose another ${variable}` : String(code ?? cause);
    throw new Error(`Cannot listen on ${host}, port ${port}: ${taken}.`, { cause });
  }
  const address = http.address();
  return addressOf(host, typeof address === 'object' && address !== null ? address.port : port);
}

function addressOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${isIPv6(reachable) ? `[${reachable}]` : reachable}:${port}`;
}

/** Takes no new requests and lets those under way finish, within a bound. */
export async function closeHttp(http: Server): Promise<void> {
  const closed = once(http, 'close');
  http.close();
  // A connection whose request is just being answered becomes idle later, and would be kept alive for a next one.
  const idle = setInterval(() => http.closeIdleConnections(), 50);
  const patience = new AbortController();
  await Promise.race([closed, sleep(DRAIN_MS, undefined, { signal: patience.signal }).catch(() => {})]);
  patience.abort();
  clearInterval(idle);
  http.closeAllConnections();
}
