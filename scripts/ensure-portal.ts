import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/*
 * Builds the portal into dist/portal when it is missing or older than its sources. Runs before every start and every test, so finding
 * that nothing is to be done must cost next to nothing: the sources are read and hashed, Vite is not even loaded.
 */

const root = resolve(import.meta.dirname, '..');
const sources = join(root, 'src/portal/web');
const built = join(root, 'dist/portal');
const stamp = '.source-hash';

const wanted = await hashSources();
const present = await readFile(join(built, stamp), 'utf8').catch(() => undefined);
if (present !== wanted) await build(wanted);

/** Over everything that decides the result: the files and their names, Vite's configuration among them, and the versions in the lock file. */
async function hashSources(): Promise<string> {
  const entries = await readdir(sources, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const file of [...files.toSorted(), join(root, 'package-lock.json')]) {
    const content = await readFile(file);
    hash.update(`${file.slice(root.length)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

async function build(hash: string): Promise<void> {
  console.log('Building the portal ...');
  const { build: bundle } = await import('vite');
  // Built aside and moved into place: a server that is serving the old one, or a second build, never sees half of it,
  // and a build that fails leaves what was there.
  const aside = join(root, 'dist', `portal-${process.pid}`);
  try {
    await bundle({
      configFile: join(sources, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: aside, emptyOutDir: true },
    });
    await writeFile(join(aside, stamp), hash);
    await rm(built, { recursive: true, force: true });
    await rename(aside, built);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
