import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { chown, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { findBinaries } from '../binaries.ts';
import { syncDirectory } from '../initialise.ts';
import { type Layout, type Log, layoutOf } from '../layout.ts';
import { isPostmaster, readPostmasterFile } from '../postmaster.ts';
import { takeServerLock } from '../server-lock.ts';
import { type Account, chooseAccount } from '../unprivileged.ts';
import { type AboutBackup, type ArchiveEntry, CLUSTER, SECRET_KEY, UnusableBackup, aboutOf, readArchive } from './archive.ts';

/** What was restored, and what was there before and was moved aside. */
export type Restored = { about: AboutBackup; aside: string[] };

/**
 * Puts a backup into a data directory that nobody uses. The whole archive is compared with its checksums before anything is touched, and what was there is moved aside,
 * never removed. Throws a sentence where a server uses the directory, where it holds something and `force` does not say that this may go, and UnusableBackup where the archive
 * is not whole or of another PostgreSQL.
 */
export async function restore(
  file: string,
  options: { dataDir: string; force: boolean; now: Temporal.Instant; log: Log },
): Promise<Restored> {
  const layout = layoutOf(options.dataDir);
  await mkdir(layout.dataDir, { recursive: true });
  const lock = await takeServerLock(layout);
  try {
    const left = readPostmasterFile(layout.cluster);
    if (left !== undefined && isPostmaster(left.pid, layout.cluster))
      throw new Error(`A database runs in ${layout.cluster} (pid ${left.pid}): stop it first.`);
    const there = await occupied(layout);
    if (there.length > 0 && !options.force)
      throw new Error(`${layout.dataDir} holds ${there.join(' and ')} already: choose another DATA_DIR, or move them aside with --force.`);
    const about = await verify(file);
    const partial = join(layout.dataDir, `${layout.partialPrefix}${randomBytes(4).toString('hex')}`);
    try {
      await mkdir(partial, { mode: 0o700 });
      await extractTo(file, partial, chooseAccount(layout.cluster, options.log));
      const aside: string[] = [];
      for (const name of there) aside.push(await moveAside(join(layout.dataDir, name), options.now));
      await rename(join(partial, 'postgres'), layout.cluster);
      if (about.secretKey === 'included') await rename(join(partial, 'secret-key'), join(layout.dataDir, 'secret-key'));
      await syncDirectory(layout.dataDir);
      return { about, aside };
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  } finally {
    lock.release();
  }
}

async function occupied({ cluster, dataDir }: Layout): Promise<string[]> {
  const found = existsSync(cluster) && (await readdir(cluster)).length > 0 ? ['postgres'] : [];
  return existsSync(join(dataDir, 'secret-key')) ? [...found, 'secret-key'] : found;
}

/** Reads all of it and writes nothing. */
async function verify(file: string): Promise<AboutBackup> {
  let about: AboutBackup | undefined;
  await readArchive(createReadStream(file), async (entry) => {
    if (about === undefined) about = await aboutOf(entry);
    else for await (const _ of entry.content);
  });
  if (about === undefined) throw new UnusableBackup('This is no backup of Adjourn.');
  const own = /(\d+)/.exec(execFileSync(findBinaries().postgres, ['--version'], { encoding: 'utf8' }))?.[1];
  if (own !== about.postgres)
    throw new UnusableBackup(
      `This backup is of PostgreSQL ${about.postgres}, and this Adjourn brings ${own}: restore it with the version that made it.`,
    );
  return about;
}

/** Writes the data directory to `postgres` and the key to `secret-key` below a directory, each file on the disk when this resolves. */
async function extractTo(file: string, directory: string, account: Account | undefined): Promise<void> {
  const own = async (path: string) => {
    if (account !== undefined) await chown(path, account.uid, account.gid);
  };
  const cluster = join(directory, 'postgres');
  await mkdir(cluster, { mode: 0o700 });
  await own(cluster);
  await readArchive(createReadStream(file), async ({ name, type, mode, content }) => {
    const path = name === SECRET_KEY ? join(directory, 'secret-key') : join(cluster, name.slice(CLUSTER.length));
    if (!name.startsWith(CLUSTER) && name !== SECRET_KEY) {
      for await (const _ of content);
    } else if (type === 'directory') {
      await mkdir(path, { mode, recursive: true });
      await own(path);
    } else if (type === 'file') {
      await writeFileTo(path, mode, content);
      if (name !== SECRET_KEY) await own(path);
    } else throw new UnusableBackup('This is no backup of Adjourn: it holds a link.');
  });
}

async function writeFileTo(path: string, mode: number, content: ArchiveEntry['content']): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    for await (const chunk of content) await file.write(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function moveAside(path: string, now: Temporal.Instant): Promise<string> {
  const aside = `${path}.before-${now.toString({ smallestUnit: 'second' }).replaceAll(/[-:]/g, '')}`;
  await rename(path, aside);
  return aside;
}
