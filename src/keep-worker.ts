import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerOrder } from './compose-worker.ts';
import type { WorkerFigures } from './delivery/figures.ts';
import type { Log } from './log.ts';

/** What a worker is to do. `soleWorker`: no other worker can be alive on its database. */
export type Orders = { order: WorkerOrder; soleWorker: boolean };
/** What the server says to it afterwards. */
export type ToWorker = 'wake' | 'stop';
/** What it says again and again: whether it holds its lease, and what it has done. */
export type FromWorker = { ready: boolean; figures?: WorkerFigures };

/** The worker of a server, in a thread of its own: HTTP keeps its core however much mail there is. */
export type KeptWorker = {
  /** From now on mail is handed over. */
  begin(orders: Orders): void;
  /** There may be something to do. Returns at once; collected over some milliseconds. */
  wake(): void;
  /** Whether it said lately that it holds its lease. */
  ready(): boolean;
  /** What it said last, counted from the server's start, whatever threads there were; undefined as long as it has said nothing. */
  figures(): WorkerFigures | undefined;
  /** Lets it finish what is under way, within its own bounds; resolves when it has ended. */
  stop(): Promise<void>;
};

export type KeepWorkerOptions = {
  log: Log;
  /** What runs; for tests. */
  program?: string;
  /** How long to wait before each start after a death; the last counts for all later ones. */
  waitsMilliseconds?: number[];
  /** A death after running this long is no sudden one. */
  settledMilliseconds?: number;
  /** A worker silent for longer is not ready. */
  silentMilliseconds?: number;
};

// A thread rather than a process: it costs half the memory, since Node itself is there already, and cannot outlive its server. Its heap
// is its own; the bound is room for the mails under way several times over, and one that passes it ends the thread alone.
const LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 4 };
// At once, since most faults are a single one. One that dies again and again is started again and again, since calls work without
// it, but slowly; /readyz and the log say so.
const WAITS = [0, 500, 2_000, 5_000, 10_000, 30_000];
const SETTLED = 60_000;
// A burst of commits is one look of the worker at all that waits.
const COLLECT_MS = 5;
// It speaks twice a second. One that calls keep from the processor is late; one that is silent for longer hangs.
const SILENT_MS = 5_000;
// Longer than the worker's own bounds together.
const STOP_MS = 20_000;

/** Starts a thread for the worker, which loads and waits for `begin`, and another whenever it ends unasked. */
export function keepWorker(options: KeepWorkerOptions): KeptWorker {
  const { log, program = join(import.meta.dirname, 'worker-thread.ts') } = options;
  const { waitsMilliseconds = WAITS, settledMilliseconds = SETTLED, silentMilliseconds = SILENT_MS } = options;
  let orders: Orders | undefined;
  let thread: Worker | undefined;
  // Resolves when the thread started last has ended, of whatever.
  let gone: Promise<void> = Promise.resolve();
  let stopping = false;
  let sudden = 0;
  let restart: NodeJS.Timeout | undefined;
  let waking: NodeJS.Timeout | undefined;
  let readyUntil = Number.NEGATIVE_INFINITY;
  let figures: WorkerFigures | undefined;
  // Counts of threads that are no more.
  let before: WorkerFigures | undefined;

  function start(): void {
    const since = performance.now();
    const ending = Promise.withResolvers<void>();
    gone = ending.promise;
    const mine = new Worker(program, { name: 'adjourn worker', resourceLimits: LIMITS });
    thread = mine;
    mine.on('message', (said: FromWorker) => {
      figures = said.figures;
      readyUntil = said.ready ? performance.now() + silentMilliseconds : Number.NEGATIVE_INFINITY;
    });
    let fault: unknown;
    mine.on('error', (error) => (fault ??= error));
    mine.once('exit', (code) => {
      thread = undefined;
      before = figures ? summed(figures, before) : before;
      figures = undefined;
      readyUntil = Number.NEGATIVE_INFINITY;
      ending.resolve();
      if (stopping) return;
      sudden = performance.now() - since > settledMilliseconds ? 1 : sudden + 1;
      const againInMs = waitsMilliseconds[Math.min(sudden, waitsMilliseconds.length) - 1] ?? 0;
      log.error({ code, ...(fault !== undefined && { err: fault }), againInMs }, 'the worker ended unasked');
      restart = setTimeout(start, againInMs);
    });
    if (orders) mine.postMessage(orders);
  }

  start();
  return {
    begin(given) {
      orders = given;
      thread?.postMessage(orders);
    },
    wake() {
      waking ??= setTimeout(() => {
        waking = undefined;
        if (orders) thread?.postMessage('wake' satisfies ToWorker);
      }, COLLECT_MS);
    },
    ready: () => performance.now() < readyUntil,
    figures: () => (figures ? summed(figures, before) : before),
    async stop() {
      stopping = true;
      clearTimeout(restart);
      clearTimeout(waking);
      const last = thread;
      if (last === undefined) return;
      // Without orders it holds nothing, and does not listen.
      if (orders) last.postMessage('stop' satisfies ToWorker);
      else void last.terminate();
      const late = setTimeout(() => {
        log.warn('the worker did not stop in time and is ended; its lease will lapse');
        void last.terminate();
      }, STOP_MS);
      await gone;
      clearTimeout(late);
    },
  };
}

/** The figures of a thread, with what earlier ones counted. */
function summed(figures: WorkerFigures, before: WorkerFigures | undefined): WorkerFigures {
  if (before === undefined) return figures;
  const { attempts, webhookTries } = figures;
  return { ...figures, attempts: added(attempts, before.attempts), webhookTries: added(webhookTries, before.webhookTries) };
}

function added<Counts extends Record<string, number>>(these: Counts, those: Counts): Counts {
  return Object.fromEntries(Object.entries(these).map(([name, count]) => [name, count + (those[name] ?? 0)])) as Counts;
}
