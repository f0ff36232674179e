/**
 * How mail gives way to calls: while any is being answered, what a worker does goes in steps, each with all that has come together since the last, and
 * few enough that most of the processor is left. A lower priority for the thread would take nothing from what it has PostgreSQL do, could not be
 * raised again when nobody calls, and made a crowd's mails slower for it.
 */
export type Pace = {
  /** Milliseconds until the next step may begin; 0: now, and it has begun. */
  step(): number;
};

/** A step is some twenty mails, of a third of a millisecond each; a mail waits no longer for it than a mail server takes to answer. */
const STEP_MS = 25;

/** `elapsed` counts milliseconds, and no change of the time of day moves it. */
export function createPace(callsWait: () => boolean, elapsed: () => number = () => performance.now()): Pace {
  let next = Number.NEGATIVE_INFINITY;
  return {
    step() {
      const now = elapsed();
      if (now < next && callsWait()) return Math.ceil(next - now);
      next = now + STEP_MS;
      return 0;
    },
  };
}
