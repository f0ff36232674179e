// Data directories that are cleared away with every process that works in them, and server processes to kill.
import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { layoutOf } from './layout.ts';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './start.ts';

const serverScript = fileURLToPath(new URL('./server.fixture.ts', import.meta.url));

export type Message = { said: string; message: string; name?: string; adopted?: boolean; postmasterPid?: number };
export type ServerProcess = {
  child: ChildProcess;
  pid: number;
  /** The first message of this kind, past or to come; rejects when the process ends without one. */
  heard(said: string): Promise<Message>;
  /** Kills with SIGKILL and returns when it is gone. */
  kill(): Promise<void>;
};

const directories: string[] = [];
const children: ChildProcess[] = [];
const running: EmbeddedPostgres[] = [];

/** A new empty directory, mode 0700 as mkdtemp makes it. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'adjourn-embedded-'));
  directories.push(directory);
  return directory;
}

/**
 * The one data directory of this test file, mode 0700, with a finished database in it that holds a table `kept`. Shared by its tests:
 * each finds it as the test before left it, with nothing running.
 */
let shared: string | undefined;
export async function dataDirWithDatabase(): Promise<string> {
  if (shared !== undefined) return shared;
  const dataDir = temporaryDirectory();
  const postgres = await start(dataDir);
  await query(postgres.connectionString, 'CREATE TABLE kept AS SELECT 9021 AS ticket');
  await postgres.stop();
  shared = dataDir;
  return dataDir;
}

/** A copy of it, password and all, for a test that needs a second one or spoils it. */
export async function copyOfDataDir(): Promise<string> {
  const original = await dataDirWithDatabase();
  const dataDir = temporaryDirectory();
  spawnSync('cp', ['-r', `${original}/.`, dataDir]);
  spawnSync('chown', ['-R', `--reference=${layoutOf(original).cluster}`, layoutOf(dataDir).cluster]);
  return dataDir;
}

/** Starts in this process; stopped after the test if the test does not. */
export async function start(
  dataDir: string,
  options: { settings?: Record<string, string>; port?: number; database?: string; heard?: (message: string) => void } = {},
): Promise<EmbeddedPostgres> {
  const { heard, ...rest } = options;
  const postgres = await startEmbeddedPostgres({
    dataDir,
    log: (line) => heard?.(line.message),
    settings: { fsync: 'off' },
    ...rest,
  });
  running.push(postgres);
  return postgres;
}

/** A server in a process of its own. `before` is put in front of its command line. */
export function startServerProcess(
  dataDir: string,
  options: SpawnOptions & { afterwards?: 'wait' | 'exit' | 'return'; before?: string[] } = {},
): ServerProcess {
  const { afterwards = 'wait', before = [], ...rest } = options;
  const [file, ...args] = [...before, process.execPath, serverScript, dataDir, afterwards];
  const child = spawn(file, args, { ...rest, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const messages: Message[] = [];
  const arrived = new EventTarget();
  let ended = false;
  if (child.stdout === null || child.pid === undefined) throw new Error('The server process did not start.');
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    messages.push(JSON.parse(line) as Message);
    arrived.dispatchEvent(new Event('any'));
  });
  lines.on('close', () => {
    ended = true;
    arrived.dispatchEvent(new Event('any'));
  });
  return {
    child,
    pid: child.pid,
    async heard(said) {
      for (;;) {
        const message = messages.find((each) => each.said === said);
        if (message !== undefined) return message;
        if (ended) throw new Error(`The server process said only ${JSON.stringify(messages)}`);
        await once(arrived, 'any');
      }
    },
    kill: () => kill(child),
  };
}

/** A child of our own, to be killed after the test. */
export function startProcess(file: string, args: string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(file, args, { stdio: 'ignore', ...options });
  children.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** Rows of one statement on a connection of its own. */
export async function query(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The pids of all living processes whose working directory is this one: a postmaster and its children. */
export function processesIn(directory: string): number[] {
  const target = statSync(directory, { throwIfNoEntry: false });
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return statSync(`/proc/${pid}/cwd`).ino === target?.ino;
      } catch {
        return false;
      }
    });
}

/** For afterEach: stops and kills what the test started. */
export async function endProcesses(): Promise<void> {
  for (const postgres of running.splice(0)) await postgres.stop();
  for (const child of children.splice(0)) await kill(child);
  for (const directory of directories) {
    for (const pid of processesIn(layoutOf(directory).cluster)) process.kill(pid, 'SIGKILL');
  }
}

/** For afterAll. */
export function removeDirectories(): void {
  shared = undefined;
  for (const directory of directories.splice(0)) {
    rmSync(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}
