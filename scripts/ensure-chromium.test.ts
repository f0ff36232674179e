import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findChromium } from '../test/harness/find-chromium.ts';
import { ensureChromium } from './ensure-chromium.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'adjourn-chromium-'));
  await writeFile(join(directory, 'google-chrome'), '');
  await chmod(join(directory, 'google-chrome'), 0o755);
  await writeFile(join(directory, 'chromium'), 'not a program');
});
afterAll(() => rm(directory, { recursive: true }));

/** A machine that writes down what is done to it; installing works or does not. */
function machine(facts: { present: boolean; mayInstall: boolean; installs: boolean }) {
  const log: string[] = [];
  let present = facts.present;
  return {
    log,
    findChromium: async () => (present ? '/usr/bin/chromium' : undefined),
    mayInstall: async () => facts.mayInstall,
    run(...command: string[]) {
      log.push(command.join(' '));
      present ||= facts.installs && command.includes('install');
    },
    say: (line: string) => log.push(line.slice(0, 10)),
  };
}

test('a Chromium that is there is used and nothing is installed', async () => {
  const here = machine({ present: true, mayInstall: true, installs: true });
  expect(await ensureChromium(here)).toBe(true);
  expect(here.log).toEqual([]);
});

test("root on Debian gets Debian's", async () => {
  const here = machine({ present: false, mayInstall: true, installs: true });
  expect(await ensureChromium(here)).toBe(true);
  expect(here.log).toEqual(['Installing', 'apt-get update', 'apt-get install -y chromium']);
});

test.each([
  ['who may not install', { mayInstall: false, installs: true }, ['The browse']],
  [
    'whose package brought none',
    { mayInstall: true, installs: false },
    ['Installing', 'apt-get update', 'apt-get install -y chromium', 'The browse'],
  ],
])('anyone %s is told what to install', async (_who, facts, log) => {
  const here = machine({ present: false, ...facts });
  expect(await ensureChromium(here)).toBe(false);
  expect(here.log).toEqual(log);
});

test('only a program that can run counts as a Chromium', async () => {
  expect(await findChromium({ PATH: directory }, [])).toBe(join(directory, 'google-chrome'));
  expect(await findChromium({ PATH: '' }, [])).toBeUndefined();
});

test('CHROMIUM_PATH is the last word, also when it is wrong', async () => {
  expect(await findChromium({ PATH: directory, CHROMIUM_PATH: join(directory, 'google-chrome') })).toBe(join(directory, 'google-chrome'));
  expect(await findChromium({ PATH: directory, CHROMIUM_PATH: join(directory, 'chromium') })).toBeUndefined();
});
