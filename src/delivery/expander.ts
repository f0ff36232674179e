import type { Clock } from '../domain/clock.ts';
import type { Database } from '../postgres/database.ts';
import { expandNext } from '../ledger/expand-next.ts';
import { createBell } from './bell.ts';
import type { DeliveryLog } from './log.ts';

// Some hundred milliseconds of work: what a crash makes somebody else do again.
const CHUNK = 1_000;
const LOOK_MS = 1_000;

export type Expander = { wake(): void; stop(): Promise<void> };

/** Turns plans into deliveries, chunk by chunk, for as long as there are any. `onExpanded` is called after each chunk. */
export function startExpander(options: { db: Database; clock: Clock; log: DeliveryLog; onExpanded(): void }): Expander {
  const bell = createBell();
  let stopped = false;

  /** True when there may be more. */
  async function step(): Promise<boolean> {
    try {
      const { expanded, failed } = await expandNext(options.db, CHUNK, options.clock.now());
      for (const { tenantId, outboxId, attempts, retryAt, cause } of failed)
        options.log.error({ tenantId, outboxId, attempts, retryAt: retryAt.toString(), err: cause }, 'a plan could not be expanded');
      for (const { tenantId, outboxId, covered, queued, done } of expanded)
        options.log.debug({ tenantId, outboxId, covered, queued, done }, 'plan expanded');
      if (expanded.length > 0) options.onExpanded();
      return expanded.length + failed.length > 0;
    } catch (error) {
      options.log.warn({ err: error }, 'could not look for plans');
      return false;
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
