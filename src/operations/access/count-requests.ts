import { hashSecret } from '../../crypto/secret.ts';
import { addCounts } from '../../storage/access/request-counts.ts';
import type { Context } from '../context.ts';

export type Counted = { allowed: boolean; remaining: number; secondsLeft: number };

export type RequestCounter = {
  /** Counts a request of somebody ("key 7", an address) against a limit for each window. Does not wait. */
  count(somebody: string, limit: number): Counted;
  /** Tells the database what was counted since, and learns what the other processes counted. Never rejects. */
  settle(): Promise<void>;
};

/** Within this the processes learn of each other. */
const SETTLE_MS = 1_000;

type Entry = { counted: Buffer; here: number; elsewhere: number; unsettled: number };

/**
 * Counts requests in windows that all processes on a database share, without asking it at each request: what was counted here is told within a
 * second, together with all else, in one statement. So the limit holds but for what comes within a second of more processes than one: each lets in
 * what it has not heard of the others yet, and none ever more than the limit by itself. While the database does not answer, each counts alone.
 */
export function countRequests({ db, clock }: Pick<Context, 'db' | 'clock'>, windowSeconds: number): RequestCounter {
  let windowAt = 0;
  let entries = new Map<string, Entry>();
  let due: NodeJS.Timeout | undefined;
  let settling: Promise<void> = Promise.resolve();

  const settleOnce = async (): Promise<void> => {
    const of = entries;
    const at = Temporal.Instant.fromEpochMilliseconds(windowAt);
    const told = [...of.values()].filter(({ unsettled }) => unsettled > 0).map((entry) => ({ entry, count: entry.unsettled }));
    if (told.length === 0) return;
    for (const { entry } of told) entry.unsettled = 0;
    try {
      const sums = await addCounts(
        db,
        at,
        told.map(({ entry, count }) => ({ counted: entry.counted, count })),
      );
      for (const [index, { entry }] of told.entries()) entry.elsewhere = (sums[index] ?? 0) - (entry.here - entry.unsettled);
    } catch {
      // Every request says so itself; these are told with the next ones.
      for (const { entry, count } of told) entry.unsettled += count;
    }
  };
  const settle = () => {
    clearTimeout(due);
    due = undefined;
    settling = settling.then(settleOnce);
    return settling;
  };

  return {
    settle,
    count(somebody, limit) {
      const now = clock.now().epochMilliseconds;
      const current = now - (now % (windowSeconds * 1000));
      if (current !== windowAt) {
        windowAt = current;
        entries = new Map();
      }
      let entry = entries.get(somebody);
      if (!entry) {
        // Addresses are nobody's business afterwards: the database is told a hash.
        entry = { counted: hashSecret(somebody), here: 0, elsewhere: 0, unsettled: 0 };
        entries.set(somebody, entry);
      }
      const allowed = entry.here + entry.elsewhere < limit;
      if (allowed) {
        entry.here += 1;
        entry.unsettled += 1;
        due ??= setTimeout(() => void settle(), SETTLE_MS).unref();
      }
      const secondsLeft = Math.ceil((windowAt + windowSeconds * 1000 - now) / 1000);
      return { allowed, remaining: Math.max(0, limit - entry.here - entry.elsewhere), secondsLeft };
    },
  };
}
