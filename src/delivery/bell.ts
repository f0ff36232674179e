/** Lets a loop sleep until something may be there to do. */
export type Bell = {
  /** Wakes whoever waits, and whoever waits next if nobody does: a ring between a look and the wait after it is not lost. */
  ring(): void;
  /** Resolves at the next ring, at the latest after so many milliseconds. One waiter at a time. */
  wait(milliseconds: number): Promise<void>;
};

export function createBell(): Bell {
  let rung = false;
  let wake: (() => void) | undefined;
  return {
    ring() {
      if (wake) wake();
      else rung = true;
    },
    async wait(milliseconds) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, milliseconds);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = undefined;
      }
      rung = false;
    },
  };
}
