import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];
const ELSEWHERE = ['/usr/bin/chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];

/** The program of a Chromium on this machine: CHROMIUM_PATH when it is set, else the first that is on the PATH; undefined when there is none. */
export async function findChromium(environment = process.env, elsewhere = ELSEWHERE): Promise<string | undefined> {
  const told = environment['CHROMIUM_PATH'];
  const directories = (environment['PATH'] ?? '').split(delimiter).filter((directory) => directory !== '');
  const onPath = NAMES.flatMap((name) => directories.map((directory) => join(directory, name)));
  for (const program of told === undefined ? [...onPath, ...elsewhere] : [told]) {
    if (await runnable(program)) return program;
  }
  return undefined;
}

async function runnable(program: string): Promise<boolean> {
  return access(program, constants.X_OK).then(
    () => true,
    () => false,
  );
}
