import type { Log } from '../compose.ts';
import { complainOf } from './out.ts';

/** Something that runs until it is asked to stop. */
export type Running = {
  /** Resolves with the reason when it cannot go on. */
  whenLost: Promise<string>;
  /** Finishes what is under way and gives everything back; bounded in time. */
  close(): Promise<void>;
};

// Ctrl-C under npm arrives twice: from the terminal and, milliseconds later, from npm, which passes it on. Only what comes
// after that is a person who lost patience.
const ECHO_MS = 1_000;

/**
 * Starts something and keeps it running until SIGTERM, SIGINT or SIGHUP, then closes it and ends the process with 0; a second signal
 * ends it at once. A start that fails, a fault nobody caught and a loss end it with 1, told in the log and, a failed start, on
 * standard error.
 */
export async function runUntilStopped(log: Log, start: () => Promise<Running>): Promise<void> {
  process.on('uncaughtException', (error, origin) => {
    log.fatal({ err: error, origin }, 'a fault nobody caught');
    process.exit(1);
  });
  const stopped = firstSignal(log);
  let running: Running;
  try {
    running = await start();
  } catch (error) {
    log.fatal({ err: error }, 'not started');
    complainOf(error);
    process.exit(1);
  }
  const lost = await Promise.race([stopped, running.whenLost]);
  if (typeof lost === 'string') log.fatal(lost);
  await running.close();
  log.info('stopped');
  process.exit(typeof lost === 'string' ? 1 : 0);
}

function firstSignal(log: Log): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const onSignal = (signal: NodeJS.Signals) => {
      if (first === undefined) {
        first = performance.now();
        log.info({ signal }, 'stopping');
        resolve();
      } else if (performance.now() - first > ECHO_MS) {
        log.warn({ signal }, 'stopped at once');
        process.exit(1);
      }
    };
    // A closed terminal (SIGHUP) is a request to stop as well: dying of it would leave the embedded database behind.
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal);
  });
}
