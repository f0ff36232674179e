import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type TestDatabase, openTestDatabase } from '../../test/harness/database.ts';
import { readConfig } from '../config.ts';
import { buildProgram } from './program.ts';

let database: TestDatabase;
const directory = mkdtempSync(join(tmpdir(), 'adjourn-init-'));
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true });
  await database.close();
});

let out: string[];
let err: string[];
beforeEach(() => {
  [out, err] = [[], []];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void out.push(line));
  vi.spyOn(console, 'error').mockImplementation((line: string) => void err.push(line));
});
afterEach(() => {
  process.exitCode = 0;
});

/** What the command makes of these flags, where nobody sits at a terminal. */
async function init(...flags: string[]): Promise<{ code: unknown; out: string[]; err: string[] }> {
  [out, err] = [[], []];
  process.exitCode = 0;
  const read = readConfig({ DATABASE_URL: database.connectionString, SECRET_KEY: 'k'.repeat(32) });
  if ('faults' in read) throw new Error(read.faults.join());
  await buildProgram('0', () => read.config).parseAsync(['init', ...flags], { from: 'user' });
  return { code: process.exitCode, out, err };
}

const passwordFile = join(directory, 'password');
writeFileSync(passwordFile, 'a-password-of-mina\nnot this\n');
const right = ['--name', 'Harbour', '--host', 'events.example.org', '--zone', 'Europe/Madrid', '--locale', 'en'].concat([
  '--sender',
  'events@example.org',
  '--admin-email',
  'mina@example.org',
  '--admin-password-file',
  passwordFile,
]);

test('issue 10: all faults of the flags are told at once, before the database is opened', async () => {
  expect(await init()).toEqual({
    code: 1,
    out: [],
    err: ['--name', '--host', '--zone', '--locale', '--sender', '--admin-email', '--admin-password-file'].map(
      (flag) => `${flag} is missing.`,
    ),
  });
  const unreadable = join(directory, 'absent');
  expect((await init('--zone', 'Nowhere', '--sender', 'me', '--admin-password-file', unreadable)).err).toEqual([
    '--name is missing.',
    '--host is missing.',
    '--zone is a time zone, e.g. Europe/Madrid.',
    '--locale is missing.',
    '--sender is a mail address, e.g. events@example.org.',
    '--admin-email is missing.',
    expect.stringContaining(`--admin-password-file ${unreadable} cannot be read: ENOENT`),
  ]);
  writeFileSync(join(directory, 'short'), 'short\n');
  expect((await init(...right, '--admin-password-file', join(directory, 'short'))).err).toEqual([
    '--admin-password-file holds a password of at least 8 characters in its first line.',
  ]);
});

test('issue 10: it shows the key once, says what to do next, and refuses a second run for the same host in a sentence', async () => {
  const first = await init(...right);
  expect(first).toMatchObject({ code: 0, err: [] });
  expect(first.out).toEqual(
    expect.arrayContaining([
      'Harbour is set up.',
      expect.stringMatching(/^Calendar: \d+$/),
      expect.stringMatching(/never again: adj_[\w-]{43}$/),
      'What to do next:',
      expect.stringContaining('Without SMTP_URL its mails wait'),
    ]),
  );
  expect(first.out.join('\n')).not.toContain('a-password-of-mina');
  expect(await init(...right)).toEqual({
    code: 1,
    out: [],
    err: ['A house is set up for events.example.org already; nothing was changed. For another one give it another --host.'],
  });
});
