import { setTimeout as sleep } from 'node:timers/promises';
import type { LinkSigner } from '../domain/notices/link.ts';
import type { Clock } from '../domain/clock.ts';
import type { Database } from '../postgres/database.ts';
import { type ComposedWith, type SentAttempt, type UnsentAttempt, recordSent, recordUnsent } from '../ledger/record.ts';
import { createNoticeReader } from '../ledger/notices.ts';
import { takeBackRefusals } from '../ledger/take-back-refusals.ts';
import { listenForWakes } from '../ledger/wakes.ts';
import { createBreaker } from './breaker.ts';
import { keepClaims } from './claims.ts';
import { startExpander } from './expander.ts';
import { LEASE_TIMES, type LeaseTimes, keepLease } from './lease.ts';
import type { DeliveryLog } from './log.ts';
import type { AttemptOutcome } from './figures.ts';
import { createBatcher, persist } from './persist.ts';
import { startPump } from './pump.ts';
import { type Compose, createSender } from './sender.ts';
import { type ServerTrouble, createServerLog } from './server-log.ts';
import type { Transport } from './transport.ts';

export type WorkerOptions = {
  /** Best a pool of its own: the heartbeat must not queue behind requests. Uses up to eight connections. */
  db: Database;
  /** Where to listen for wake-ups from other processes; null: look by itself every second. */
  listenTo: string | null;
  clock: Clock;
  random: { uuid(): string; bytes(count: number): Uint8Array };
  transport: Transport;
  compose: Compose;
  /** What `compose` is made of, kept with what it made. */
  composedWith: ComposedWith;
  log: DeliveryLog;
  /** Where this installation's pages are, without a trailing slash. */
  publicUrl: string;
  /** Signs the links that mails carry. */
  links: LinkSigner;
  /** Mails under way at once, where the transport has so many connections. A crash can repeat so many mails at most. */
  concurrency: number;
  /** No other worker can be alive on this database: what one left behind is freed at the start. */
  soleWorker: boolean;
  leaseTimes?: LeaseTimes;
  /** How long `stop` waits for what is being sent; 10 seconds unless told. */
  drainMs?: number;
};

export type Worker = {
  /** There may be something to do. Returns at once. */
  wake(): void;
  /** It holds its lease, so it reaches its database. */
  ready(): boolean;
  /** Attempts since it began, and what is known against the mail server. */
  figures(): { attempts: Record<AttemptOutcome, number>; mailServer: ServerTrouble | null };
  /**
   * Claims no more, waits for what is being sent (bounded; what is left then is broken off and recorded so), gives back
   * what was only claimed, and leaves. Never rejects. The transport stays open: whoever made it closes it.
   */
  stop(): Promise<void>;
};

const DRAIN_MS = 10_000;
// After breaking off: recording takes milliseconds, unless the database is away, and then the lease does the rest.
const RECORD_MS = 2_000;
const BATCH = 200;
// One write under way while the next collects its replies; more would only make the batches smaller.
const WRITES = 2;

/**
 * Starts a worker: expands plans, hands over mails, records the replies, and frees what dead workers left. Any number may run on
 * one database, on any number of machines. Survives the database going away and coming back.
 */
export function startWorker(options: WorkerOptions): Worker {
  const { db, clock, random, log } = options;
  const id = random.uuid();
  const over = new AbortController();
  const chance = () => {
    const [high = 0, low = 0] = random.bytes(2);
    return (high * 256 + low) / 65_536;
  };
  const breaker = createBreaker(chance, wake);
  const server = createServerLog(log);
  const attempts: Record<AttemptOutcome, number> = { sent: 0, deferred: 0, refused: 0, lost: 0 };
  const reader = createNoticeReader(db, options.publicUrl, options.links);

  const claims = keepClaims({ db, worker: id, clock });

  async function record(write: () => Promise<void>, results: { id: number }[]): Promise<void> {
    await persist(write, log, over.signal);
    claims.settled(results.map((one) => one.id));
  }

  const recordSents = createBatcher<SentAttempt>(
    (batch) => record(() => recordSent(db, id, batch, options.composedWith, options.transport.takesAs), batch),
    BATCH,
    WRITES,
  );
  const recordUnsents = createBatcher<UnsentAttempt>(
    (batch) => record(() => recordUnsent(db, id, batch, options.composedWith), batch),
    BATCH,
    WRITES,
  );
  const send = createSender({
    compose: options.compose,
    transport: options.transport,
    breaker,
    server,
    clock,
    chance,
    log,
    record(result) {
      attempts[result.outcome] += 1;
      return result.outcome === 'sent' ? recordSents(result) : recordUnsents(result);
    },
    takeBack: (refused, dueAt) => persist(() => takeBackRefusals(db, refused, dueAt), log, over.signal),
  });

  const lease = keepLease({
    db,
    clock,
    worker: id,
    log,
    soleWorker: options.soleWorker,
    times: options.leaseTimes ?? LEASE_TIMES,
    onHeld: wake,
    onFreed: wake,
    onLapsed: () => pump.emptied(),
  });

  const pump = startPump({
    slots: Math.max(1, Math.min(options.concurrency, options.transport.connections)),
    lease,
    breaker,
    log,
    claim: claims.take,
    read: (claimed) => reader.readEach(claimed),
    send,
    giveBack: (claimed) => persist(() => claims.giveBack(claimed), log, over.signal),
  });
  const expander = startExpander({ db, clock, log, onExpanded: () => pump.wake() });
  const listener = options.listenTo === null ? undefined : listenForWakes(options.listenTo, wake);

  function wake(): void {
    expander.wake();
    pump.wake();
  }

  async function leave(): Promise<void> {
    const drained = Promise.all([expander.stop(), listener?.close(), pump.stop()]);
    await within(options.drainMs ?? DRAIN_MS, drained);
    lease.breakOff();
    await within(RECORD_MS, drained);
    over.abort();
    await drained;
    await lease.end().catch(() => log.warn({ worker: id }, 'could not sign off; the lease will lapse'));
  }

  return {
    wake,
    ready: () => lease.holds(),
    figures: () => ({ attempts, mailServer: server.trouble() }),
    // A database that swallows our questions would keep us for as long as its time-outs.
    stop: () => within((options.drainMs ?? DRAIN_MS) + 2 * RECORD_MS, leave()),
  };
}

/** Waits for the work, but no longer than that. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<void> {
  const done = new AbortController();
  const bound = sleep(milliseconds, undefined, { signal: done.signal }).catch(() => {});
  await Promise.race([work, bound]);
  done.abort();
}
