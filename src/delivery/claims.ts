import type { Clock } from '../domain/clock.ts';
import type { Database } from '../postgres/database.ts';
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

/**
 * Keeps the book of what a worker holds. When a claim's answer does not arrive, the database may have made it all the same, and those
 * rows would be this worker's, alive and ignorant of them, for ever. So after such a fault it first gives back all that is
 * its own in the ledger and not in the book.
 */
export function keepClaims(options: { db: Database; worker: string; clock: Clock }): Claims {
  const { db, worker, clock } = options;
  const held = new Set<number>();
  let underway = 0;
  let inDoubt = false;
  let clearing: Promise<void> | undefined;

  async function clear(): Promise<void> {
    await giveBackUnknown(db, worker, [...held]);
    inDoubt = false;
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
        const claimed = await claimDeliveries(db, worker, lane, limit, clock.now());
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
      for (const { id } of claimed) held.delete(id);
    },
  };
}
