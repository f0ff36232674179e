import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { expect, test } from 'vitest';

type Program = { process: ChildProcess; out(): string[]; said(): string[]; err(): string[]; ended: Promise<number | null> };

/** A process that runs `start` (the body of an async function) until stopped. */
function run(start: string): Program {
  const url = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const program = `
    import { runUntilStopped } from ${url('./lifecycle.ts')};
    import { openLog } from ${url('../log.ts')};
    const forever = new Promise(() => {});
    setInterval(() => {}, 1_000);
    const log = openLog('info');
    await runUntilStopped(log, async () => { ${start} });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] });
  const out = linesOf(child.stdout);
  return {
    process: child,
    out,
    said: () => out().map((line) => (JSON.parse(line) as { msg: string }).msg),
    err: linesOf(child.stderr),
    // Not `exit`: by `close` everything it wrote is here.
    ended: once(child, 'close').then(([code]) => code as number | null),
  };
}

function linesOf(stream: Readable): () => string[] {
  let text = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  return () => text.split('\n').slice(0, -1);
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s closes what runs and ends with 0', async (signal) => {
  const program = run(`log.info('up'); return { whenLost: forever, close: async () => log.info('closed') };`);
  await expect.poll(program.said).toContain('up');
  program.process.kill(signal);
  expect(await program.ended).toBe(0);
  expect(program.said()).toEqual(['up', 'stopping', 'closed', 'stopped']);
});

test('a signal while starting is heard when the start is done', async () => {
  const program = run(
    `log.info('up'); await new Promise((done) => process.once('SIGTERM', () => setTimeout(done))); return { whenLost: forever, close: async () => log.info('closed') };`,
  );
  await expect.poll(program.said).toContain('up');
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(program.said()).toContain('closed');
});

test('a start that fails ends with 1 and says why, in the log and on standard error', async () => {
  const program = run(`throw new Error('The disk is full.');`);
  expect(await program.ended).toBe(1);
  expect(program.err()).toEqual(['The disk is full.']);
  expect(program.out()).toEqual([expect.stringContaining('"level":"fatal"')]);
});

test('what cannot go on is closed and ends with 1', async () => {
  const program = run(`return { whenLost: Promise.resolve('the database is lost'), close: async () => log.info('closed') };`);
  expect(await program.ended).toBe(1);
  expect(program.said()).toEqual(['the database is lost', 'closed', 'stopped']);
});

test.each([
  ['thrown', `setTimeout(() => { throw new Error('no handler for mina@example.org'); });`],
  ['rejected', `void Promise.reject(new Error('no handler for mina@example.org'));`],
])('a fault that nobody caught (%s) is logged without addresses and ends with 1', async (_how, fault) => {
  const program = run(`${fault} return { whenLost: forever, close: async () => {} };`);
  expect(await program.ended).toBe(1);
  expect(program.out().join('\n')).toContain('no handler for (address)');
  expect([...program.out(), ...program.err()].join('\n')).not.toContain('mina@');
});
