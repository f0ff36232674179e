import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './layout.ts';

/** What postmaster.pid tells. The port is there once it is bound; `socket`: it has a socket file, too. */
export type PostmasterFile = { pid: number; port: number | undefined; socket: boolean; ready: boolean };

/** Reads `<cluster>/postmaster.pid`; undefined when there is none. Says nothing about whether that process lives. */
export function readPostmasterFile(cluster: string): PostmasterFile | undefined {
  let text: string;
  try {
    text = readFileSync(join(cluster, 'postmaster.pid'), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  // Lines: pid, data directory, start time, port, socket directory, address, shared memory key, status. The address is
  // added once the port is bound; before, somebody else may be answering on it.
  const [pid, , , port, socket, address, , status] = text.split('\n').map((line) => line.trim());
  if (!(Number(pid) > 0)) return undefined;
  return { pid: Number(pid), port: address ? Number(port) : undefined, socket: Boolean(socket), ready: status === 'ready' };
}

/**
 * Whether this pid is a running PostgreSQL that works in this cluster. False for the dead, for a zombie (which signal 0
 * still finds), and for a stranger who got the pid later.
 */
export function isPostmaster(pid: number, cluster: string): boolean {
  try {
    if (process.platform === 'linux') {
      // A zombie has no working directory; a file's identity survives renames, links and bind mounts.
      const at = statSync(`/proc/${pid}/cwd`);
      const here = statSync(cluster);
      return at.ino === here.ino && at.dev === here.dev && readFileSync(`/proc/${pid}/comm`, 'utf8') === 'postgres\n';
    }
    const line = execFileSync('ps', ['-o', 'stat=,command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
    return !line.startsWith('Z') && line.includes(cluster);
  } catch {
    // No such process, or another user's: the cluster's own postmaster can always be looked at by who may start it.
    return false;
  }
}

/** Whether signal 0 finds the pid, as PostgreSQL asks before it declares its pid file stale. */
export function pidIsTaken(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Sends a signal; a process that is gone already is no fault. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

const ours = new Set<number>();

/**
 * However our process ends, short of a kill -9, the postmaster is told to stop and finishes by itself. Answers with the
 * way to forget it, owed when it is gone: its pid may become another's.
 */
export function stopAtExit(pid: number): () => void {
  if (ours.size === 0) process.on('exit', stopOurs);
  ours.add(pid);
  return () => {
    if (ours.delete(pid) && ours.size === 0) process.off('exit', stopOurs);
  };
}

function stopOurs(): void {
  for (const pid of ours) signal(pid, 'SIGINT');
}

/**
 * Stops a postmaster, a child or an adopted one, and returns when it is gone. SIGINT is a "fast" shutdown: sessions are
 * ended, everything is written. Should a broken disk make that hang, it is better to leave by crash recovery (SIGQUIT
 * after 30 s, SIGKILL after 5 more) than to keep a service manager waiting until it kills us and leaves an orphan.
 */
export async function stopPostmaster(pid: number, cluster: string, log: Log): Promise<void> {
  for (const [name, seconds] of [
    ['SIGINT', 30],
    ['SIGQUIT', 5],
    ['SIGKILL', 5],
  ] as const) {
    if (!isPostmaster(pid, cluster)) return;
    if (name !== 'SIGINT') log({ level: 'warn', message: `The database (pid ${pid}) did not stop in time, sending ${name}` });
    signal(pid, name);
    const deadline = performance.now() + seconds * 1_000;
    while (performance.now() < deadline) {
      await sleep(10);
      if (!isPostmaster(pid, cluster)) return;
    }
  }
  throw new Error(`The database (pid ${pid}) in ${cluster} cannot be stopped.`);
}
