import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Layout } from './layout.ts';

/** Another server process holds this data directory. */
export class DataDirInUse extends Error {
  readonly dataDir: string;
  /** Undefined in the moment before the other process has written it down. */
  readonly pid: number | undefined;

  constructor(dataDir: string, pid: number | undefined) {
    const who = pid === undefined ? 'Another Adjourn server' : `Another Adjourn server (pid ${pid})`;
    super(`${who} is using the data directory ${dataDir}: stop it first, or give this one a DATA_DIR of its own.`);
    this.name = 'DataDirInUse';
    this.dataDir = dataDir;
    this.pid = pid;
  }
}

/** A process just killed keeps its files for a moment while the kernel clears it away; more is a living server. */
const waitMilliseconds = 1_000;

/** Kept from the garbage collector, which would close the file and with it give up the lock. */
const held = new Set<DatabaseSync>();

/**
 * Takes the data directory for this process, or throws DataDirInUse after a second of trying.
 *
 * The lock is the kernel's, on a file, taken through the SQLite built into Node (the only file lock Node offers). It
 * vanishes with the process however that dies, cannot be mistaken after a pid is reused, is not inherited by the
 * postmaster, and is there before the first initdb: none of which an advisory lock in the database or a file with a pid
 * gives. POSIX drops it when this process opens and closes the file by other means, so nothing else may touch it.
 */
export async function takeServerLock(layout: Layout): Promise<{ release(): void }> {
  const deadline = performance.now() + waitMilliseconds;
  const file = openLockFile(layout.lockFile);
  for (;;) {
    try {
      file.exec('BEGIN EXCLUSIVE');
      break;
    } catch (error) {
      if (isBusy(error) && performance.now() < deadline) {
        await sleep(25);
        continue;
      }
      file.close();
      throw isBusy(error) ? new DataDirInUse(layout.dataDir, readPid(layout.serverPidFile)) : error;
    }
  }
  held.add(file);
  // Removed first: the one left behind may be root's, in a directory that is ours.
  rmSync(layout.serverPidFile, { force: true });
  writeFileSync(layout.serverPidFile, `${process.pid}\n`);
  return {
    release() {
      if (!held.delete(file)) return;
      rmSync(layout.serverPidFile, { force: true });
      file.close();
    },
  };
}

function openLockFile(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 });
  } catch (cause) {
    // SQLite says only "unable to open database file".
    throw new Error(`Cannot open ${path}: the data directory must be writable for the user Adjourn runs as.`, { cause });
  }
}

/** SQLITE_BUSY (5): another process, or another server in this one, holds the lock. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

function readPid(path: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}
