import type { Database } from '../../postgres/database.ts';
import { claimWebhooks, recordWebhookTry } from '../../ledger/webhook-deliveries.ts';
import type { DeliveryLog } from '../log.ts';
import { type WebhookSenderOptions, sendWebhook } from './send-webhook.ts';

export type WebhookWorkerOptions = WebhookSenderOptions & { db: Database; log: DeliveryLog };

// A message is at most so late for want of anybody telling us of it.
const LOOK_EVERY_MS = 1_000;
const AT_ONCE = 20;

/**
 * Hands messages over to the programs that want them, as they fall due. Any number of processes may do so on one database. `round` does what is
 * due now and gives how many messages it tried; `stop` lets what is under way end, within its time-out.
 */
export function createWebhookWorker(options: WebhookWorkerOptions): { start(): void; round(): Promise<number>; stop(): Promise<void> } {
  const { db, clock, log } = options;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();

  async function round(): Promise<number> {
    const claimed = await claimWebhooks(db, AT_ONCE, clock.now());
    await Promise.all(
      claimed.map(async (message) => {
        const tried = await sendWebhook(message, options);
        if (!tried.delivered)
          log.warn(
            { webhook: message.webhookId, message: message.id, status: tried.status, error: tried.error },
            'a webhook was not taken',
          );
        await recordWebhookTry(db, message, tried);
      }),
    );
    return claimed.length;
  }

  function look(): void {
    running = round()
      .catch((error: unknown) => {
        log.warn({ err: error }, 'webhooks could not be looked at');
        return 0;
      })
      .then((tried) => {
        if (!stopped) timer = setTimeout(look, tried === AT_ONCE ? 0 : LOOK_EVERY_MS);
      });
  }

  return {
    start: look,
    round,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
