import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** Kept from the garbage collector, which would close the file and with it give up the lock. */
const held = new Set<DatabaseSync>();

/**
 * Takes a lock for this process, trying for so many milliseconds; undefined when another process holds it. Throws a sentence when
 * the file cannot be opened.
 *
 * The lock is the kernel's, on a file, taken through the SQLite built into Node (the only file lock Node offers). It
 * vanishes with the process however that dies, cannot be mistaken after a pid is reused, is not inherited by children,
 * and needs no database: none of which an advisory lock in the database or a file with a pid gives. POSIX drops it when
 * this process opens and closes the file by other means, so nothing else may touch it.
 */
export async function takeKernelLock(path: string, patienceMilliseconds: number): Promise<{ release(): void } | undefined> {
  const deadline = performance.now() + patienceMilliseconds;
  const file = openLockFile(path);
  for (;;) {
    try {
      file.exec('BEGIN EXCLUSIVE');
      break;
    } catch (error) {
      if (isBusy(error) && performance.now() < deadline) {
        await sleep(10);
        continue;
      }
      file.close();
      if (isBusy(error)) return undefined;
      throw error;
    }
  }
  held.add(file);
  return {
    release() {
      if (held.delete(file)) file.close();
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
