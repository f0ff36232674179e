import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { findRunningPostgres } from '../src/postgres/embedded/connection.ts';

/** A real server as `npm start` starts it, with a connection to its database beside it. */
export type Stage = {
  url: string;
  directory: string;
  connectionString: string;
  sql: Client;
  /** Milliseconds from the start of its process until it listened. */
  startedIn: number;
  /** Resident memory of all its Node processes together, in MB (10⁶ bytes), pages they share counted for each. */
  memory(): number;
  /** Its Node processes, the server first. */
  nodes(): number[];
  /** Ends it, politely or not; its directory stays. */
  end(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
  /** `end`, and its directory is gone. */
  close(): Promise<void>;
};

const root = join(import.meta.dirname, '..');

/** Starts a server on a directory of its own, or on one that is there already. */
export async function openStage(environment: Record<string, string> = {}, directory?: string): Promise<Stage> {
  const dataDir = directory ?? (await mkdtemp(join(tmpdir(), 'adjourn-bench-')));
  const { PATH, HOME } = process.env;
  const begun = performance.now();
  const child: ChildProcess = spawn('sh', ['-c', startCommand()], {
    cwd: root,
    env: {
      PATH: `${join(root, 'node_modules/.bin')}:${PATH}`,
      HOME,
      PORT: '0',
      DATA_DIR: dataDir,
      DEMO: 'on',
      THROTTLE: 'off',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout, pid } = child;
  if (!stdout || pid === undefined) throw new Error('the server was not started');
  const url = await listening(child, stdout);
  const startedIn = performance.now() - begun;
  const connectionString = findRunningPostgres(dataDir);
  if (connectionString === undefined) throw new Error('the server runs without its database');
  const sql = new Client({ connectionString });
  sql.on('error', () => {});
  await sql.connect();
  async function end(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    await sql.end().catch(() => {});
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
    child.kill(signal);
    await ended;
  }
  return {
    url,
    directory: dataDir,
    connectionString,
    sql,
    startedIn,
    memory: () => nodesUnder(pid).reduce((sum, each) => sum + residentOf(each), 0),
    nodes: () => nodesUnder(pid),
    end,
    async close() {
      await end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** What `npm start` runs, so that no flag of ours differs from a user's. */
function startCommand(): string {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } };
  return scripts.start;
}

async function listening(child: ChildProcess, stdout: NodeJS.ReadableStream): Promise<string> {
  return await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: stdout }).on('line', (line) => {
      const told = line.startsWith('{"') && line.includes('"listening"') ? (JSON.parse(line) as { url?: string }) : {};
      if (told.url === undefined) return;
      // Its log is read on, so that it never waits for us, but no longer looked at.
      lines.close();
      stdout.resume();
      resolve(told.url);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

/** A process and all it started, as far as they are Node's. */
function nodesUnder(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const parent = Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found: number[] = [];
  for (const queue = [pid]; queue.length > 0;) {
    const one = queue.shift() ?? 0;
    if (programOf(one).endsWith('/node')) found.push(one);
    queue.push(...(children.get(one) ?? []));
  }
  return found;
}

function programOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/exe`);
  } catch {
    return '';
  }
}

function residentOf(pid: number): number {
  return (Number(/^VmRSS:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024) / 1e6;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It ended meanwhile.
    return '';
  }
}
