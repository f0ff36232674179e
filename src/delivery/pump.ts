import type { ClaimedDelivery } from '../ledger/claim.ts';
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
  /**
   * Mails under way at once, each until the ledger has its result: so a crash can repeat at most as many mails as there are
   * connections.
   */
  slots: number;
  /** How many of them may be used just now. */
  limit(): number;
  claim(lane: number, limit: number): Promise<ClaimedDelivery[]>;
  /** In their order. */
  read(claimed: ClaimedDelivery[]): Promise<Task['notice'][]>;
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

type Lane = { lane: number; sending: number; waiting: Task[]; enough: number; low: number };

/** A lane's share: it may use so many of these slots at once. */
function shareOf(lane: number, slots: number): number {
  return lane === 0 ? slots : Math.max(1, slots - Math.ceil(slots / 5));
}

function laneOf(lane: number, slots: number): Lane {
  const most = shareOf(lane, slots);
  // Enough that a claim and its notices arrive before the slots run dry; few, since all of it counts as being sent.
  return { lane, sending: 0, waiting: [], enough: most * 8, low: most * 4 };
}

/**
 * Claims deliveries and keeps its slots sending: the next ones are claimed while the last are on their way. Single mails (lane 0) go
 * first and may use every slot; a crowd's (lane 1) leave a fifth free, so that a single mail never waits for one of them to end.
 */
export function startPump(options: PumpOptions): Pump {
  const { lease, breaker, log, slots } = options;
  const bell = createBell();
  const lanes = [laneOf(0, slots), laneOf(1, slots)];
  const sending = new Set<Promise<void>>();
  let stopped = false;

  const open = () => !stopped && lease.holds() && breaker.pauseMs() === 0;

  function fillSlots(): void {
    for (const lane of lanes) {
      while (sending.size < options.limit() && lane.sending < shareOf(lane.lane, options.limit()) && open()) {
        const task = lane.waiting.shift();
        if (!task) break;
        if (lane.waiting.length === lane.low) bell.ring();
        lane.sending += 1;
        const attempt = options.send(task, lease.hold()).then(() => {
          sending.delete(attempt);
          lane.sending -= 1;
          fillSlots();
        });
        sending.add(attempt);
      }
    }
  }

  function roomOf(lane: Lane): number {
    // One mail asks whether the server is back.
    if (breaker.probing()) return lanes.every((each) => each.waiting.length === 0) && sending.size === 0 ? 1 : 0;
    return lane.waiting.length > lane.low ? 0 : lane.enough - lane.waiting.length;
  }

  /** Claims what there is room for. True when there may be more. */
  async function refill(lane: Lane): Promise<boolean> {
    const room = roomOf(lane);
    if (room === 0) return false;
    const claimed = await options.claim(lane.lane, room);
    if (claimed.length === 0) return false;
    try {
      const notices = await options.read(claimed);
      claimed.forEach((one, index) => {
        const notice = notices[index];
        if (notice) lane.waiting.push({ claimed: one, notice });
      });
    } catch (error) {
      await options.giveBack(claimed);
      throw error;
    }
    fillSlots();
    return claimed.length === room;
  }

  async function refillAll(): Promise<boolean> {
    let more = false;
    for (const lane of lanes) more = (await refill(lane)) || more;
    return more;
  }

  async function returnWaiting(): Promise<void> {
    await options.giveBack(lanes.flatMap((lane) => lane.waiting.splice(0)).map((task) => task.claimed));
  }

  let turn = Promise.resolve();
  async function run(): Promise<void> {
    while (!stopped) {
      let pause = Math.min(breaker.pauseMs() || LOOK_MS, LOOK_MS);
      let more = false;
      if (open()) {
        const refilled = refillAll().then(
          (result) => void (more = result),
          (error: unknown) => {
            log.warn({ err: error }, 'could not claim deliveries');
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
