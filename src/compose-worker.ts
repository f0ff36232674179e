import { readFileSync } from 'node:fs';
import { meetbitWebhook } from './api/meetbit/webhook.ts';
import { zyntroWebhook } from './api/zyntro/webhook.ts';
import type { Config } from './config.ts';
import type { Transport } from './delivery/transport.ts';
import type { Clock } from './domain/clock.ts';
import type { Log } from './log.ts';
import type { Random } from './domain/random.ts';
import type { Context } from './operations/context.ts';
import { aboutWebhook } from './operations/webhooks/create-webhook.ts';
import { keepExpiring } from './operations/keep-expiring.ts';
import { unseal } from './crypto/sealed-text.ts';
import type { Database } from './postgres/database.ts';

/**
 * Starts handing over mail, through SMTP_URL or into the development mailbox, and messages to other programs. The worker's pool is closed with it: a
 * heartbeat must not queue behind requests, so it is its own.
 */
export async function openWorker(
  config: Config,
  log: Log,
  store: { context: Context; connectionString: string; db: Database },
  given: { publicUrl: string; soleWorker: boolean; tools: { clock: Clock; random: Random } },
): Promise<{ ready(): boolean; stop(): Promise<void> }> {
  const [{ startWorker }, { createWebhookWorker }, { TEMPLATE_VERSION, TZ_VERSION, createComposer }] = await Promise.all([
    import('./delivery/worker.ts'),
    import('./delivery/webhooks/webhook-worker.ts'),
    import('./delivery/email/compose-email.ts'),
  ]);
  const { db, context } = store;
  const { clock, random } = given.tools;
  const transport = await openTransport(config, db, clock);
  const expiry = keepExpiring(context, (error) => log.error({ err: error }, 'what is overdue could not be given back'));
  const worker = startWorker({
    db,
    listenTo: store.connectionString,
    clock,
    random,
    transport,
    compose: createComposer(),
    composedWith: { templateVersion: TEMPLATE_VERSION, tzVersion: TZ_VERSION },
    log,
    publicUrl: given.publicUrl,
    links: context.links,
    concurrency: config.WORKERS,
    soleWorker: given.soleWorker,
  });
  const hooks = createWebhookWorker({
    db,
    clock,
    log,
    forms: { meetbit: meetbitWebhook, zyntro: zyntroWebhook },
    unseal: (sealed, webhookId) => unseal(context, sealed, aboutWebhook(webhookId)),
  });
  hooks.start();
  return {
    ready: () => worker.ready(),
    async stop() {
      await Promise.all([worker.stop(), expiry.stop(), hooks.stop()]);
      await transport.close();
      await db.destroy();
    },
  };
}

async function openTransport(config: Config, db: Database, clock: Clock): Promise<Transport> {
  if (config.SMTP_URL === undefined) {
    const { createCaptureTransport } = await import('./delivery/capture-transport.ts');
    return createCaptureTransport({ db, clock });
  }
  const { createSmtpTransport } = await import('./delivery/smtp-transport.ts');
  const { DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector, DKIM_PRIVATE_KEY_FILE: file } = config;
  const dkim = domainName && keySelector && file ? { domainName, keySelector, privateKey: readFileSync(file, 'utf8') } : undefined;
  return createSmtpTransport({ url: config.SMTP_URL, connections: config.WORKERS, ...(dkim && { dkim }) });
}
