import { randomBytes, randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { createApp } from './api/http/app.ts';
import type { Door, DoorEnv } from './api/http/door.ts';
import { type Config, isLoopback, secretKeyOf } from './config.ts';
import type { Clock } from './domain/clock.ts';
import { type Log, openLog } from './log.ts';
import type { Context, Random } from './operations/context.ts';
import { type SettledDemo, settleDemo } from './operations/settle-demo.ts';
import { openDatabase } from './storage/database.ts';
import type { KeptPostgres } from './storage/embedded/keep-running.ts';
import { ensureInstallation } from './storage/installation.ts';
import { migrate } from './storage/migrate.ts';
import { ping } from './storage/ping.ts';

const clock: Clock = { now: () => Temporal.Now.instant() };
const random: Random = { uuid: () => randomUUID(), bytes: (count) => randomBytes(count) };

export type { Log };
export { openLog };

/** The database, brought up to this code, and what operations need. */
type Store = {
  context: Context;
  /** Files of the migrations that this start applied. */
  migrated: string[];
  /** Resolves when the embedded database died for good; stays pending otherwise. */
  whenLost: Promise<void>;
  /** Why the database cannot be worked with just now; undefined when it can. Bounded in time. */
  trouble(): Promise<string | undefined>;
  close(): Promise<void>;
};

/** Where the database is; `kept` when this process keeps it running. */
type Source = { connectionString: string; kept?: KeptPostgres };

/** Opens and migrates a database. `part` names this process to it. Throws a sentence for the operator when that cannot be done. */
async function openStore({ connectionString, kept }: Source, log: Log, part: string): Promise<Store> {
  const db = openDatabase(connectionString, {
    applicationName: `adjourn ${part}`,
    onError: (error) => log.warn({ err: error }, 'a database connection broke'),
  });
  const close = async () => {
    await db.destroy();
    await kept?.stop();
  };
  try {
    const { applied } = await migrate(connectionString);
    if (applied.length > 0) log.info({ applied }, 'database migrated');
    await ensureInstallation(db, clock.now());
    return {
      context: { db, clock, random, wake: () => {} },
      migrated: applied,
      whenLost: kept?.whenLost ?? new Promise(() => {}),
      async trouble() {
        if (kept?.running() === false) return 'the embedded database is being started again';
        return (await ping(db)) ? undefined : 'the database does not answer';
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The outside database of the configuration, or the embedded one, started and kept running by this process. */
async function startDatabase(config: Config, log: Log): Promise<Source> {
  if (config.DATABASE_URL !== undefined) return { connectionString: config.DATABASE_URL };
  const [{ startEmbeddedPostgres }, { keepRunning }] = await Promise.all([
    import('./storage/embedded/start.ts'),
    import('./storage/embedded/keep-running.ts'),
  ]);
  const kept = await keepRunning({
    start: (port) =>
      startEmbeddedPostgres({
        dataDir: config.DATA_DIR,
        log: ({ level, message }) => log[level](message),
        ...(port === undefined ? {} : { port }),
      }),
    log: (message, error) => log.error(error === undefined ? {} : { err: error }, message),
  });
  return { connectionString: kept.connectionString, kept };
}

/** The same for a command beside the server: an embedded database that a server is running is used where it is. */
async function joinDatabase(config: Config, log: Log): Promise<Source> {
  if (config.DATABASE_URL !== undefined) return { connectionString: config.DATABASE_URL };
  const { findRunningPostgres } = await import('./storage/embedded/connection.ts');
  const running = findRunningPostgres(config.DATA_DIR);
  return running === undefined ? startDatabase(config, log) : { connectionString: running };
}

/** What one-off commands do, over the database of the configuration, whether its server runs or not. */
export type Tools = {
  migrated: string[];
  /** Loads the demo into an empty database and lifts an earlier refusal of it. */
  loadDemo(): Promise<SettledDemo>;
  close(): Promise<void>;
};

/** Opens and migrates the database for a one-off command. */
export async function openTools(config: Config, log: Log): Promise<Tools> {
  const { context, migrated, close } = await openStore(await joinDatabase(config, log), log, 'command');
  return {
    migrated,
    loadDemo: () => settleDemo(context, { asked: 'on', byDefault: false, senderMailbox: config.MAIL_FROM }),
    close,
  };
}

/** A server without its socket. */
export type Server = {
  fetch: Hono<DoorEnv>['fetch'];
  demo: SettledDemo;
  /** Whether /mailbox shows the mails that would have been sent. */
  mailbox: boolean;
  whenLost: Promise<void>;
  /** From now on /readyz says that this server is going, so that no more is sent its way. */
  drain(): void;
  close(): Promise<void>;
};

/** Opens everything that `adjourn serve` needs: database, demo, doors. */
export async function openServer(config: Config, log: Log): Promise<Server> {
  // The doors load while the database starts.
  const [store, doors] = await Promise.all([
    startDatabase(config, log).then((source) => openStore(source, log, 'serve')),
    loadDoors(),
  ]);
  const { context } = store;
  // Made with the first start, so that it is in every backup of DATA_DIR from then on.
  secretKeyOf(config);
  const onLoopback = isLoopback(config.HOST);
  const demo = await settleDemo(context, {
    asked: config.DEMO,
    byDefault: config.DATABASE_URL === undefined && onLoopback,
    senderMailbox: config.MAIL_FROM,
  });
  let draining = false;
  const app = createApp({
    context,
    doors,
    demo: demo.accepted,
    throttled: config.THROTTLE === 'on',
    trustedProxies: config.TRUSTED_PROXIES,
    https: config.PUBLIC_URL?.startsWith('https:') ?? false,
    log: {
      fault: (error, about) => log.error({ ...about, err: error }, 'fault'),
      // Whoever watches the server asks for its health every few seconds.
      request: (line) => log[line.route === '/healthz' || line.route === '/readyz' ? 'debug' : 'info'](line, 'request'),
    },
    async readiness() {
      const trouble = await store.trouble();
      return [draining ? 'the server is stopping' : undefined, trouble].filter((reason) => reason !== undefined);
    },
  });
  return {
    fetch: app.fetch,
    demo,
    mailbox: config.SMTP_URL === undefined && onLoopback,
    whenLost: store.whenLost,
    drain() {
      draining = true;
    },
    close: () => store.close(),
  };
}

async function loadDoors(): Promise<Door[]> {
  return [];
}
