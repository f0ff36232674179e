import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { flushCompileCache } from 'node:module';
import { isIPv6 } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { type Log, type Server, openLog, openServer, serveConnections } from '../compose.ts';
import type { Config } from '../config.ts';
import { type Running, runUntilStopped } from './lifecycle.ts';
import { complain, say } from './out.ts';

// A request of ours takes milliseconds. One that is not done by now waits for a lock or for its own caller, and a service manager waits
// only so long before it kills us, which would leave the database to recover.
const DRAIN_MS = 5_000;

/** `adjourn serve`: the whole server until a signal. */
export async function serve(config: Config): Promise<void> {
  const log = openLog(config.LOG_LEVEL);
  await runUntilStopped(log, () => start(config, log));
}

async function start(config: Config, log: Log): Promise<Running> {
  const server = await openServer(config, log);
  // oxlint-disable-next-line typescript/no-misused-promises -- the listener answers its own faults and never rejects
  const http = serveConnections(getRequestListener(server.fetch), config.TRUSTED_PROXIES);
  let url: string;
  try {
    const port = await listen(http, config);
    url = config.PUBLIC_URL ?? addressOf(config.HOST, port);
    await server.work(url);
  } catch (error) {
    await server.drain();
    await server.close();
    throw error;
  }
  announce(url, server, log);
  // Now rather than at the end: a server that is killed has none.
  flushCompileCache();
  return {
    whenLost: server.whenLost.then(() => 'the database is lost'),
    async close() {
      await Promise.all([closeHttp(http), server.drain()]);
      await server.close();
    },
  };
}

/** The port it listens on. Throws a sentence when the address is not to be had. */
async function listen(http: HttpServer, { HOST, PORT }: Config): Promise<number> {
  http.listen(PORT, HOST);
  try {
    await once(http, 'listening');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    const taken = code === 'EADDRINUSE' ? 'another program listens there; choose another PORT' : String(code ?? cause);
    throw new Error(`Cannot listen on ${HOST}, port ${PORT}: ${taken}.`, { cause });
  }
  const address = http.address();
  return typeof address === 'object' && address !== null ? address.port : PORT;
}

/** Where a person on this machine reaches it. */
function addressOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${isIPv6(reachable) ? `[${reachable}]` : reachable}:${port}`;
}

function announce(url: string, { demo, mailbox, setupPath }: Server, log: Log): void {
  log.info({ url, demo: demo.accepted, mailbox }, 'listening');
  if (setupPath !== undefined) {
    log.warn('not set up: nobody can be served until `adjourn init` or the address on standard error has made the first house');
    // Never into the log, which others may read: whoever has it makes the first administrator.
    complain('', 'Not set up yet. This address sets it up, once and within an hour:', `  ${url}${setupPath}`, 'Or run `adjourn init`.', '');
  }
  if (!process.stdout.isTTY) return;
  say('', `Adjourn listens on ${url}`);
  if (demo.accepted) say('The demo is on: sign in as mina@example.org with the password demo-password.');
  if (mailbox) say(`Mails are not sent but kept at ${url}/mailbox`);
  say('Ctrl-C stops it.', '');
}

/** Takes no new requests and lets those under way finish, within a bound. */
async function closeHttp(http: HttpServer): Promise<void> {
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
