import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { layoutOf } from './layout.ts';
import {
  dataDirWithDatabase,
  endProcesses,
  query,
  removeDirectories,
  start,
  startServerProcess,
  temporaryDirectory,
} from './processes.fixture.ts';

afterEach(endProcesses);
afterAll(removeDirectories);

function partials(dataDir: string): string[] {
  return readdirSync(dataDir).filter((name) => name.startsWith(layoutOf(dataDir).partialPrefix));
}

test('a first start killed in the middle of initdb is done again from the beginning', async () => {
  const dataDir = temporaryDirectory();
  const server = startServerProcess(dataDir);
  await vi.waitFor(() => expect(partials(dataDir).some((name) => existsSync(join(dataDir, name, 'cluster', 'base')))).toBe(true), {
    timeout: 10_000,
    interval: 5,
  });
  await server.kill();
  expect(existsSync(layoutOf(dataDir).cluster)).toBe(false);
  const postgres = await start(dataDir);
  expect(await query(postgres.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  expect(partials(dataDir)).toEqual([]);
});

test('a partial database beside a finished one is removed, the finished one never', async () => {
  const dataDir = await dataDirWithDatabase();
  mkdirSync(join(dataDir, 'postgres.partial-0a1b2c3d', 'cluster', 'base'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres.partial-0a1b2c3d', 'cluster', 'PG_VERSION'), '18\n');
  const postgres = await start(dataDir);
  expect(partials(dataDir)).toEqual([]);
  expect(await query(postgres.connectionString, 'SELECT ticket FROM kept')).toEqual([{ ticket: 9021 }]);
});

test('an empty directory in the place of the database is used, as a mounted volume is', async () => {
  const dataDir = temporaryDirectory();
  mkdirSync(layoutOf(dataDir).cluster);
  const postgres = await start(dataDir);
  expect(await query(postgres.connectionString, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
});

test('something else in the place of the database is refused in words and left untouched', async () => {
  const dataDir = temporaryDirectory();
  const { cluster } = layoutOf(dataDir);
  mkdirSync(cluster);
  writeFileSync(join(cluster, 'notes.txt'), 'not a database');
  await expect(start(dataDir)).rejects.toThrow(`${cluster} is not empty and holds no PostgreSQL database`);
  expect(readFileSync(join(cluster, 'notes.txt'), 'utf8')).toBe('not a database');
});
