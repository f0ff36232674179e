import { type Overdue, type SweepKind, putOff } from '../storage/sweeps/setbacks.ts';
import type { Context } from './context.ts';

/** What could not be done, and is left alone until `retryAt`. */
export type Setback = { kind: SweepKind; id: number; tenantId: number; tries: number; retryAt: Temporal.Instant; cause: unknown };

/** What a sweep is told. */
export type SweepOptions = {
  /** Some events of a tenant, and nothing else. */
  of?: { tenantId: number; eventIds: number[] };
  /** Hears of each that could not be done. */
  onSetback?: (setback: Setback) => void;
  /** It ends with the hundred that are under way. */
  signal?: AbortSignal;
};

const AT_ONCE = 100;

/**
 * Does what is overdue, one after the other, until nothing is. `list` gives the next of them, at most `limit`, those put off left out; `work` gives how
 * many things it ended. One that fails is put off by itself, for longer each time, so that however many fail for ever, those behind them
 * have their turn. Gives the sum of what `work` gave. Rejects when the database does not answer.
 */
export async function sweep(
  context: Context,
  kind: SweepKind,
  list: (limit: number) => Promise<Overdue[]>,
  work: (one: Overdue) => Promise<number>,
  { of, onSetback, signal }: SweepOptions,
): Promise<number> {
  let ended = 0;
  for (;;) {
    const due = await list(AT_ONCE);
    let advanced = false;
    for (const one of due) {
      try {
        const count = await work(one);
        ended += count;
        advanced ||= count > 0;
      } catch (cause) {
        onSetback?.({ kind, ...one, ...(await putOff(context.db, kind, one, context.clock.now())), cause });
        advanced = true;
      }
    }
    // Somebody waits for an answer; or another process has done the same ones, and goes on with what is left.
    if (of || signal?.aborted || due.length < AT_ONCE || !advanced) return ended;
  }
}
