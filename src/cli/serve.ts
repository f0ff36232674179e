import { flushCompileCache } from 'node:module';
import { getRequestListener } from '@hono/node-server';
import { type Log, type Server, openLog, openServer, serveConnections } from '../compose.ts';
import type { Config } from '../config.ts';
import { closeHttp, listen } from './http.ts';
import { type Running, runUntilStopped } from './lifecycle.ts';
import { complain, say } from './out.ts';

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
    const here = await listen(http, config.HOST, config.PORT, 'PORT');
    url = config.PUBLIC_URL ?? here;
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
