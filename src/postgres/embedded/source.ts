import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptPostgres } from './keep-running.ts';
import { layoutOf } from './layout.ts';

/** Where the database is; `kept` when this process keeps it running. */
export type Source = { connectionString: string; kept?: KeptPostgres };

/** What the operator decided of it: an outside database, or where the embedded one lives. */
type Where = { DATABASE_URL?: string | undefined; DATA_DIR: string };

export type DatabaseLog = (line: { level: 'info' | 'warn' | 'error'; message: string; error?: unknown }) => void;

/** The outside database, or the embedded one, started and kept running by this process. */
export async function startDatabase(where: Where, log: DatabaseLog): Promise<Source> {
  if (where.DATABASE_URL !== undefined) return { connectionString: where.DATABASE_URL };
  const [{ startEmbeddedPostgres }, { keepRunning }] = await Promise.all([import('./start.ts'), import('./keep-running.ts')]);
  const kept = await keepRunning({
    start: (port) => startEmbeddedPostgres({ dataDir: where.DATA_DIR, log, ...(port === undefined ? {} : { port }) }),
    log: (message, error) => log({ level: 'error', message, error }),
  });
  return { connectionString: kept.connectionString, kept };
}

/**
 * The same for a command beside the server: an embedded database that a server is running is used where it is. Throws a sentence where there is none
 * and the command does not make one: its DATA_DIR is another than the server's.
 */
export async function joinDatabase(where: Where, log: DatabaseLog, { makes }: { makes: boolean }): Promise<Source> {
  if (where.DATABASE_URL !== undefined) return { connectionString: where.DATABASE_URL };
  const { findRunningPostgres } = await import('./connection.ts');
  if (!makes && !existsSync(join(layoutOf(where.DATA_DIR).cluster, 'PG_VERSION')))
    throw new Error(`There is no database in ${where.DATA_DIR}: set DATA_DIR to the server's.`);
  const running = findRunningPostgres(where.DATA_DIR);
  return running === undefined ? startDatabase(where, log) : { connectionString: running };
}
