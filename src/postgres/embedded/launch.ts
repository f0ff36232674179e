import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Layout } from './layout.ts';
import { stopAtExit } from './postmaster.ts';
import type { Launcher } from './unprivileged.ts';

/**
 * What a small machine needs; durability stays as PostgreSQL ships it (fsync, synchronous_commit and full_page_writes on).
 * `settings` of the caller override these.
 */
const defaults: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  max_connections: '60',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  // Bounds both the disk used and the time a crash recovery takes.
  max_wal_size: '512MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Our statements are short; compiling them costs more than it saves.
  jit: 'off',
  // A statement of a server that was killed ends within a second, so that the next one does not wait for its locks.
  client_connection_check_interval: '1s',
  // The log keeps no statement, no row and no address of a person: the server that sent them logs what it needs.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** A postmaster just started, perhaps not ready yet. */
export type Launched = {
  pid: number;
  port: number;
  exited(): boolean;
  /** What it has written to its log since this start. */
  said(): string;
};

/**
 * Starts a postmaster on a socket of its own, and on a loopback port for tools. It leads a session and process group of its own, so that an interrupt typed at
 * the terminal reaches only the server, which drains first and then stops it. Throws when the program cannot be started.
 */
export async function launchPostmaster(options: {
  layout: Layout;
  postgres: string;
  launcher: Launcher;
  port: number;
  settings: Record<string, string>;
}): Promise<Launched> {
  const { layout, port } = options;
  const sockets = process.platform === 'win32' ? '' : layout.socketDirectory;
  const settings = { ...defaults, unix_socket_directories: sockets, ...options.settings, port: String(port) };
  const {
    file,
    args,
    options: launch,
  } = options.launcher(options.postgres, [
    '-D',
    layout.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]);
  const log = openSync(layout.logFile, 'a', 0o600);
  const start = fstatSync(log).size;
  const child = spawn(file, args, { ...launch, detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  await once(child, 'spawn');
  if (child.pid === undefined) throw new Error('A started process has a pid.');
  child.once('exit', stopAtExit(child.pid));
  // The database alone is no reason for our process to stay.
  child.unref();
  return {
    pid: child.pid,
    port,
    exited: () => child.exitCode !== null || child.signalCode !== null,
    said: () => readFileSync(layout.logFile).subarray(start).toString('utf8').trim(),
  };
}

/** A loopback port nobody listens on at this moment; somebody else may still be quicker. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A TCP server has a port.');
  return address.port;
}
