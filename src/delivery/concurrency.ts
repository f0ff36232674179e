/** How many mails may be on their way at once: at most `most`, fewer where the mail server does not take so many connections. */
export type Concurrency = {
  /** Allowed just now. */
  limit(): number;
  /** One begins. Exactly one of what it gives has to be called before `over`, or none where what came says nothing about connections. */
  begin(): Turn;
};

export type Turn = {
  /** The server let it in. */
  let(): void;
  /**
   * The server did not let it in: it is closed, or has enough of us. `alone`: nobody else is on the way, so that it was not we who took its connections.
   * `often`: as many in a row were not let in as there could be at once, and it should be left alone for a moment.
   */
  refused(): { alone: boolean; often: boolean };
  over(): void;
};

/** So many mails that were let in at the limit, one connection more is tried. */
const RAISE_AFTER = 50;

/**
 * Halves the limit when a server refuses, and raises it by one with each mail that is let in up to where it refused last, then slowly (as TCP does, RFC 5681 §3.1). Those that were
 * under way together are refused together and count once. `onLimit` is called with each lower limit.
 */
export function createConcurrency(most: number, onLimit: (limit: number) => void = () => {}): Concurrency {
  let limit = most;
  let known = most;
  let letIn = 0;
  let underway = 0;
  let begun = 0;
  let cutAt = 0;
  let inARow = 0;

  function raise(): void {
    inARow = 0;
    letIn += 1;
    if (limit >= most || (limit >= known && letIn < RAISE_AFTER)) return;
    limit += 1;
    known = Math.max(known, limit);
    letIn = 0;
  }

  function cut(number: number, alone: boolean): void {
    // Where nobody else was let in, either, nothing is known of how many it takes.
    if (alone) known = most;
    if (number <= cutAt || limit === 1) return;
    limit = Math.floor(limit / 2);
    known = alone ? most : limit;
    letIn = 0;
    cutAt = begun;
    onLimit(limit);
  }

  return {
    limit: () => limit,
    begin() {
      underway += 1;
      begun += 1;
      const number = begun;
      return {
        let: raise,
        refused() {
          inARow += 1;
          const alone = underway === 1;
          cut(number, alone);
          return { alone, often: inARow >= most };
        },
        over() {
          underway -= 1;
        },
      };
    },
  };
}
