import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { type Header, type Pack, extract, pack } from 'tar-stream';

/**
 * A backup is one tar archive: what it is (`adjourn/backup.json`), the secret key where DATA_DIR kept one, the data directory below `postgres/`, and last the
 * SHA-256 of everything before it, without which it is no whole backup.
 */
const ABOUT = 'adjourn/backup.json';
export const SECRET_KEY = 'adjourn/secret-key';
const SUMS = 'adjourn/sha256sums';
export const CLUSTER = 'postgres/';

export type AboutBackup = {
  format: 1;
  createdAt: string;
  /** Major version of the PostgreSQL that the data directory is of. */
  postgres: string;
  /** `elsewhere`: it was in the environment, and has to be there again. */
  secretKey: 'included' | 'elsewhere';
};

/** Something of an archive that keeps it from being restored; the message is a sentence for the operator. */
export class UnusableBackup extends Error {
  override name = 'UnusableBackup';
}

/** Writes an archive to a sink: the tar of a data directory is read as it comes. Resolves when all of it is written. */
export async function writeArchive(
  base: Readable,
  { about, secretKey }: { about: AboutBackup; secretKey: string | null },
  sink: NodeJS.WritableStream,
): Promise<void> {
  const archive = pack();
  const sums: string[] = [];
  const add = async (header: Partial<Header> & { name: string }, content: Buffer) => {
    sums.push(sumLine(header.name, createHash('sha256').update(content).digest('hex')));
    await addEntry(archive, header, content);
  };
  const fill = async () => {
    await add({ name: ABOUT, mode: 0o600 }, Buffer.from(`${JSON.stringify(about, null, 2)}\n`));
    if (secretKey !== null) await add({ name: SECRET_KEY, mode: 0o600 }, Buffer.from(secretKey));
    const copied = extract();
    const reading = pipeline(base, copied);
    // Told by the loop that reads, too, which may have ended of something else.
    reading.catch(() => {});
    for await (const file of copied) {
      const name = CLUSTER + file.header.name.replace(/^\.\//, '');
      const sum = createHash('sha256');
      await copyEntry(archive, { ...file.header, name }, summed(file as AsyncIterable<Buffer>, sum));
      if (file.header.type === 'file') sums.push(sumLine(name, sum.digest('hex')));
    }
    await reading;
    const all = Buffer.from(`${sums.join('\n')}\n`);
    await addEntry(archive, { name: SUMS, mode: 0o600 }, all);
    archive.finalize();
  };
  const filled = fill().catch((error: Error) => {
    archive.destroy(error);
    throw error;
  });
  try {
    await Promise.all([pipeline(archive, sink), filled]);
  } finally {
    // Of what failed at the other end it would go on for ever.
    base.destroy();
  }
}

/** What a file in an archive is; `content` has to be read before the next. */
export type ArchiveEntry = { name: string; type: string; mode: number; content: AsyncIterable<Buffer> };

/**
 * Reads an archive, giving each entry but the sums to `visit`, and then compares what was read with them. Throws UnusableBackup for one that is not whole, not as it was
 * written, or none.
 */
export async function readArchive(source: Readable, visit: (entry: ArchiveEntry) => Promise<void>): Promise<void> {
  const archive = extract();
  const found = new Map<string, string>();
  let sums: string | undefined;
  const reading = pipeline(source, archive);
  reading.catch(() => {});
  try {
    for await (const file of archive) {
      const { name, type, mode } = file.header;
      if (sums !== undefined || !isSafe(name)) throw new UnusableBackup('This is no backup of Adjourn: it holds what none holds.');
      if (name === SUMS) {
        sums = (await buffer(file as AsyncIterable<Buffer>)).toString();
        continue;
      }
      const sum = createHash('sha256');
      await visit({ name, type: type ?? 'file', mode: mode ?? 0o600, content: summed(file as AsyncIterable<Buffer>, sum) });
      if (type === 'file') found.set(name, sum.digest('hex'));
    }
    await reading;
  } catch (error) {
    if (error instanceof UnusableBackup) throw error;
    throw new UnusableBackup('This is no whole backup of Adjourn: it ends too early or cannot be read.', { cause: error });
  }
  if (sums === undefined) throw new UnusableBackup('This is no whole backup of Adjourn: its end is missing.');
  const written = sums.trimEnd().split('\n');
  const differing = written.filter((line) => sumLine(line.slice(66), found.get(line.slice(66)) ?? '') !== line).length;
  if (differing > 0 || written.length !== found.size)
    throw new UnusableBackup('This backup is damaged: what it holds is not what was written.');
}

/** What an archive says of itself, which stands first in it. */
export async function aboutOf({ name, content }: ArchiveEntry): Promise<AboutBackup> {
  if (name !== ABOUT) throw new UnusableBackup('This is no backup of Adjourn.');
  const about = JSON.parse((await buffer(content)).toString()) as AboutBackup;
  if (about.format !== 1) throw new UnusableBackup('This backup was made by a newer version of Adjourn: restore it with that one.');
  return about;
}

async function* summed(content: AsyncIterable<Buffer>, sum: ReturnType<typeof createHash>): AsyncIterable<Buffer> {
  for await (const chunk of content) {
    sum.update(chunk);
    yield chunk;
  }
}

const sumLine = (name: string, sum: string) => `${sum}  ${name}`;

/** Only below where it is put: no way up, and none from the root. */
function isSafe(name: string): boolean {
  return (name.startsWith('adjourn/') || name.startsWith(CLUSTER)) && !name.split('/').includes('..');
}

async function copyEntry(archive: Pack, header: Partial<Header> & { name: string }, content: AsyncIterable<Buffer>): Promise<void> {
  const packed = Promise.withResolvers<void>();
  const into = archive.entry(header, (error) => (error ? packed.reject(error) : packed.resolve()));
  const drained = () => new Promise<void>((resolve) => into.once('drain', resolve));
  for await (const chunk of content) if (!into.write(chunk)) await Promise.race([drained(), packed.promise]);
  // A directory has ended of itself.
  if (header.type === 'file') into.end(undefined);
  await packed.promise;
}

async function addEntry(archive: Pack, header: Partial<Header> & { name: string }, content: Buffer): Promise<void> {
  await copyEntry(archive, { ...header, type: 'file', size: content.length }, toIterable(content));
}

// oxlint-disable-next-line typescript/require-await -- what it stands in for is asynchronous
async function* toIterable(content: Buffer): AsyncIterable<Buffer> {
  yield content;
}
