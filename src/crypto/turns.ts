/** Work that waits for its turn: so much at once, so much in line for one and for all. */
export type Turns = {
  /** Does the work when it is its turn; undefined, at once, where the line is full. Those who wait for work are served in turn, however much one of them asks. */
  take<Result>(whose: string, work: () => Promise<Result>): Promise<Result> | undefined;
};

export function createTurns(limits: { atOnce: number; waiting: number; waitingOfOne: number }): Turns {
  const lines = new Map<string, (() => void)[]>();
  let running = 0;
  let waiting = 0;

  /** In a place that is counted already, so that nobody takes it in between. */
  function begin<Result>(work: () => Promise<Result>): Promise<Result> {
    return work().finally(() => {
      running -= 1;
      callNext();
    });
  }

  function callNext(): void {
    for (const [whose, line] of lines) {
      lines.delete(whose);
      const next = line.shift();
      // To the end of those who wait: everybody else comes first.
      if (line.length > 0) lines.set(whose, line);
      if (!next) continue;
      waiting -= 1;
      running += 1;
      next();
      return;
    }
  }

  return {
    take(whose, work) {
      if (running < limits.atOnce) {
        running += 1;
        return begin(work);
      }
      const line = lines.get(whose) ?? [];
      if (waiting >= limits.waiting || line.length >= limits.waitingOfOne) return undefined;
      lines.set(whose, line);
      waiting += 1;
      const { promise, resolve } = Promise.withResolvers<void>();
      line.push(resolve);
      return promise.then(() => begin(work));
    },
  };
}
