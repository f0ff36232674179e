import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type RunningServer = {
  url: string;
  dataDir: string;
  process: ChildProcess;
  /** Every line of its log so far. */
  lines: string[];
  /** Every line it wrote to standard error so far, which is shown as well. */
  errors: string[];
  /** Asks it to stop and waits; answers its exit code. */
  stop(): Promise<number | null>;
  /** `stop`, and its data directory is gone. */
  remove(): Promise<void>;
};

const main = join(import.meta.dirname, '../../src/cli/main.ts');

/**
 * The real server as its own process: embedded database, demo, development mailbox, a free loopback port. As `work` it is a worker
 * alone, which has an address with HEALTH_PORT alone.
 */
export async function startServer(environment: Record<string, string> = {}, command: 'serve' | 'work' = 'serve'): Promise<RunningServer> {
  const dataDir = environment['DATA_DIR'] ?? (await mkdtemp(join(tmpdir(), 'adjourn-server-')));
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [main, command], {
    env: { PATH, HOME, PORT: '0', DATA_DIR: dataDir, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => {
    errors.push(line);
    process.stderr.write(`${line}\n`);
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      lines.push(line);
      const told = line.startsWith('{') ? (JSON.parse(line) as { msg?: string; url?: string; health?: string }) : {};
      if (told.msg === 'listening' && told.url) resolve(told.url);
      if (told.msg === 'working') resolve(told.health ?? '');
    });
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${lines.join('\n')}`)));
  }).catch(async (error: unknown) => {
    if (environment['DATA_DIR'] === undefined) await rm(dataDir, { recursive: true, force: true });
    throw error;
  });
  async function stop(): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    return child.exitCode;
  }
  return {
    url,
    dataDir,
    process: child,
    lines,
    errors,
    stop,
    async remove() {
      await stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
