import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.ts';
import { ask, connectionString, createDatabase, ownSocketDirectory } from './connection.ts';
import { initialiseCluster } from './initialise.ts';
import { findFreePort, launchPostmaster, type Launched } from './launch.ts';
import { layoutOf, type Layout, type Log } from './layout.ts';
import { isPostmaster, pidIsTaken, readPostmasterFile, stopAtExit, stopPostmaster } from './postmaster.ts';
import { takeServerLock } from './server-lock.ts';
import { chooseAccount, launcherFor, type Launcher } from './unprivileged.ts';

/** The running database of one server process. */
export type EmbeddedPostgres = {
  connectionString: string;
  /** True when a postmaster that outlived its server was taken over. */
  adopted: boolean;
  postmasterPid: number;
  /** Stops the database (sessions are ended, data is written) and gives the data directory free. Repeats share one stop. */
  stop(): Promise<void>;
  /** Resolves if the postmaster dies unasked; stays pending for ever otherwise. `stop` is still owed, then. */
  whenDied: Promise<void>;
};

/** Crash recovery of half a gigabyte of WAL on a slow disk, with room to spare. */
const readyMilliseconds = 120_000;
/** Processes of a killed database notice within milliseconds; one that waits for a disk can take its time. */
const clearMilliseconds = 30_000;
const pollMilliseconds = 10;

/**
 * Starts, adopts or recovers the PostgreSQL kept under `dataDir`, and creates `database` (default `adjourn`) in it.
 * Resolves when it accepts connections. `settings` override PostgreSQL's for a database started here, not for an adopted
 * one; `port` is asked for first (to come back where a died one was), else and by default a free one is taken.
 * Throws DataDirInUse when another server process holds the directory, and a sentence for the operator otherwise.
 */
export async function startEmbeddedPostgres(options: {
  dataDir: string;
  log: Log;
  settings?: Record<string, string>;
  database?: string;
  port?: number;
}): Promise<EmbeddedPostgres> {
  const { log, settings = {}, database = 'adjourn' } = options;
  const layout = layoutOf(options.dataDir);
  mkdirSync(layout.dataDir, { recursive: true });
  const lock = await takeServerLock(layout);
  try {
    const { initdb, postgres } = findBinaries();
    const account = chooseAccount(layout.cluster, log);
    const launcher = launcherFor(account, postgres, [postgres, layout.dataDir], log);
    await initialiseCluster({ layout, initdb, launcher, account, durable: settings['fsync'] !== 'off', log });
    ownSocketDirectory(layout, account);
    const found = await bringUp({ layout, postgres, launcher, settings, database, port: options.port, log });
    return handle(layout, found, connectionString(layout, found, database), () => lock.release(), log);
  } catch (error) {
    lock.release();
    throw error;
  }
}

type Reached = { port: number; socket: boolean };
type Found = Reached & { pid: number; adopted: boolean };

/** Adopts the postmaster that lives, or starts one, as often as it takes for the remains of a killed one to clear away. */
async function bringUp(options: {
  layout: Layout;
  postgres: string;
  launcher: Launcher;
  settings: Record<string, string>;
  database: string;
  port: number | undefined;
  log: Log;
}): Promise<Found> {
  const { layout, log, database } = options;
  const clearBy = performance.now() + clearMilliseconds;
  let port = options.port ?? (await findFreePort());
  let waiting = false;
  let attempts = 0;
  for (;;) {
    const left = readPostmasterFile(layout.cluster);
    if (left !== undefined && isPostmaster(left.pid, layout.cluster)) {
      const reached = await becomeReady(layout, left.pid, database);
      if (reached === undefined) continue;
      log({ level: 'info', message: `Adopted the database that outlived its server (pid ${left.pid})` });
      return { pid: left.pid, ...reached, adopted: true };
    }
    // PostgreSQL takes any process with that pid, a zombie or a stranger too, for a living postmaster and refuses. We
    // know better; that no process of the old one is still at work it makes sure of itself, by its shared memory.
    if (left !== undefined && pidIsTaken(left.pid)) rmSync(join(layout.cluster, 'postmaster.pid'), { force: true });
    // The same of its socket's lock; and each start has another port, so nothing else clears them away.
    removeSockets(layout);

    if (attempts++ === 0) keepPreviousLog(layout);
    const launched = await launchPostmaster({ ...options, port });
    const reached = await becomeReady(layout, launched.pid, database, launched).catch(async (error: unknown) => {
      await stopPostmaster(launched.pid, layout.cluster, log);
      throw error;
    });
    if (reached !== undefined) return { pid: launched.pid, ...reached, adopted: false };

    const said = launched.said();
    const occupied = /pre-existing shared memory block|lock file "postmaster\.pid" already exists/.test(said);
    const portTaken = /could not (bind|create any TCP\/IP sockets)/.test(said);
    if ((!occupied && !portTaken) || performance.now() > clearBy) {
      throw new Error(`PostgreSQL did not start in ${layout.cluster} (see ${layout.logFile}): ${said.split('\n').slice(-3).join(' | ')}`);
    }
    if (portTaken) port = await findFreePort();
    if (occupied && !waiting) log({ level: 'info', message: 'Waiting for the last processes of a killed database to end' });
    waiting ||= occupied;
    await sleep(20);
  }
}

/** Polls a postmaster until the database exists and accepts us; where it answers, or undefined if it ended instead. */
async function becomeReady(layout: Layout, pid: number, database: string, launched?: Launched): Promise<Reached | undefined> {
  const deadline = performance.now() + readyMilliseconds;
  const alive = () => (launched === undefined ? isPostmaster(pid, layout.cluster) : !launched.exited());
  while (alive()) {
    const file = readPostmasterFile(layout.cluster);
    // The port is written before the socket's directory: asked in between, the server would keep to the port for good.
    if (file?.pid === pid && file.port !== undefined && (file.socket || file.ready)) {
      const reached = { port: file.port, socket: file.socket };
      const answer = await ask(connectionString(layout, reached, database));
      if (answer === 'ready') return reached;
      if (answer === 'no_database') {
        await createDatabase(connectionString(layout, reached, 'postgres'), database);
        continue;
      }
      if (answer === 'wrong_password' && file.ready) {
        throw new Error(`The database in ${layout.cluster} does not accept the password in ${layout.passwordFile}.`);
      }
    }
    if (performance.now() > deadline) {
      throw new Error(
        `The database in ${layout.cluster} (pid ${pid}) is not ready after ${readyMilliseconds / 1_000} s; see ${layout.logFile}.`,
      );
    }
    await sleep(pollMilliseconds);
  }
  return undefined;
}

function handle(layout: Layout, found: Found, url: string, release: () => void, log: Log): EmbeddedPostgres {
  const forget = stopAtExit(found.pid);
  let watch: NodeJS.Timeout;
  const whenDied = new Promise<void>((resolve) => {
    // Polled, because an adopted postmaster is not our child and has no exit event.
    watch = setInterval(() => {
      if (isPostmaster(found.pid, layout.cluster)) return;
      clearInterval(watch);
      forget();
      resolve();
    }, 250).unref();
  });
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    clearInterval(watch);
    forget();
    try {
      await stopPostmaster(found.pid, layout.cluster, log);
    } finally {
      release();
    }
  };
  return {
    connectionString: url,
    adopted: found.adopted,
    postmasterPid: found.pid,
    stop: () => (stopped ??= stop()),
    whenDied,
  };
}

/** Each start writes a log of its own, so that none grows for ever; the one before tells why a database died. */
function keepPreviousLog(layout: Layout): void {
  if (existsSync(layout.logFile)) renameSync(layout.logFile, `${layout.logFile}.1`);
}

/** Removes the socket files of postmasters that are gone. */
function removeSockets({ socketDirectory }: Layout): void {
  for (const name of readdirSync(socketDirectory)) if (name.startsWith('.s.PGSQL.')) rmSync(join(socketDirectory, name), { force: true });
}
