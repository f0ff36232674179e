const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** Whether the server is worth asking. */
export type Breaker = {
  worked(): void;
  unreachable(): void;
  /** How long to leave it alone; 0: not at all. */
  pauseMs(): number;
  /** It did not work last time: ask with one mail before the rest. */
  probing(): boolean;
};

/**
 * Spares a server that is down, and the ledger: instead of failing a hundred thousand mails one by one and then making each wait an hour,
 * one mail asks after 1, 2, 4 ... 15 seconds and the rest stay queued, to go as soon as it is back. `onChange` is called when it went
 * or came back.
 */
export function createBreaker(chance: () => number, onChange: () => void): Breaker {
  let failures = 0;
  let openUntil = 0;
  return {
    worked() {
      if (failures === 0) return;
      failures = 0;
      openUntil = 0;
      onChange();
    },
    unreachable() {
      const now = performance.now();
      // Mails that were under way together fail together, and count once.
      if (now < openUntil) return;
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS);
      failures += 1;
      openUntil = now + pause * (0.75 + chance() / 4);
      onChange();
    },
    pauseMs: () => Math.max(0, openUntil - performance.now()),
    probing: () => failures > 0,
  };
}
