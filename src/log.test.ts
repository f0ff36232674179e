import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { describeFault, openLog } from './log.ts';

test('lines come in their order: a warning at once with all before it, others within milliseconds', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'adjourn-log-'));
  const file = join(directory, 'log');
  const lines = () => Array.from(readFileSync(file, 'utf8').matchAll(/"msg":"(\w+)"/g), ([, said]) => said);
  try {
    const log = openLog('info', file);
    log.info('first');
    expect(lines()).toEqual([]);
    log.warn('second');
    expect(lines()).toEqual(['first', 'second']);
    log.info('third');
    await vi.waitFor(() => expect(lines()).toEqual(['first', 'second', 'third']));
  } finally {
    rmSync(directory, { recursive: true });
  }
});

test('a fault is told with its cause and its code, without the row it failed on', () => {
  const driver = Object.assign(new Error('duplicate key value'), {
    code: '23505',
    detail: 'Key (email)=(mina@example.org) exists',
    parameters: ['secret'],
  });
  const told = describeFault(new Error('the event was not saved', { cause: driver }));
  expect(told).toMatchObject({
    type: 'Error',
    message: 'the event was not saved',
    cause: { code: '23505', message: 'duplicate key value' },
  });
  expect(JSON.stringify(told)).not.toMatch(/mina|secret/);
});

test('addresses are masked wherever they stand; paths of packages are not', () => {
  const told = describeFault(new Error('550 <mina@example.org>: unknown, "noor.x+y@mail.example.net"'));
  expect(told.message).toBe('550 <(address)>: unknown, "(address)"');
  expect(told.stack).not.toContain('mina@');
  expect(describeFault('node_modules/@hono/node-server/dist/index.mjs')).toEqual({
    type: 'string',
    message: 'node_modules/@hono/node-server/dist/index.mjs',
  });
});
