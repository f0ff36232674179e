import type { DeliveryLog } from './log.ts';

/** So long the same trouble is not told again: where it comes and goes with every other mail, it is one trouble. */
const QUIET_MS = 10 * 60_000;

/** Says that the mail server is of no use, and why, once when it goes and once when it is back; never for each mail. */
export type ServerLog = {
  /** `why` is of our own words: no address, no secret, nothing of the server's but a code. */
  went(why: string, about?: object): void;
  /** It took a mail. */
  back(): void;
};

/** `now` is in milliseconds and never goes back. */
export function createServerLog(log: DeliveryLog, now: () => number = () => performance.now()): ServerLog {
  const told = new Map<string, number>();
  let away = false;
  return {
    went(why, about = {}) {
      const last = told.get(why);
      if (last !== undefined && (away || now() - last < QUIET_MS)) return;
      told.set(why, now());
      away = true;
      log.warn(about, `the mail server cannot be used, mails wait: ${why}`);
    },
    back() {
      if (!away) return;
      away = false;
      log.warn({}, 'the mail server takes mail again');
    },
  };
}
