import type { DeliveryLog } from './log.ts';

/** So long the same trouble is not told again: where it comes and goes with every other mail, it is one trouble. */
const QUIET_MS = 10 * 60_000;

/** Says that the mail server is of no use, and why, once when it goes and once when it is back; never for each mail. */
export type ServerLog = {
  /** `why` is of our own words: no address, no secret, nothing of the server's but a code. */
  went(why: string, about?: object): void;
  /** It took a mail. */
  back(): void;
  /** What is known against it, and for how long; null while it takes mail, or nobody has asked it yet. */
  trouble(): ServerTrouble | null;
};

export type ServerTrouble = { trouble: string; forSeconds: number };

/** `now` is in milliseconds and never goes back. */
export function createServerLog(log: DeliveryLog, now: () => number = () => performance.now()): ServerLog {
  const told = new Map<string, number>();
  let away = false;
  let known: { trouble: string; since: number } | null = null;
  return {
    trouble: () => known && { trouble: known.trouble, forSeconds: Math.round((now() - known.since) / 1_000) },
    went(why, about = {}) {
      known = { trouble: why, since: known?.since ?? now() };
      const last = told.get(why);
      if (last !== undefined && (away || now() - last < QUIET_MS)) return;
      told.set(why, now());
      away = true;
      log.warn(about, `the mail server cannot be used, mails wait: ${why}`);
    },
    back() {
      known = null;
      if (!away) return;
      away = false;
      log.warn({}, 'the mail server takes mail again');
    },
  };
}
