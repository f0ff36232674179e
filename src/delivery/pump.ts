import type { Notice } from '../domain/notice.ts';
import type { ClaimedDelivery } from '../storage/deliveries-claim.ts';
import { createBell } from './bell.ts';
import type { Breaker } from './breaker.ts';
import type { Lease } from './lease.ts';
import type { DeliveryLog } from './log.ts';
import type { Task } from './sender.ts';
import type { Hold } from './transport.ts';

export type PumpOptions = {
  lease: Lease;
  breaker: Breaker;
  log: DeliveryLog;
  /** Lanes to empty, the most urgent first. */
  lanes: number[];
  /**
   * Mails under way at once, each until the ledger has its result: so a crash can repeat at most as many mails as there are
   * connections.
   */
  slots: number;
  claim(lane: number, limit: number): Promise<ClaimedDelivery[]>;
  read(claimed: ClaimedDelivery[]): Promise<Notice[]>;
  /** One attempt; never rejects. */
  send(task: Task, hold: Hold): Promise<void>;
  /** Never rejects. */
  giveBack(claimed: ClaimedDelivery[]): Promise<void>;
};

export type Pump = {
  wake(): void;
  /** Resolves when nothing is held, for as long as the lease is away. */
  emptied(): Promise<void>;
  /** Claims no more; resolves when what is under way has ended. What was only claimed is given back. */
  stop(): Promise<void>;
};

// The net under the wake-ups, and what finds a retry that has become due.
const LOOK_MS = 1_000;
const AFTER_FAULT_MS = 1_000;

/** Claims deliveries and keeps its slots sending: the next ones are claimed while the last are on their way. */
export function startPump(options: PumpOptions): Pump {
  const { lease, breaker, log, slots } = options;
  const bell = createBell();
  const waiting: Task[] = [];
  const sending = new Set<Promise<void>>();
  // Enough that a claim and its notices arrive before the slots run dry; few, since all of it counts as being sent.
  const enough = slots * 8;
  const low = slots * 4;
  let stopped = false;

  const open = () => !stopped && lease.holds() && breaker.pauseMs() === 0;

  function fillSlots(): void {
    while (sending.size < slots && open()) {
      const task = waiting.shift();
      if (!task) return;
      if (waiting.length === low) bell.ring();
      const attempt = options.send(task, lease.hold()).then(() => {
        sending.delete(attempt);
        fillSlots();
      });
      sending.add(attempt);
    }
  }

  /** Claims what there is room for. True when there may be more. */
  async function refill(): Promise<boolean> {
    const held = waiting.length + sending.size;
    const room = breaker.probing() ? 1 - held : waiting.length > low ? 0 : enough - waiting.length;
    if (room <= 0) return false;
    const claimed: ClaimedDelivery[] = [];
    try {
      for (const lane of options.lanes) {
        if (claimed.length < room) claimed.push(...(await options.claim(lane, room - claimed.length)));
      }
      if (claimed.length === 0) return false;
      const notices = await options.read(claimed);
      claimed.forEach((one, index) => {
        const notice = notices[index];
        if (notice) waiting.push({ claimed: one, notice });
      });
    } catch (error) {
      await options.giveBack(claimed);
      throw error;
    }
    fillSlots();
    return claimed.length === room;
  }

  async function returnWaiting(): Promise<void> {
    await options.giveBack(waiting.splice(0).map((task) => task.claimed));
  }

  let turn = Promise.resolve();
  async function run(): Promise<void> {
    while (!stopped) {
      let pause = Math.min(breaker.pauseMs() || LOOK_MS, LOOK_MS);
      let more = false;
      if (open()) {
        const refilled = refill().then(
          (result) => void (more = result),
          (error: unknown) => {
            log.warn({ lanes: options.lanes, err: error }, 'could not claim deliveries');
            pause = AFTER_FAULT_MS;
          },
        );
        turn = refilled;
        await refilled;
      }
      if (!open()) await returnWaiting();
      if (!more && !stopped) await bell.wait(pause);
    }
  }

  const running = run();
  return {
    wake: () => bell.ring(),
    async emptied() {
      await turn;
      await returnWaiting();
      await Promise.all(sending);
    },
    async stop() {
      stopped = true;
      bell.ring();
      await running;
      await returnWaiting();
      await Promise.all(sending);
    },
  };
}
