import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { findChromium } from '../test/harness/find-chromium.ts';

export type Machine = {
  findChromium(): Promise<string | undefined>;
  /** May `apt-get` be used here: root, on Debian. */
  mayInstall(): Promise<boolean>;
  run(command: string, ...arguments_: string[]): void;
  say(line: string): void;
};

/** Finds a Chromium for the browser tests, or installs Debian's when it may, or says what to install. False when there is none in the end. */
export async function ensureChromium(machine: Machine): Promise<boolean> {
  if ((await machine.findChromium()) !== undefined) return true;
  if (await machine.mayInstall()) {
    machine.say('Installing chromium for the browser tests ...');
    machine.run('apt-get', 'update');
    machine.run('apt-get', 'install', '-y', 'chromium');
    if ((await machine.findChromium()) !== undefined) return true;
  }
  machine.say(
    'The browser tests need Chromium. Install it (Debian: apt-get install chromium; Fedora: dnf install chromium; ' +
      'macOS: brew install --cask chromium), or set CHROMIUM_PATH to the program of one.',
  );
  return false;
}

if (import.meta.main) {
  const found = await ensureChromium({
    findChromium,
    async mayInstall() {
      const system = await readFile('/etc/os-release', 'utf8').catch(() => '');
      // Not Ubuntu: its package is a stub that asks for snap.
      return process.getuid?.() === 0 && /^ID=debian$/m.test(system);
    },
    run: (command, ...arguments_) =>
      execFileSync(command, arguments_, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }),
    say: (line) => console.error(line),
  });
  if (!found) process.exitCode = 1;
}
