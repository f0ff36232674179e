import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';

type Program = { process: ChildProcess; lines: string[]; err: string[]; ended: Promise<number | null> };

/** A process that runs `start` (the body of an async function) until stopped. */
function run(start: string): Program {
  const url = (name: string) => JSON.stringify(new URL(name, import.meta.url).href);
  const program = `
    import { runUntilStopped } from ${url('./lifecycle.ts')};
    import { openLog } from ${url('../log.ts')};
    const forever = new Promise(() => {});
    setInterval(() => {}, 1_000);
    await runUntilStopped(openLog('info'), async () => { ${start} });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const err: string[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => void lines.push(line));
  createInterface({ input: child.stderr }).on('line', (line) => void err.push(line));
  return { process: child, lines, err, ended: once(child, 'close').then(([code]) => code as number | null) };
}

test.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('%s closes what runs and ends with 0', async (signal) => {
  const program = run(`console.log('up'); return { whenLost: forever, close: async () => console.log('closed') };`);
  await expect.poll(() => program.lines).toContain('up');
  program.process.kill(signal);
  expect(await program.ended).toBe(0);
  expect(program.lines.map((line) => (line.startsWith('{') ? (JSON.parse(line) as { msg: string }).msg : line))).toEqual(['up', 'stopping', 'closed', 'stopped']);
});

test('a signal while starting is heard when the start is done', async () => {
  const program = run(`console.log('up'); await new Promise((done) => process.once('SIGTERM', () => setTimeout(done))); return { whenLost: forever, close: async () => console.log('closed') };`);
  await expect.poll(() => program.lines).toContain('up');
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
  expect(program.lines).toContain('closed');
});

test('a start that fails ends with 1 and says why, in the log and on standard error', async () => {
  const program = run(`throw new Error('The disk is full.');`);
  expect(await program.ended).toBe(1);
  expect(program.err).toEqual(['The disk is full.']);
  expect(program.lines).toEqual([expect.stringContaining('"level":"fatal"')]);
});

test('what cannot go on is closed and ends with 1', async () => {
  const program = run(`return { whenLost: Promise.resolve('the database is lost'), close: async () => console.log('closed') };`);
  expect(await program.ended).toBe(1);
  expect(program.lines[0]).toContain('"msg":"the database is lost"');
  expect(program.lines).toContain('closed');
});

test.each([
  ['thrown', `setTimeout(() => { throw new Error('no handler for mina@example.org'); });`],
  ['rejected', `void Promise.reject(new Error('no handler for mina@example.org'));`],
])('a fault that nobody caught (%s) is logged without addresses and ends with 1', async (_how, fault) => {
  const program = run(`${fault} return { whenLost: forever, close: async () => {} };`);
  expect(await program.ended).toBe(1);
  expect(program.lines.join('\n')).toContain('no handler for (address)');
  expect([...program.lines, ...program.err].join('\n')).not.toContain('mina@');
});
