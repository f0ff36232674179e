import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/postgres/embedded/start.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { administer, withDatabase } from './database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The run's PostgreSQL, as a role that may create databases. */
    postgresUrl: string;
    /** Name of the migrated database that every test database is a copy of. */
    templateDatabase: string;
  }
}

/**
 * One PostgreSQL for the whole run and in it one migrated template. TEST_DATABASE_URL names a server of your own instead (a role with
 * CREATEDB and CREATEROLE); what is created there is dropped at the end.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outside = process.env['TEST_DATABASE_URL'];
  const server = outside === undefined ? await startPostgres() : { url: outside, stop: async () => {} };
  const template = `adjourn_template_${randomBytes(4).toString('hex')}`;
  await administer(`create database ${template}`, server.url);
  await migrate(withDatabase(server.url, template));
  project.provide('postgresUrl', server.url);
  project.provide('templateDatabase', template);
  return async () => {
    await administer(`drop database if exists ${template} with (force)`, server.url);
    await server.stop();
  };
}

/** Followed by the pid of the run. */
const PREFIX = 'adjourn-run-';

async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const root = await roomyRoot();
  await sweep(root);
  const dataDir = await mkdtemp(join(root, `${PREFIX}${process.pid}-`));
  // PostgreSQL runs as another user when we are root, and must be able to get here.
  await chmod(dataDir, 0o755);
  const server = await startEmbeddedPostgres({ dataDir, settings, log: () => {} });
  return {
    url: server.connectionString,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Nothing here has to outlive the run, so nothing is waited for. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
};

/** Memory where there is enough of it: copying a template makes 300 files, five times as fast there as on a disk. */
async function roomyRoot(): Promise<string> {
  const memory = '/dev/shm';
  const space = await statfs(memory).catch(() => undefined);
  return space !== undefined && space.bavail * space.bsize > 2 * 1024 ** 3 ? memory : tmpdir();
}

/** Removes what killed runs left; their PostgreSQL, if it still runs, misses its files and ends within a minute. */
async function sweep(root: string): Promise<void> {
  for (const name of (await readdir(root)).filter((entry) => entry.startsWith(PREFIX))) {
    if (!isRunning(Number.parseInt(name.slice(PREFIX.length), 10))) await rm(join(root, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process is not ours to ask, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
