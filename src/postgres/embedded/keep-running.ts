import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

/** The part of an embedded PostgreSQL that keeping it alive needs. */
export type Postgres = { connectionString: string; stop(): Promise<void>; whenDied: Promise<void> };

export type KeptPostgres = {
  connectionString: string;
  /** False from the moment it died until it accepts connections again. */
  running(): boolean;
  /** Resolves when it died and could not be brought back; stays pending for ever otherwise. */
  whenLost: Promise<void>;
  /** Stops it for good, also in the middle of bringing it back. */
  stop(): Promise<void>;
};

export type KeepRunningOptions = {
  /** Starts PostgreSQL, on the given port if one is given and free. */
  start(port?: number): Promise<Postgres>;
  log(message: string, error?: unknown): void;
  /** How long to wait before each try after a death; when none is left it is lost. */
  waitsMilliseconds?: number[];
  /** A death after running this long is no sudden one. */
  settledMilliseconds?: number;
  /** So many sudden deaths in a row it is brought back from; at the next it is lost. */
  suddenDeaths?: number;
};

// At once, since most deaths are a stray signal or the killer of processes when memory is short; then slower, up to a disk that
// comes back after half a minute. Beyond that somebody has to look, and a supervisor to see the exit.
const WAITS = [0, 500, 2_000, 5_000, 10_000, 20_000];
const SETTLED = 60_000;
// One that starts and dies again and again is not helped by starting it for ever.
const SUDDEN_DEATHS = 30;

/** Starts PostgreSQL and starts it again whenever it dies unasked. Rejects when the first start fails. */
export async function keepRunning(options: KeepRunningOptions): Promise<KeptPostgres> {
  const { start, log, waitsMilliseconds = WAITS, settledMilliseconds = SETTLED, suddenDeaths = SUDDEN_DEATHS } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = once(signal, 'abort');
  let current = await start();
  let running = true;
  const { connectionString } = current;
  const port = Number(new URL(connectionString).port);

  /** True when it was stopped, false when it is lost. */
  async function watch(): Promise<boolean> {
    let sudden = 0;
    for (;;) {
      const since = performance.now();
      await Promise.race([current.whenDied, stopped]);
      if (signal.aborted) return true;
      running = false;
      log('the embedded database died unasked');
      sudden = performance.now() - since > settledMilliseconds ? 0 : sudden + 1;
      if (sudden > suddenDeaths) return false;
      const waits = [...waitsMilliseconds];
      while (!running) {
        const wait = waits.shift();
        if (wait === undefined) return false;
        await sleep(wait, undefined, { signal }).catch(() => {});
        if (signal.aborted) return true;
        running = await revive();
      }
      log('the embedded database is back');
    }
  }

  async function revive(): Promise<boolean> {
    try {
      await current.stop();
      current = await start(port);
      // Every connection of the pool leads to the old address; behind another the server would be cut off from it.
      if (current.connectionString === connectionString) return true;
      log('the embedded database came back on another port');
    } catch (error) {
      log('the embedded database could not be started', error);
    }
    return false;
  }

  const watching = watch();
  return {
    connectionString,
    running: () => running,
    whenLost: new Promise((resolve) => void watching.then((stopped) => stopped || resolve())),
    async stop() {
      stopping.abort();
      await watching;
      running = false;
      await current.stop();
    },
  };
}
