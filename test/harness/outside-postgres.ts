import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { becomes } from './delivery.ts';

/** Where Debian puts PostgreSQL 15, the oldest we work with. */
const BIN = '/usr/lib/postgresql/15/bin';

/** Whether Debian's PostgreSQL 15 is on this machine. */
export const hasOutsidePostgres = existsSync(join(BIN, 'initdb'));

export type OutsidePostgres = {
  /** Of a new database, UTF8, as its owner, who is no superuser. */
  url: string;
  remove(): Promise<void>;
};

/** A cluster of Debian's PostgreSQL 15 of our own, as its user `postgres` where we are root, who may not run it. */
export async function startOutsidePostgres(): Promise<OutsidePostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'adjourn-postgres15-'));
  const who = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (who.uid !== undefined && who.gid !== undefined) await chown(directory, who.uid, who.gid);
  const options = { ...who, cwd: directory, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } };
  execFileSync(join(BIN, 'initdb'), ['-D', join(directory, 'data'), '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...options,
    stdio: 'ignore',
  });
  const port = await freePort();
  const settings = [
    'listen_addresses=127.0.0.1',
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    `unix_socket_directories=${directory}`,
  ];
  const server = spawn(
    join(BIN, 'postgres'),
    ['-D', join(directory, 'data'), '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
    { ...options, stdio: 'ignore' },
  );
  const administer = async () => {
    const client = new Client({ connectionString: `postgres://postgres@127.0.0.1:${port}/postgres` });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query('create role adjourn login');
      await client.query('create database adjourn owner adjourn');
      return true;
    } catch (error) {
      if (/ECONNREFUSED|starting up/.test(String(error))) return false;
      throw error;
    } finally {
      await client.end().catch(() => {});
    }
  };
  await becomes(administer, (done) => done);
  return {
    url: `postgres://adjourn@127.0.0.1:${port}/adjourn`,
    async remove() {
      if (server.exitCode === null) {
        // Fast: whoever is still connected is not waited for.
        server.kill('SIGINT');
        await once(server, 'exit');
      }
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function idOf(flag: '-u' | '-g'): number {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
