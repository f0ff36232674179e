import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../domain/clock.ts';
import type { Database } from '../postgres/database.ts';
import { registerWorker, removeWorker, renewLease, sweepDeadWorkers, sweepOrphans } from '../ledger/leases.ts';
import { createFullLook } from './full-look.ts';
import type { DeliveryLog } from './log.ts';
import type { Hold } from './transport.ts';

/**
 * A worker's right to send, by which everything it holds is freed when it dies. A dead worker's rows are free again after
 * lease + sweep, 14 seconds. A worker stops by itself `margin` before its lease ends, so that its last byte has left before
 * anybody else may send the same mail. It can miss its database for four seconds between heartbeats before that happens.
 */
export const LEASE_TIMES = { leaseMs: 11_000, marginMs: 2_000, heartbeatMs: 5_000, sweepMs: 3_000, retryMs: 500 };
export type LeaseTimes = typeof LEASE_TIMES;

export type Lease = {
  readonly worker: string;
  /** The hold of now; another one after each lapse. */
  hold(): Hold;
  holds(): boolean;
  /** Breaks off what is being sent, for good: the end of a worker that has waited long enough. */
  breakOff(): void;
  /** Gives the lease up; nothing may be held any more. Rejects when the database cannot be told. */
  end(): Promise<void>;
};

export type LeaseOptions = {
  db: Database;
  clock: Clock;
  worker: string;
  log: DeliveryLog;
  /** Nobody else is alive on this database: at the start, what any other worker held is freed at once. */
  soleWorker: boolean;
  times: LeaseTimes;
  /** The lease is there, for the first time or again. */
  onHeld(): void;
  /** The lease is gone: resolves when all that was held is recorded or given back. Never rejects. */
  onLapsed(): Promise<void>;
  /** Deliveries of a dead worker are free. */
  onFreed(): void;
};

/** Keeps a lease for as long as the database can be reached, and takes it again afterwards. */
export function keepLease(options: LeaseOptions): Lease {
  const { db, clock, worker, log, times } = options;
  let ended = false;
  let deadline = Number.NEGATIVE_INFINITY;
  let lapse = new AbortController();
  let lapseTimer: NodeJS.Timeout | undefined;
  let sweepFrom = 0;
  const stopped = new AbortController();
  lapse.abort();

  // Not the clock of compose.ts: an interval, which no change of the time of day may stretch.
  const now = () => performance.now();
  // Asked between an answer from the network and the next byte out. The timer alone would not do: after the process was stopped and
  // continued, the network is served first.
  const holds = () => now() < deadline;

  function extend(askedAt: number): void {
    deadline = askedAt + times.leaseMs - times.marginMs;
    clearTimeout(lapseTimer);
    lapseTimer = setTimeout(() => lapse.abort(), deadline - now());
  }

  async function take(): Promise<void> {
    const askedAt = now();
    await registerWorker(db, worker, times.leaseMs / 1_000, clock.now());
    if (ended) return;
    lapse = new AbortController();
    extend(askedAt);
    if (options.soleWorker) await sweep(true);
    options.onHeld();
  }

  async function renew(): Promise<void> {
    const askedAt = now();
    const stands = await renewLease(db, worker, times.leaseMs / 1_000);
    if (stands && holds()) return extend(askedAt);
    lapse.abort();
  }

  async function lose(): Promise<void> {
    deadline = Number.NEGATIVE_INFINITY;
    lapse.abort();
    log.warn({ worker }, 'lease lost; sending has stopped');
    await options.onLapsed();
  }

  async function beat(): Promise<void> {
    let held = false;
    while (!ended) {
      try {
        if (!held) await take();
        else if (!lapse.signal.aborted) await renew();
        held = !lapse.signal.aborted;
        if (held) await pause(times.heartbeatMs);
      } catch (error) {
        // The others could not renew theirs either: they are not dead before they had time to.
        sweepFrom = now() + times.leaseMs;
        log.warn({ worker, err: error }, 'the database does not answer the heartbeat');
        await pause(times.retryMs);
      }
      if (lapse.signal.aborted && held && !ended) {
        held = false;
        await lose();
      }
    }
  }

  const orphans = createFullLook(times.sweepMs);

  async function sweep(everyOther: boolean): Promise<void> {
    const freed = await sweepDeadWorkers(db, worker, everyOther, clock.now());
    if (orphans.due()) freed.push(...(await orphans.look(() => sweepOrphans(db, worker, clock.now()))));
    if (freed.length === 0) return;
    log.warn({ worker, deliveryIds: freed.map((one) => one.id).slice(0, 50), count: freed.length }, 'freed what a dead worker was sending');
    options.onFreed();
  }

  async function sweepOften(): Promise<void> {
    while (!ended) {
      await pause(times.sweepMs);
      if (ended || !holds() || now() < sweepFrom) continue;
      try {
        await sweep(false);
      } catch (error) {
        log.warn({ worker, err: error }, 'could not look for dead workers');
      }
    }
  }

  async function pause(milliseconds: number): Promise<void> {
    await sleep(milliseconds, undefined, { signal: stopped.signal }).catch(() => {});
  }

  const loops = Promise.all([beat(), sweepOften()]);
  return {
    worker,
    holds,
    hold: () => ({ holds, ended: lapse.signal }),
    breakOff() {
      ended = true;
      stopped.abort();
      deadline = Number.NEGATIVE_INFINITY;
      lapse.abort();
    },
    async end() {
      ended = true;
      stopped.abort();
      clearTimeout(lapseTimer);
      deadline = Number.NEGATIVE_INFINITY;
      await loops;
      await removeWorker(db, worker);
    },
  };
}
