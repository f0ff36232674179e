import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, expect, test } from 'vitest';
import { layoutOf } from './layout.ts';
import {
  dataDirWithDatabase,
  endProcesses,
  query,
  removeDirectories,
  startServerProcess,
  temporaryDirectory,
} from './processes.fixture.ts';
import { DataDirInUse, takeServerLock } from './server-lock.ts';

afterEach(endProcesses);
afterAll(removeDirectories);

test('the second server on a data directory is refused in a sentence with directory and pid; the first works on', async () => {
  const dataDir = await dataDirWithDatabase();
  const first = startServerProcess(dataDir);
  const { message } = await first.heard('ready');
  const second = startServerProcess(dataDir);
  expect(await second.heard('refused')).toMatchObject({
    name: 'DataDirInUse',
    message: `Another Adjourn server (pid ${first.pid}) is using the data directory ${dataDir}: stop it first, or give this one a DATA_DIR of its own.`,
  });
  expect(await query(message, 'SELECT ticket FROM kept')).toEqual([{ ticket: 9021 }]);
});

test('of two servers that begin on an empty directory at the same moment exactly one starts', async () => {
  const dataDir = temporaryDirectory();
  const servers = [startServerProcess(dataDir), startServerProcess(dataDir)];
  const ends = await Promise.all(servers.map((server) => Promise.any([server.heard('ready'), server.heard('refused')])));
  const byOutcome = ends.toSorted((one, other) => one.said.localeCompare(other.said));
  expect(byOutcome).toMatchObject([{ said: 'ready' }, { said: 'refused', name: 'DataDirInUse' }]);
});

test('the lock is gone the moment its process is killed, and a pid left in the file means nothing', async () => {
  const dataDir = await dataDirWithDatabase();
  const layout = layoutOf(dataDir);
  const server = startServerProcess(dataDir);
  await server.heard('ready');
  await expect(takeServerLock(layout)).rejects.toThrow(DataDirInUse);
  await server.kill();
  expect(readFileSync(layout.serverPidFile, 'utf8')).toBe(`${server.pid}\n`);
  // As if a living stranger had got that pid since.
  writeFileSync(layout.serverPidFile, '1\n');
  const lock = await takeServerLock(layout);
  expect(readFileSync(layout.serverPidFile, 'utf8')).toBe(`${process.pid}\n`);
  lock.release();
});

test('within one process, too, a data directory has one server, until it lets go', async () => {
  const layout = layoutOf(temporaryDirectory());
  const lock = await takeServerLock(layout);
  await expect(takeServerLock(layout)).rejects.toMatchObject({ name: 'DataDirInUse', dataDir: layout.dataDir, pid: process.pid });
  lock.release();
  lock.release();
  const next = await takeServerLock(layout);
  next.release();
});
