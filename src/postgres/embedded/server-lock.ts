import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { takeKernelLock } from './kernel-lock.ts';
import { layoutOf, type Layout } from './layout.ts';

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

/**
 * Takes the data directory for this process, or throws DataDirInUse after a second of trying. The lock is there before the first
 * initdb, and the postmaster does not inherit it.
 */
export async function takeServerLock(layout: Layout): Promise<{ release(): void }> {
  const lock = await takeKernelLock(layout.lockFile, waitMilliseconds);
  if (lock === undefined) throw new DataDirInUse(layout.dataDir, readPid(layout.serverPidFile));
  // Removed first: the one left behind may be root's, in a directory that is ours.
  rmSync(layout.serverPidFile, { force: true });
  writeFileSync(layout.serverPidFile, `${process.pid}\n`);
  let released = false;
  return {
    release() {
      if (released) return;
      released = true;
      rmSync(layout.serverPidFile, { force: true });
      lock.release();
    },
  };
}

/**
 * Makes this process the one worker of a data directory, for as long as it lives: of its embedded database whoever holds this may free
 * what any other worker held. Undefined when another worker has it.
 */
export async function takeWorkerLock(dataDir: string): Promise<{ release(): void } | undefined> {
  return await takeKernelLock(layoutOf(dataDir).workerLockFile, waitMilliseconds);
}

function readPid(path: string): number | undefined {
  try {
    return Number.parseInt(readFileSync(path, 'utf8'), 10) || undefined;
  } catch {
    return undefined;
  }
}
