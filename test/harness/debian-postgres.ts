import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { vi } from 'vitest';
import { findFreePort } from '../../src/postgres/embedded/launch.ts';

const BIN = '/usr/lib/postgresql/15/bin';

/** Whether Debian's PostgreSQL 15 is here: an outside database as operators have it, with the programs that the embedded one comes without. */
export const HAS_DEBIAN_POSTGRES = existsSync(join(BIN, 'pg_basebackup'));

export type Cluster = {
  port: number;
  /** Of a database; of its socket where that is asked. */
  url(database?: string): string;
  directory: string;
  /** Stops it at once, as a machine that fails. */
  kill(): Promise<void>;
  /** Makes a standby the primary. */
  promote(): Promise<void>;
};

const made: { directory: string; child: ChildProcess }[] = [];

/** PostgreSQL refuses root. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const [, , uid, gid] =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((line) => line.startsWith('postgres:'))
      ?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

const run = (program: string, ...args: string[]) =>
  promisify(execFile)(join(BIN, program), args, { ...account(), cwd: '/', env: { LC_ALL: 'C' } });

function place(): string {
  const root = mkdtempSync(join(tmpdir(), 'adjourn-debian-'));
  const { uid, gid } = account();
  if (uid !== undefined && gid !== undefined) chownSync(root, uid, gid);
  return join(root, 'data');
}

async function start(directory: string): Promise<Cluster> {
  const port = await findFreePort();
  appendFileSync(
    join(directory, 'postgresql.auto.conf'),
    `\nport = ${port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '${directory}'\nfsync = off\nmax_connections = 50\nshared_buffers = '16MB'\n`,
  );
  const child = spawn(join(BIN, 'postgres'), ['-D', directory], { ...account(), cwd: '/', stdio: 'ignore', env: { LC_ALL: 'C' } });
  made.push({ directory, child });
  const url = (database = 'postgres') => `postgres://postgres@127.0.0.1:${port}/${database}?sslmode=disable`;
  await vi.waitFor(
    async () => {
      const client = new Client({ connectionString: url() });
      client.on('error', () => {});
      try {
        await client.connect();
      } finally {
        await client.end().catch(() => {});
      }
    },
    { timeout: 20_000, interval: 30 },
  );
  return {
    port,
    url,
    directory,
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGQUIT');
      await ended;
    },
    async promote() {
      await run('pg_ctl', 'promote', '-w', '-D', directory);
    },
  };
}

/** A new cluster in UTF8, to which this machine is trusted. */
export async function startPrimary(): Promise<Cluster> {
  const directory = place();
  await run('initdb', '-D', directory, '--encoding=UTF8', '--locale=C', '--auth=trust', '--no-sync', '--no-instructions');
  return await start(directory);
}

/** A streaming standby of one. */
export async function startStandby(primary: Cluster): Promise<Cluster> {
  const directory = place();
  await run(
    'pg_basebackup',
    '-D',
    directory,
    '-h',
    '127.0.0.1',
    '-p',
    String(primary.port),
    '-U',
    'postgres',
    '-R',
    '-c',
    'fast',
    '--no-sync',
  );
  return await start(directory);
}

/** For afterAll: ends what was started and removes it. */
export async function removeClusters(): Promise<void> {
  for (const { directory, child } of made.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGQUIT');
      await ended;
    }
    rmSync(join(directory, '..'), { recursive: true, force: true });
  }
}
