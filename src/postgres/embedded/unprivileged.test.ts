import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { findBinaries } from './binaries.ts';
import { layoutOf } from './layout.ts';
import {
  copyOfDataDir,
  dataDirWithDatabase,
  endProcesses,
  query,
  removeDirectories,
  start,
  startServerProcess,
  temporaryDirectory,
} from './processes.fixture.ts';
import { launcherFor } from './unprivileged.ts';

afterEach(endProcesses);
afterAll(removeDirectories);

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };
/** Only root can become another user, and only where the checkout is open to others can that user run it. */
const canActAsNobody = isRoot && spawnSync(process.execPath, ['--version'], nobody).status === 0;

function field(pid: number, name: string): string | undefined {
  return readFileSync(`/proc/${pid}/status`, 'utf8')
    .split('\n')
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim();
}

test.runIf(canActAsNobody)('an ordinary user runs, loses and adopts a database of their own', async () => {
  const dataDir = temporaryDirectory();
  chownSync(dataDir, nobody.uid, nobody.gid);
  const first = startServerProcess(dataDir, nobody);
  const { message, postmasterPid = 0 } = await first.heard('ready');
  expect(statSync(`/proc/${postmasterPid}`).uid).toBe(nobody.uid);
  await first.kill();
  const second = startServerProcess(dataDir, nobody);
  expect(await second.heard('ready')).toMatchObject({ adopted: true, message, postmasterPid });
});

test.runIf(isRoot)('as root the database runs under another uid, in groups of its own, with no power of root', async () => {
  const dataDir = temporaryDirectory();
  chmodSync(dataDir, 0o755);
  const { postmasterPid } = await start(dataDir);
  const { uid, gid } = statSync(layoutOf(dataDir).cluster);
  expect(uid).not.toBe(0);
  expect(field(postmasterPid, 'Uid')).toBe(`${uid}\t${uid}\t${uid}\t${uid}`);
  expect(field(postmasterPid, 'Gid')).toBe(`${gid}\t${gid}\t${gid}\t${gid}`);
  expect(field(postmasterPid, 'Groups')).not.toMatch(/\b0\b/);
  expect(field(postmasterPid, 'CapEff')).toBe('0000000000000000');
});

test.runIf(isRoot)(
  'as root in a directory closed to others the database starts, with the one capability it takes to get there',
  async () => {
    const dataDir = await dataDirWithDatabase();
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    const { postmasterPid, connectionString } = await start(dataDir);
    expect(await query(connectionString, 'SELECT ticket FROM kept')).toEqual([{ ticket: 9021 }]);
    expect(field(postmasterPid, 'Uid')).not.toMatch(/\b0\b/);
    // CAP_DAC_OVERRIDE is bit 1, CAP_DAC_READ_SEARCH bit 2.
    expect(field(postmasterPid, 'CapEff')).toMatch(/^000000000000000[24]$/);
  },
);

test.runIf(isRoot)(
  'as root in a checkout closed to others, as one in the home of root is, the programs find each other and nothing more',
  () => {
    const closed = temporaryDirectory();
    const { initdb, postgres } = findBinaries();
    spawnSync('cp', ['-r', join(dirname(initdb), '..'), join(closed, 'native')]);
    const [ownInitdb, ownPostgres] = [initdb, postgres].map((path) => join(closed, 'native', 'bin', basename(path)));
    if (ownInitdb === undefined || ownPostgres === undefined) throw new Error('Two paths in, two paths out.');
    const launcher = launcherFor(nobody, ownPostgres, [ownPostgres], () => {});
    const show = launcher(ownInitdb, ['--show', '-D', join(closed, 'cluster')]);
    expect(spawnSync(show.file, show.args, { ...show.options, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: expect.stringContaining(`share_path=${closed}`),
    });
    const status = launcher('/bin/grep', ['-E', 'Uid|CapEff', '/proc/self/status']);
    expect(spawnSync(status.file, status.args, { ...status.options, encoding: 'utf8' }).stdout).toMatch(
      /^Uid:\t65534\t65534\t65534\t65534\nCapEff:\t000000000000000[24]\n$/,
    );
  },
);

test.runIf(isRoot)('as root without that capability the start is refused in a sentence that names the closed directory', async () => {
  const dataDir = temporaryDirectory();
  const server = startServerProcess(dataDir, { before: ['setpriv', '--bounding-set=-dac_read_search,-dac_override', '--inh-caps=-all'] });
  expect((await server.heard('refused')).message).toMatch(
    new RegExp(
      `^PostgreSQL refuses to run as root, and uid \\d+, which it would run as, may not enter ${dataDir}: open it \\(chmod o\\+x\\)`,
    ),
  );
});

test.runIf(isRoot)('as root an existing database runs under the uid that owns it, even one without a name', async () => {
  const dataDir = await copyOfDataDir();
  const { cluster } = layoutOf(dataDir);
  spawnSync('chown', ['-R', '54321:54321', cluster]);
  const { postmasterPid, connectionString } = await start(dataDir);
  expect(statSync(`/proc/${postmasterPid}`).uid).toBe(54_321);
  expect(await query(connectionString, 'SELECT ticket FROM kept')).toEqual([{ ticket: 9021 }]);
});

test.runIf(canActAsNobody)("an ordinary user who meets somebody else's database is told whose it is", async () => {
  const dataDir = await copyOfDataDir();
  const { cluster } = layoutOf(dataDir);
  const owner = statSync(cluster).uid;
  for (const path of [dataDir, layoutOf(dataDir).lockFile]) chownSync(path, nobody.uid, nobody.gid);
  const server = startServerProcess(dataDir, nobody);
  expect((await server.heard('refused')).message).toBe(
    `The database in ${cluster} belongs to uid ${owner}: run Adjourn as that user or as root.`,
  );
});
