import type { Database } from '../../postgres/database.ts';
import { type ClaimedWebhook, type Shares, claimWebhooks, giveBackWebhook, recordWebhookTry } from '../../ledger/webhook-deliveries.ts';
import type { WorkerFigures } from '../figures.ts';
import type { DeliveryLog } from '../log.ts';
import { type WebhookSenderOptions, sendWebhook } from './send-webhook.ts';

export type WebhookWorkerOptions = WebhookSenderOptions & {
  db: Database;
  log: DeliveryLog;
  /** How long `stop` waits for answers; 5 seconds unless told. */
  drainMs?: number;
};

// A message is at most so late for want of anybody telling us of it.
const LOOK_EVERY_MS = 1_000;
// Receivers are other people's: three that hang must not be all that is under way.
const SHARES: Shares = { all: 20, tenant: 6, webhook: 2 };
const DRAIN_MS = 5_000;

/**
 * Hands messages over to the programs that want them, as they fall due, each as soon as there is room for it: nobody's waits for a receiver that does not
 * answer, but that receiver's own. Any number of processes may do so on one database. `round` starts what is due now, waits until that has ended and
 * gives how many messages it tried; `tries` counts since the beginning; `stop` waits for answers within a bound, breaks off what has none and gives it back.
 */
export function createWebhookWorker(options: WebhookWorkerOptions): {
  start(): void;
  round(): Promise<number>;
  tries(): WorkerFigures['webhookTries'];
  stop(): Promise<void>;
} {
  const { db, clock, log } = options;
  const underway = new Map<string, { message: ClaimedWebhook; ended: Promise<void> }>();
  const tries = { delivered: 0, failed: 0 };
  const broken = new AbortController();
  let stopped = false;
  let started = false;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<unknown> | undefined;

  async function hand(message: ClaimedWebhook): Promise<void> {
    try {
      const tried = await sendWebhook(message, options, broken.signal);
      if (!tried.delivered && broken.signal.aborted) return await giveBackWebhook(db, message);
      tries[tried.delivered ? 'delivered' : 'failed'] += 1;
      if (!tried.delivered)
        log.warn({ webhook: message.webhookId, message: message.id, status: tried.status, error: tried.error }, 'a webhook was not taken');
      await recordWebhookTry(db, message, tried);
    } catch (error) {
      // Its lease gives it back.
      log.warn({ webhook: message.webhookId, message: message.id, err: error }, 'a webhook could not be recorded');
    }
  }

  async function claim(): Promise<Promise<void>[]> {
    const busy = [...underway.values()].map(({ message }) => message);
    const claimed = await claimWebhooks(db, SHARES, busy, clock.now());
    return claimed.map((message) => {
      const ended = hand(message).finally(() => {
        underway.delete(message.id);
        // There is room again, perhaps for somebody else's.
        if (started) look();
      });
      underway.set(message.id, { message, ended });
      return ended;
    });
  }

  async function round(): Promise<number> {
    let tried = 0;
    for (;;) {
      const ended = await claim();
      await Promise.all(ended);
      tried += ended.length;
      if (ended.length === 0 || started) return tried;
    }
  }

  function look(): void {
    if (stopped || looking) return;
    clearTimeout(timer);
    looking = claim()
      .catch((error: unknown) => log.warn({ err: error }, 'webhooks could not be looked at'))
      .finally(() => {
        looking = undefined;
        if (!stopped) timer = setTimeout(look, LOOK_EVERY_MS);
      });
  }

  return {
    start() {
      started = true;
      look();
    },
    round,
    tries: () => tries,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await looking;
      const drained = Promise.all([...underway.values()].map(({ ended }) => ended));
      const bound = setTimeout(() => broken.abort(), options.drainMs ?? DRAIN_MS);
      await drained;
      clearTimeout(bound);
    },
  };
}
