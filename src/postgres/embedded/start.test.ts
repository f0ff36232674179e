import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { findRunningPostgres } from './connection.ts';
import { layoutOf } from './layout.ts';
import { isPostmaster } from './postmaster.ts';
import {
  copyOfDataDir,
  dataDirWithDatabase,
  endProcesses,
  processesIn,
  query,
  removeDirectories,
  start,
  startServerProcess,
  temporaryDirectory,
} from './processes.fixture.ts';

afterEach(endProcesses);
afterAll(removeDirectories);

test('an empty directory becomes a durable UTF-8 database named adjourn, in UTC, that sorts by code point', async () => {
  const postgres = await start(temporaryDirectory(), { settings: {} });
  const [row] = await query(
    postgres.connectionString,
    `SELECT current_database() AS database, getdatabaseencoding() AS encoding, current_setting('TimeZone') AS zone,
       lower('ÉŽ') AS lower, 'Z' < 'a' AS by_code_point, current_setting('fsync') AS fsync,
       current_setting('synchronous_commit') AS commit, current_setting('full_page_writes') AS pages`,
  );
  expect(row).toEqual({
    database: 'adjourn',
    encoding: 'UTF8',
    zone: 'UTC',
    lower: 'éž',
    by_code_point: true,
    fsync: 'on',
    commit: 'on',
    pages: 'on',
  });
  expect(postgres.adopted).toBe(false);
});

test('only loopback listens beside the socket, on a port of its own, with a random scram password kept at mode 0600', async () => {
  const dataDir = await dataDirWithDatabase();
  const postgres = await start(dataDir);
  const url = new URL(postgres.connectionString);
  const [row] = await query(
    postgres.connectionString,
    `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets,
       (SELECT rolpassword LIKE 'SCRAM-SHA-256$%' FROM pg_authid WHERE rolname = current_user) AS scram`,
  );
  expect(row).toEqual({ addresses: '127.0.0.1', sockets: layoutOf(dataDir).cluster, scram: true });
  expect(url.port).not.toBe('5432');
  const { passwordFile } = layoutOf(dataDir);
  expect(readFileSync(passwordFile, 'utf8')).toBe(url.password);
  expect(url.password.length).toBeGreaterThanOrEqual(32);
  expect(statSync(passwordFile).mode & 0o777).toBe(0o600);
  url.password = 'demo-password';
  await expect(query(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
  url.searchParams.delete('host');
  await expect(query(url.href, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' });
});

test('issue 9 D21: when the database dies, whoever binds its port is asked nothing and sent no password', async () => {
  const dataDir = await dataDirWithDatabase();
  const postgres = await start(dataDir);
  const url = new URL(postgres.connectionString);
  expect([url.searchParams.get('host'), statSync(layoutOf(dataDir).socketDirectory).mode & 0o777]).toEqual([
    layoutOf(dataDir).cluster,
    0o700,
  ]);
  process.kill(postgres.postmasterPid, 'SIGKILL');
  await postgres.whenDied;
  let asked = 0;
  const thief = createServer((socket) => {
    asked += 1;
    socket.end();
  }).listen(Number(url.port), '127.0.0.1');
  await once(thief, 'listening');
  await expect(query(postgres.connectionString, 'SELECT 1')).rejects.toMatchObject({ code: 'ECONNREFUSED', syscall: 'connect' });
  await postgres.stop();
  const next = await start(dataDir);
  expect(await query(next.connectionString, 'SELECT ticket FROM kept')).toEqual([{ ticket: 9021 }]);
  expect(asked).toBe(0);
  thief.close();
});

test('issue 9 D21: where the path is too long for a socket, it is in a directory that is the database’s own, or nothing starts', async () => {
  const dataDir = join(temporaryDirectory(), 'x'.repeat(100));
  const { socketDirectory, cluster } = layoutOf(dataDir);
  mkdirSync(socketDirectory, { mode: 0o755 });
  onTestFinished(() => rmSync(socketDirectory, { recursive: true, force: true }));
  await expect(start(dataDir)).rejects.toThrow(`${socketDirectory} is not the database's own`);
  rmSync(socketDirectory, { recursive: true });
  const postgres = await start(dataDir);
  const [row] = await query(postgres.connectionString, `SELECT inet_server_addr() IS NULL AS local`);
  expect(row).toEqual({ local: true });
  const found = statSync(socketDirectory);
  expect([found.mode & 0o777, found.uid]).toEqual([0o700, statSync(cluster).uid]);
  expect(findRunningPostgres(dataDir)).toBe(postgres.connectionString);
});

test('settings of the caller override the defaults, and another database can be asked for', async () => {
  const postgres = await start(await dataDirWithDatabase(), {
    settings: { fsync: 'off', max_connections: '17' },
    database: 'other "name"',
  });
  const [row] = await query(
    postgres.connectionString,
    `SELECT current_database() AS database, current_setting('fsync') AS fsync, current_setting('max_connections') AS connections`,
  );
  expect(row).toEqual({ database: 'other "name"', fsync: 'off', connections: '17' });
});

test('a relative DATA_DIR works', async () => {
  const dataDir = await dataDirWithDatabase();
  const server = startServerProcess(basename(dataDir), { cwd: dirname(dataDir) });
  const { message } = await server.heard('ready');
  expect(await query(message, 'SELECT ticket FROM kept')).toEqual([{ ticket: 9021 }]);
  expect(findRunningPostgres(dataDir)).toBe(message);
});

test('existing data is ready within a second, and found as it was left', async () => {
  const dataDir = await dataDirWithDatabase();
  const before = performance.now();
  const postgres = await start(dataDir);
  expect(performance.now() - before).toBeLessThan(1_000);
  expect(await query(postgres.connectionString, 'SELECT ticket FROM kept')).toEqual([{ ticket: 9021 }]);
});

test('stop ends open sessions and every process, shares one stop among callers, and frees the directory', async () => {
  const dataDir = await dataDirWithDatabase();
  const postgres = await start(dataDir);
  const client = new pg.Client(postgres.connectionString);
  client.on('error', () => {});
  const ended = new Promise<void>((resolve) => client.once('end', resolve));
  await client.connect();
  await Promise.all([postgres.stop(), postgres.stop()]);
  await ended;
  await postgres.stop();
  expect(processesIn(layoutOf(dataDir).cluster)).toEqual([]);
  expect(existsSync(layoutOf(dataDir).serverPidFile)).toBe(false);
  expect(await query((await start(dataDir)).connectionString, 'SELECT ticket FROM kept')).toEqual([{ ticket: 9021 }]);
});

test('a port asked for is taken when free, and another one when it is not', async () => {
  const first = await start(await dataDirWithDatabase());
  const port = Number(new URL(first.connectionString).port);
  // A copy accepts the same password, so only the address can tell the two apart.
  const dataDir = await copyOfDataDir();
  const elsewhere = await start(dataDir, { port });
  expect(new URL(elsewhere.connectionString).port).not.toBe(String(port));
  await elsewhere.stop();
  await first.stop();
  const there = await start(dataDir, { port });
  expect(new URL(there.connectionString).port).toBe(String(port));
});

test('a database that cannot start is reported in its own words, and the directory is free again', async () => {
  const dataDir = await dataDirWithDatabase();
  await expect(start(dataDir, { settings: { max_connections: 'many' } })).rejects.toThrow(
    /did not start in .*invalid value for parameter "max_connections"/,
  );
  await start(dataDir);
});

test('an interrupt typed at the terminal leaves the database to the server, which drains first', async () => {
  const dataDir = await dataDirWithDatabase();
  const server = startServerProcess(dataDir, { detached: true });
  await server.heard('ready');
  process.kill(-server.pid, 'SIGINT');
  expect((await server.heard('interrupted')).message).toBe('ready');
});

test.for(['exit', 'return'] as const)('no database is left behind by a server that ends without stop (%s)', async (afterwards) => {
  const dataDir = await dataDirWithDatabase();
  const server = startServerProcess(dataDir, { afterwards });
  const exit = once(server.child, 'exit');
  await server.heard('ready');
  expect(await exit).toEqual([0, null]);
  await vi.waitFor(() => expect(processesIn(layoutOf(dataDir).cluster)).toEqual([]), 5_000);
  expect(readFileSync(layoutOf(dataDir).logFile, 'utf8')).toContain('database system is shut down');
});

test('a postmaster that dies unasked is reported, and the database comes back at the same address', async () => {
  const dataDir = await dataDirWithDatabase();
  const postgres = await start(dataDir);
  process.kill(postgres.postmasterPid, 'SIGKILL');
  await postgres.whenDied;
  await postgres.stop();
  const again = await start(dataDir, { port: Number(new URL(postgres.connectionString).port) });
  expect(again.connectionString).toBe(postgres.connectionString);
  expect(again.postmasterPid).not.toBe(postgres.postmasterPid);
  expect(await query(again.connectionString, 'SELECT ticket FROM kept')).toEqual([{ ticket: 9021 }]);
});

test('the log of the start before is kept, and no older one', async () => {
  const dataDir = await dataDirWithDatabase();
  const { logFile } = layoutOf(dataDir);
  for (const round of [1, 2]) {
    const postgres = await start(dataDir);
    await postgres.stop();
    expect(readFileSync(logFile, 'utf8').match(/starting PostgreSQL/g), `start ${round}`).toHaveLength(1);
  }
  expect(readFileSync(`${logFile}.1`, 'utf8').match(/starting PostgreSQL/g)).toHaveLength(1);
});

test('the log keeps no row, no statement and no address of a person', async () => {
  const dataDir = await dataDirWithDatabase();
  const postgres = await start(dataDir);
  const insert = `INSERT INTO people VALUES ('mina@example.org')`;
  await query(postgres.connectionString, `CREATE TABLE people (address text PRIMARY KEY); ${insert}`);
  await expect(query(postgres.connectionString, insert)).rejects.toMatchObject({ code: '23505' });
  const log = readFileSync(layoutOf(dataDir).logFile, 'utf8');
  expect(log).toContain('duplicate key value violates unique constraint');
  expect(log).not.toContain('mina@example.org');
});

test('a command beside the server finds the running database, and none once it has stopped', async () => {
  const dataDir = await dataDirWithDatabase();
  expect(findRunningPostgres(dataDir)).toBeUndefined();
  const postgres = await start(dataDir);
  expect(findRunningPostgres(dataDir)).toBe(postgres.connectionString);
  expect(findRunningPostgres(join(dataDir, 'nowhere'))).toBeUndefined();
  await postgres.stop();
  expect(findRunningPostgres(dataDir)).toBeUndefined();
  expect(isPostmaster(postgres.postmasterPid, layoutOf(dataDir).cluster)).toBe(false);
});
