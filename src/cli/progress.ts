import { inert } from './out.ts';

const EVERY_MS = 1_000;

/**
 * Says on standard error what takes its time and for how long, while it does and only where a person sits before a terminal; what it says is gone
 * once it is done. Standard output is the command's own.
 */
export async function withProgress<Result>(words: string, work: () => Promise<Result>): Promise<Result> {
  const screen = process.stderr;
  if (!screen.isTTY) return await work();
  const started = performance.now();
  let shown = false;
  const show = () => {
    shown = true;
    screen.write(`\r\u001b[K${inert(words)} … ${Math.round((performance.now() - started) / 1_000)} s`);
  };
  const timer = setInterval(show, EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (shown) screen.write('\r\u001b[K');
  }
}
