import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..');
let project: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'adjourn-portal-'));
  await mkdir(join(project, 'scripts'));
  await mkdir(join(project, 'src/portal/web'), { recursive: true });
  await cp(join(root, 'scripts/ensure-portal.ts'), join(project, 'scripts/ensure-portal.ts'));
  await cp(join(root, 'package.json'), join(project, 'package.json'));
  await symlink(join(root, 'node_modules'), join(project, 'node_modules'));
});
afterAll(() => rm(project, { recursive: true }));

beforeEach(async () => {
  await rm(join(project, 'dist'), { recursive: true, force: true });
  await write('package-lock.json', '{}');
  await write('src/portal/web/vite.config.ts', 'export default { root: import.meta.dirname };');
  await write('src/portal/web/index.html', '<script type="module" src="./main.ts"></script>');
  await write('src/portal/web/main.ts', 'document.title = "first";');
  await ensure();
});

async function write(file: string, content: string): Promise<void> {
  await writeFile(join(project, file), content);
}

async function ensure(): Promise<string> {
  return (await promisify(execFile)(process.execPath, [join(project, 'scripts/ensure-portal.ts')])).stdout;
}

/** Without what `npm ci --omit=dev` leaves out; the script says its words on standard error. */
async function ensureWithoutVite(): Promise<string> {
  const modules = join(project, 'node_modules');
  await rm(modules);
  try {
    return (await promisify(execFile)(process.execPath, [join(project, 'scripts/ensure-portal.ts')])).stderr;
  } finally {
    await symlink(join(root, 'node_modules'), modules);
  }
}

async function bundled(): Promise<string> {
  const assets = join(project, 'dist/portal/assets');
  const [script] = await readdir(assets);
  return readFile(join(assets, script!), 'utf8');
}

test('a portal that is current is left alone', async () => {
  const before = await bundled();
  expect(await ensure()).toBe('');
  expect(await bundled()).toBe(before);
});

test.each([
  ['a source', 'src/portal/web/main.ts', 'document.title = "second";'],
  ["Vite's configuration", 'src/portal/web/vite.config.ts', 'export default { root: import.meta.dirname, base: "/x/" };'],
  ['a version in the lock file', 'package-lock.json', '{ "lockfileVersion": 3 }'],
])('%s that changed builds it anew', async (_what, file, content) => {
  await write(file, content);
  expect(await ensure()).toContain('Building');
  expect(await ensure()).toBe('');
});

test('what is built is the new source, and nothing of the old stays', async () => {
  await write('src/portal/web/main.ts', 'document.title = "second";');
  await ensure();
  expect(await bundled()).toContain('second');
  expect(await readdir(join(project, 'dist/portal/assets'))).toHaveLength(1);
});

test('a build that fails says so, leaves the portal that was there, and is tried again', async () => {
  await write('src/portal/web/main.ts', 'import "./missing.ts";');
  await expect(ensure()).rejects.toThrow('missing.ts');
  expect(await bundled()).toContain('first');
  expect(await readdir(join(project, 'dist'))).toEqual(['portal']);
  await expect(ensure()).rejects.toThrow('missing.ts');
});

test('issue 9 E32: without Vite a portal that was built before stays, and one that is not there is no crash; both are said', async () => {
  expect(await ensureWithoutVite()).toBe('');
  await write('src/portal/web/main.ts', 'document.title = "second";');
  expect(await ensureWithoutVite()).toContain('the one in dist/portal is served');
  expect(await bundled()).toContain('first');
  await rm(join(project, 'dist'), { recursive: true });
  expect(await ensureWithoutVite()).toContain('only the APIs are served');
});
