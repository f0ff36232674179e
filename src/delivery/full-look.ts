/**
 * Of the time that passes, full looks may take so much. With a million deliveries behind an open transaction one takes a fifth of a second of processor: a tenth
 * of the time would be a quarter of what claims and records take together.
 */
const SHARE = 0.03;

/**
 * Says when it is time for a look at everything again, where most looks are at what is new: at least `leastMs` after the last one ended, and longer
 * after one that took long. While a transaction stays open anywhere nothing that has gone can be cleared away, and a full look reads all of it.
 */
export type FullLook = {
  due(): boolean;
  /** Asks for one with the next look. */
  ask(): void;
  /** Does a full look and measures it. */
  look<Found>(work: () => Promise<Found>): Promise<Found>;
};

/** `elapsed` counts milliseconds, and no change of the time of day moves it. */
export function createFullLook(leastMs: number, elapsed: () => number = () => performance.now()): FullLook {
  let next = Number.NEGATIVE_INFINITY;
  return {
    due: () => elapsed() >= next,
    ask() {
      next = Number.NEGATIVE_INFINITY;
    },
    async look(work) {
      const began = elapsed();
      const found = await work();
      const ended = elapsed();
      next = ended + Math.max(leastMs, (ended - began) / SHARE);
      return found;
    },
  };
}
