import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { findBinaries } from './binaries.ts';
import { findFreePort } from './launch.ts';
import { layoutOf } from './layout.ts';
import { isPostmaster, pidIsTaken, readPostmasterFile } from './postmaster.ts';
import {
  dataDirWithDatabase,
  endProcesses,
  processesIn,
  query,
  removeDirectories,
  start,
  startProcess,
  startServerProcess,
} from './processes.fixture.ts';
import { chooseAccount, launcherFor } from './unprivileged.ts';

afterEach(endProcesses);
afterAll(removeDirectories);

test('a server killed with its database: the next start recovers what was committed', async () => {
  const dataDir = await dataDirWithDatabase();
  const server = startServerProcess(dataDir);
  const { message, postmasterPid = 0 } = await server.heard('ready');
  await query(message, 'CREATE TABLE committed AS SELECT 9022 AS ticket');
  await server.kill();
  process.kill(postmasterPid, 'SIGKILL');
  expect(readPostmasterFile(layoutOf(dataDir).cluster)?.pid).toBe(postmasterPid);
  const postgres = await start(dataDir);
  expect(postgres.adopted).toBe(false);
  expect(await query(postgres.connectionString, 'SELECT ticket FROM committed')).toEqual([{ ticket: 9022 }]);
  expect(readFileSync(layoutOf(dataDir).logFile, 'utf8')).toContain('automatic recovery in progress');
});

test('a server killed alone: the next one adopts the living database at its address, and stop ends it', async () => {
  const dataDir = await dataDirWithDatabase();
  const server = startServerProcess(dataDir);
  const { message, postmasterPid } = await server.heard('ready');
  await server.kill();
  const postgres = await start(dataDir);
  expect(postgres).toMatchObject({ adopted: true, connectionString: message, postmasterPid });
  expect(await query(message, 'SELECT ticket FROM kept')).toEqual([{ ticket: 9021 }]);
  await postgres.stop();
  expect(processesIn(layoutOf(dataDir).cluster)).toEqual([]);
  expect(readFileSync(layoutOf(dataDir).logFile, 'utf8')).toContain('database system is shut down');
});

test('the death of an adopted database is reported too', async () => {
  const dataDir = await dataDirWithDatabase();
  const server = startServerProcess(dataDir);
  await server.heard('ready');
  await server.kill();
  const postgres = await start(dataDir);
  process.kill(postgres.postmasterPid, 'SIGKILL');
  await expect(postgres.whenDied).resolves.toBeUndefined();
});

test('a server that adopted a database and ends without stop does not leave it behind', async () => {
  const dataDir = await dataDirWithDatabase();
  const first = startServerProcess(dataDir);
  await first.heard('ready');
  await first.kill();
  const second = startServerProcess(dataDir, { afterwards: 'exit' });
  expect((await second.heard('ready')).adopted).toBe(true);
  await vi.waitFor(() => expect(processesIn(layoutOf(dataDir).cluster)).toEqual([]), 5_000);
});

test('a living database that is on its way out is awaited, and a new one started', async () => {
  const dataDir = await dataDirWithDatabase();
  const server = startServerProcess(dataDir);
  const { message, postmasterPid = 0 } = await server.heard('ready');
  const client = new pg.Client(message);
  client.on('error', () => {});
  await client.connect();
  await server.kill();
  // A "smart" shutdown: no new sessions, and it lasts as long as this one.
  process.kill(postmasterPid, 'SIGTERM');
  const starting = start(dataDir);
  await vi.waitFor(() => expect(readFileSync(layoutOf(dataDir).logFile, 'utf8')).toContain('FATAL:  the database system is shutting down'));
  await client.end();
  const postgres = await starting;
  expect(postgres.adopted).toBe(false);
  expect(await query(postgres.connectionString, 'SELECT ticket FROM kept')).toEqual([{ ticket: 9021 }]);
});

/** Starts a postmaster as a child of a process that never collects its dead. */
async function startUnderNegligentParent(dataDir: string): Promise<{ pid: number; collect: () => Promise<void> }> {
  const { cluster } = layoutOf(dataDir);
  const { postgres } = findBinaries();
  const launcher = launcherFor(
    chooseAccount(cluster, () => {}),
    postgres,
    [postgres, dataDir],
    () => {},
  );
  const { file, args, options } = launcher(postgres, [
    '-D',
    cluster,
    '-p',
    String(await findFreePort()),
    '-c',
    'unix_socket_directories=',
    '-c',
    'fsync=off',
  ]);
  const quoted = [file, ...args].map((word) => `'${word}'`).join(' ');
  const parent = startProcess('sh', ['-c', `${quoted} & exec sleep 600`], options);
  return await vi.waitFor(() => {
    const found = readPostmasterFile(cluster);
    if (found?.ready !== true) throw new Error('not ready yet');
    return {
      pid: found.pid,
      collect: async () => {
        const exit = once(parent, 'exit');
        parent.kill('SIGKILL');
        await exit;
      },
    };
  }, 10_000);
}

test('a killed postmaster that lingers as a zombie does not stand in the way', async () => {
  const dataDir = await dataDirWithDatabase();
  const { pid, collect } = await startUnderNegligentParent(dataDir);
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(readFileSync(`/proc/${pid}/stat`, 'utf8')).toMatch(/\) Z /));
  expect(isPostmaster(pid, layoutOf(dataDir).cluster)).toBe(false);
  const postgres = await start(dataDir);
  expect(pidIsTaken(pid)).toBe(true);
  expect(postgres.adopted).toBe(false);
  expect(await query(postgres.connectionString, 'SELECT ticket FROM kept')).toEqual([{ ticket: 9021 }]);
  await collect();
});

test('a process of a killed database that still writes is awaited, never worked beside', async () => {
  const dataDir = await dataDirWithDatabase();
  const server = startServerProcess(dataDir);
  const { postmasterPid = 0 } = await server.heard('ready');
  const lingering = processesIn(layoutOf(dataDir).cluster).find((pid) => pid !== postmasterPid) ?? 0;
  process.kill(lingering, 'SIGSTOP');
  await server.kill();
  process.kill(postmasterPid, 'SIGKILL');
  let ready = false;
  await new Promise<void>((resolve, reject) => {
    const starting = start(dataDir, {
      heard: (message) => {
        if (message.startsWith('Waiting for the last processes')) resolve();
      },
    });
    starting.then(() => {
      ready = true;
    }, reject);
  });
  expect(ready).toBe(false);
  process.kill(lingering, 'SIGCONT');
  await vi.waitFor(() => expect(ready).toBe(true), 10_000);
});

test('a pid file that names a stranger, who got the pid later, does not stand in the way and does the stranger no harm', async () => {
  const dataDir = await dataDirWithDatabase();
  const { cluster } = layoutOf(dataDir);
  // Under the database's own account: PostgreSQL itself would take this one for a living postmaster.
  const account = chooseAccount(cluster, () => {});
  const stranger = startProcess('sleep', ['600'], account);
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${stranger.pid}\n${cluster}\n1795223240\n45991\n\n127.0.0.1\n  2156283         8\nready   \n`,
  );
  const postgres = await start(dataDir);
  expect(postgres.adopted).toBe(false);
  await postgres.stop();
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
});
