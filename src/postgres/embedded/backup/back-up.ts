import { createWriteStream } from 'node:fs';
import { access, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import pg from 'pg';
import { syncDirectory } from '../initialise.ts';
import { type AboutBackup, writeArchive } from './archive.ts';
import { streamBaseBackup } from './stream-base.ts';

/**
 * Writes a backup of a running database to a file, which appears when it is whole and on the disk. `secretKey` is what DATA_DIR kept, null where it was in the
 * environment. Throws a sentence where the file is there already.
 */
export async function backUp(
  connectionString: string,
  file: string,
  given: { secretKey: string | null; now: Temporal.Instant },
): Promise<AboutBackup> {
  if (await exists(file)) throw new Error(`${file} is there already: remove it, or choose another name.`);
  const about: AboutBackup = {
    format: 1,
    createdAt: given.now.toString(),
    postgres: await majorVersion(connectionString),
    secretKey: given.secretKey === null ? 'elsewhere' : 'included',
  };
  const partial = `${file}.partial`;
  try {
    await writeArchive(
      streamBaseBackup(connectionString),
      { about, secretKey: given.secretKey },
      createWriteStream(partial, { mode: 0o600, flush: true }),
    );
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  await syncDirectory(dirname(file));
  return about;
}

async function majorVersion(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    const { rows } = await client.query<{ number: string }>(`select current_setting('server_version_num') as number`);
    return String(Math.floor(Number(rows[0]?.number) / 10_000));
  } finally {
    await client.end();
  }
}

async function exists(file: string): Promise<boolean> {
  return await access(file).then(
    () => true,
    () => false,
  );
}
