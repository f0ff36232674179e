import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { role, type Layout, type Log } from './layout.ts';
import type { Account, Launcher } from './unprivileged.ts';

/**
 * Makes the cluster if there is none. Call only under the server lock.
 *
 * initdb works in a directory named as partial, renamed to the cluster's name when done: what bears that name is
 * finished, and what is deleted here never was. A partial directory is what a process killed in between left behind;
 * its initdb may still be running, which is why each try has a name of its own.
 * Throws when initdb fails (with its words), or when the cluster's place is taken by something else.
 */
export async function initialiseCluster(options: {
  layout: Layout;
  initdb: string;
  launcher: Launcher;
  account: Account | undefined;
  /** False skips initdb's fsync, for tests. */
  durable: boolean;
  log: Log;
}): Promise<void> {
  const { layout, account } = options;
  for (const name of await readdir(layout.dataDir)) {
    if (!name.startsWith(layout.partialPrefix)) continue;
    options.log({ level: 'warn', message: `Removing ${name}, the start of a database that was never finished` });
    // Retried because an orphaned initdb may add files while we delete; without its directory it ends soon.
    await rm(join(layout.dataDir, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
  if (existsSync(join(layout.cluster, 'PG_VERSION'))) return;
  if (existsSync(layout.cluster) && (await readdir(layout.cluster)).length > 0) {
    throw new Error(`${layout.cluster} is not empty and holds no PostgreSQL database: move it away, or choose another DATA_DIR.`);
  }

  options.log({ level: 'info', message: `Creating the database in ${layout.cluster}` });
  const partial = join(layout.dataDir, `${layout.partialPrefix}${randomBytes(4).toString('hex')}`);
  const cluster = join(partial, 'cluster');
  const password = join(partial, 'password');
  await mkdir(partial, { mode: 0o700 });
  await writeFile(password, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  if (account !== undefined) {
    await chown(password, account.uid, account.gid);
    await chown(partial, account.uid, account.gid);
  }
  // The built-in C.UTF-8 sorts by code point and knows every letter's case, the same on every operating system.
  const {
    file,
    args,
    options: launch,
  } = options.launcher(options.initdb, [
    `--pgdata=${cluster}`,
    `--username=${role}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(options.durable ? [] : ['--no-sync']),
  ]);
  try {
    await promisify(execFile)(file, args, launch);
  } catch (cause) {
    const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
    throw new Error(`PostgreSQL could not create its database in ${layout.dataDir}: ${said}`, { cause });
  }
  await rename(password, join(cluster, 'adjourn.password'));
  await syncDirectory(cluster);
  await rename(cluster, layout.cluster);
  await syncDirectory(layout.dataDir);
  await rm(partial, { recursive: true });
}

/** A rename is durable only once the directory holding it is. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
