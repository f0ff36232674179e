import type { Clock } from '../domain/clock.ts';
import type { Database } from '../postgres/database.ts';
import { ExpansionFault, expandNextChunk } from '../ledger/expand-next.ts';
import { createBell } from './bell.ts';
import type { DeliveryLog } from './log.ts';

// Some hundred milliseconds of work: what a crash makes somebody else do again.
const CHUNK = 1_000;
const LOOK_MS = 1_000;
// A plan that fails is a fault of ours or of its moment; others' plans go on meanwhile.
const PASS_OVER_MS = 10_000;

export type Expander = { wake(): void; stop(): Promise<void> };

/** Turns plans into deliveries, chunk by chunk, for as long as there are any. `onExpanded` is called after each chunk. */
export function startExpander(options: { db: Database; clock: Clock; log: DeliveryLog; onExpanded(): void }): Expander {
  const bell = createBell();
  const failed = new Map<number, number>();
  let stopped = false;

  function passedOver(): number[] {
    for (const [id, until] of failed) if (until < performance.now()) failed.delete(id);
    return [...failed.keys()];
  }

  async function step(): Promise<boolean> {
    try {
      const chunk = await expandNextChunk(options.db, CHUNK, passedOver(), options.clock.now());
      if (!chunk) return false;
      const { tenantId, outboxId, covered, queued, done } = chunk;
      options.log.debug({ tenantId, outboxId, covered, queued, done }, 'plan expanded');
      options.onExpanded();
      return true;
    } catch (error) {
      if (!(error instanceof ExpansionFault)) {
        options.log.warn({ err: error }, 'could not look for plans');
        return false;
      }
      options.log.error({ outboxId: error.outboxId, err: error.cause }, 'a plan could not be expanded');
      failed.set(error.outboxId, performance.now() + PASS_OVER_MS);
      return true;
    }
  }

  async function run(): Promise<void> {
    while (!stopped) if (!(await step()) && !stopped) await bell.wait(LOOK_MS);
  }

  const running = run();
  return {
    wake: () => bell.ring(),
    async stop() {
      stopped = true;
      bell.ring();
      await running;
    },
  };
}
