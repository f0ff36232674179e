import { readFileSync } from 'node:fs';
import pg from 'pg';
import { layoutOf, role, type Layout } from './layout.ts';
import { isPostmaster, readPostmasterFile } from './postmaster.ts';

/** `ready`; `starting` (or not reachable yet, or shutting down); `no_database`; `wrong_password`. */
export type Answer = 'ready' | 'starting' | 'no_database' | 'wrong_password';

/** SQLSTATEs: invalid_catalog_name, invalid_password, duplicate_database. */
const noDatabase = '3D000';
const wrongPassword = '28P01';
const duplicateDatabase = '42P04';

/** The URL of a database of the cluster. sslmode stands in it so that a PGSSLMODE in the environment changes nothing. */
export function connectionString(layout: Layout, port: number, database: string): string {
  const password = readFileSync(layout.passwordFile, 'utf8').trim();
  return `postgres://${role}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}?sslmode=disable`;
}

/**
 * The URL of the database that a server is running in this data directory, or undefined when none runs. For commands
 * that work beside the server: it starts nothing, adopts nothing and takes no lock.
 */
export function findRunningPostgres(dataDir: string, database = 'adjourn'): string | undefined {
  const layout = layoutOf(dataDir);
  const found = readPostmasterFile(layout.cluster);
  if (found === undefined || !found.ready || found.port === undefined || !isPostmaster(found.pid, layout.cluster)) return undefined;
  return connectionString(layout, found.port, database);
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
