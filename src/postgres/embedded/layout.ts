import { hash } from 'node:crypto';
import { join, resolve } from 'node:path';

/** Where the embedded database keeps things. All paths are absolute. */
export type Layout = {
  dataDir: string;
  /** A finished cluster or nothing: it appears under this name by a rename, when initdb is done. */
  cluster: string;
  /** Directories whose name starts so are clusters in the making; only the holder of the server lock owns one. */
  partialPrefix: string;
  /** Where its socket is: a directory that only the database's account may enter. The cluster itself, unless its path is too long for a socket. */
  socketDirectory: string;
  /** The role's password, mode 0600. Inside the cluster, so that a copied or moved cluster cannot lose it. */
  passwordFile: string;
  /** What PostgreSQL says, one file per start, the one before kept beside it: it tells why a database died. */
  logFile: string;
  lockFile: string;
  /** Held by the process that hands over mail. */
  workerLockFile: string;
  serverPidFile: string;
};

/** The database's only role; superuser of its own cluster. */
export const role = 'adjourn';

/** The layout under a DATA_DIR, which may be relative to the working directory. */
export function layoutOf(dataDir: string): Layout {
  const root = resolve(dataDir);
  const cluster = join(root, 'postgres');
  return {
    dataDir: root,
    cluster,
    partialPrefix: 'postgres.partial-',
    socketDirectory: socketDirectoryOf(cluster),
    passwordFile: join(cluster, 'adjourn.password'),
    logFile: join(root, 'postgres.log'),
    lockFile: join(root, 'server.lock'),
    workerLockFile: join(root, 'worker.lock'),
    serverPidFile: join(root, 'server.pid'),
  };
}

// sun_path holds 108 bytes on Linux and 104 elsewhere, the last of them a zero.
const SOCKET_PATH_BYTES = 103;

function socketDirectoryOf(cluster: string): string {
  const fits = Buffer.byteLength(join(cluster, '.s.PGSQL.65535')) <= SOCKET_PATH_BYTES;
  // Always the same, so that a command beside the server and the next start find it.
  return fits ? cluster : join('/tmp', `adjourn-${hash('sha256', cluster).slice(0, 24)}`);
}

/** One line for the operator's log. */
export type Log = (line: { level: 'info' | 'warn' | 'error'; message: string }) => void;
