import type { Clock } from '../domain/clock.ts';
import type { Database } from '../postgres/database.ts';
import { type FullLook, createFullLook } from './full-look.ts';
import { type ClaimedDelivery, claimDeliveries, giveBackDeliveries, giveBackUnknown } from '../ledger/claim.ts';

/** What a worker has claimed and not settled yet. */
export type Claims = {
  /** Takes deliveries of a lane. Rejects when the database does not answer. */
  take(lane: number, limit: number): Promise<ClaimedDelivery[]>;
  /** They are in the ledger. */
  settled(ids: number[]): void;
  /** Gives back what was not handed over. */
  giveBack(claimed: ClaimedDelivery[]): Promise<void>;
};

/** Looks at all that is due come at most this often; those between begin where the last one found nothing left. */
const FULL_LOOK_MS = 1_000;

// Below the last time by so much: what is written by a transaction that takes a while is due from when it began, and clocks of machines differ. What comes
// later still is found by the next full look.
const LAG = Temporal.Duration.from({ seconds: 5 });

/**
 * Keeps the book of what a worker holds. When a claim's answer does not arrive, the database may have made it all the same, and those
 * rows would be this worker's, alive and ignorant of them, for ever. So after such a fault it first gives back all that is
 * its own in the ledger and not in the book.
 *
 * What was handed over leaves dead entries in the index of what is due, which nobody can clear away while any transaction stays open. So that a claim
 * does not pass by all of them, it begins where the last one ended (full-look.ts).
 */
export function keepClaims(options: { db: Database; worker: string; clock: Clock; elapsed?: () => number }): Claims {
  const { db, worker, clock } = options;
  const lanes = new Map<number, { floor: Temporal.Instant | null; full: FullLook }>();
  const held = new Set<number>();
  let underway = 0;
  let inDoubt = false;
  let clearing: Promise<void> | undefined;

  async function clear(): Promise<void> {
    await giveBackUnknown(db, worker, [...held]);
    for (const { full } of lanes.values()) full.ask();
    inDoubt = false;
  }

  async function claim(lane: number, limit: number): Promise<ClaimedDelivery[]> {
    const look = lanes.get(lane) ?? { floor: null, full: createFullLook(FULL_LOOK_MS, options.elapsed) };
    lanes.set(lane, look);
    const now = clock.now();
    const claimed = look.full.due()
      ? await look.full.look(() => claimDeliveries(db, worker, lane, limit, now))
      : await claimDeliveries(db, worker, lane, limit, now, look.floor);
    const [settled, last] = [now.subtract(LAG), claimed.at(-1)?.dueAt];
    look.floor = last !== undefined && Temporal.Instant.compare(last, settled) < 0 ? last : settled;
    return claimed;
  }

  return {
    async take(lane, limit) {
      if (inDoubt) {
        // Another claim's rows may be committed and not in the book yet.
        if (underway > 0) return [];
        clearing ??= clear().finally(() => {
          clearing = undefined;
        });
        await clearing;
      }
      underway += 1;
      try {
        const claimed = await claim(lane, limit);
        for (const { id } of claimed) held.add(id);
        return claimed;
      } catch (error) {
        inDoubt = true;
        throw error;
      } finally {
        underway -= 1;
      }
    },
    settled(ids) {
      for (const id of ids) held.delete(id);
    },
    async giveBack(claimed) {
      await giveBackDeliveries(db, worker, claimed);
      // They are due since before.
      for (const { full } of lanes.values()) full.ask();
      for (const { id } of claimed) held.delete(id);
    },
  };
}
