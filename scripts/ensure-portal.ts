import { createHash } from 'node:crypto';
import { access, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
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
if (present !== wanted) await ((await loadVite()) ? build(wanted) : doWithout());

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

/** Absent after `npm ci --omit=dev`. */
async function loadVite(): Promise<typeof import('vite') | undefined> {
  try {
    return await import('vite');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Says what is served instead of a portal that cannot be built here. */
async function doWithout(): Promise<void> {
  const there = await access(join(built, 'index.html')).then(
    () => true,
    () => false,
  );
  console.error(
    there
      ? 'The portal was built from other sources, and Vite is not installed to build it anew: the one in dist/portal is served.'
      : 'The portal is not built, and Vite is not installed to build it: only the APIs are served. Build it where it is (`npm ci && npm run build`) and bring dist/portal here.',
  );
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
