import { chownSync, lstatSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import pg from 'pg';
import { layoutOf, role, type Layout } from './layout.ts';
import { isPostmaster, readPostmasterFile } from './postmaster.ts';
import type { Account } from './unprivileged.ts';

/** `ready`; `starting` (or not reachable yet, or shutting down); `no_database`; `wrong_password`. */
export type Answer = 'ready' | 'starting' | 'no_database' | 'wrong_password';

/** SQLSTATEs: invalid_catalog_name, invalid_password, duplicate_database. */
const noDatabase = '3D000';
const wrongPassword = '28P01';
const duplicateDatabase = '42P04';

/**
 * The URL of a database of the cluster, by its socket, whose directory nobody else may enter: on a loopback port whoever binds it after the
 * database died would be sent the password. By the port only where there is no socket (Windows, or a database that an older version
 * started). sslmode stands in it so that a PGSSLMODE in the environment changes nothing. Throws a sentence when the socket's directory is
 * not the database's own.
 */
export function connectionString(layout: Layout, at: { port: number; socket: boolean }, database: string): string {
  const password = readFileSync(layout.passwordFile, 'utf8').trim();
  const url = new URL(`postgres://${role}:${password}@127.0.0.1:${at.port}/${encodeURIComponent(database)}?sslmode=disable`);
  if (at.socket) {
    ownSocketDirectory(layout);
    url.searchParams.set('host', layout.socketDirectory);
  }
  return url.href;
}

/** Makes sure that the socket's directory is there and nobody else's. `account`: whose it becomes when it is made. */
export function ownSocketDirectory(layout: Layout, account?: Account): void {
  const { cluster, socketDirectory } = layout;
  if (socketDirectory === cluster) return;
  try {
    mkdirSync(socketDirectory, { mode: 0o700 });
    if (account !== undefined) chownSync(socketDirectory, account.uid, account.gid);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const found = lstatSync(socketDirectory);
  if (!found.isDirectory() || found.uid !== statSync(cluster).uid || (found.mode & 0o077) !== 0)
    throw new Error(`${socketDirectory} is not the database's own: remove it, or choose a shorter DATA_DIR.`);
}

/**
 * The URL of the database that a server is running in this data directory, or undefined when none runs. For commands
 * that work beside the server: it starts nothing, adopts nothing and takes no lock.
 */
export function findRunningPostgres(dataDir: string, database = 'adjourn'): string | undefined {
  const layout = layoutOf(dataDir);
  const found = readPostmasterFile(layout.cluster);
  if (found === undefined || !found.ready || found.port === undefined || !isPostmaster(found.pid, layout.cluster)) return undefined;
  return connectionString(layout, { port: found.port, socket: found.socket }, database);
}

/** Connects once and says how far the database is. */
export async function ask(url: string): Promise<Answer> {
  try {
    await withClient(url, async () => {});
    return 'ready';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = 'code' in error ? error.code : undefined;
    if (code === noDatabase) return 'no_database';
    return code === wrongPassword ? 'wrong_password' : 'starting';
  }
}

/** Creates a database on the cluster `url` points to; one that is there already is left alone. */
export async function createDatabase(url: string, database: string): Promise<void> {
  try {
    await withClient(url, async (client) => {
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
    });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === duplicateDatabase)) throw error;
  }
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  // The time-out is for a postmaster that listens but was stopped or swapped out: without it we would wait for ever.
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A database that dies between two queries reports it here, and an unheard error event would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}
