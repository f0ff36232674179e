import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { meetbitWebhook } from './api/meetbit/webhook.ts';
import { zyntroWebhook } from './api/zyntro/webhook.ts';
import { type SecretKeys, clock, contextOver, random } from './compose-context.ts';
import type { Config } from './config.ts';
import { unseal } from './crypto/sealed-text.ts';
import { TEMPLATE_VERSION, TZ_VERSION, createComposer } from './delivery/email/compose-email.ts';
import type { WorkerFigures } from './delivery/figures.ts';
import type { Transport } from './delivery/transport.ts';
import { createAccountMailWorker } from './delivery/accounts/account-mail-worker.ts';
import { createWebhookWorker } from './delivery/webhooks/webhook-worker.ts';
import { startWorker } from './delivery/worker.ts';
import type { Log } from './log.ts';
import { aboutAccountMail } from './domain/people/account-mail.ts';
import { keepExpiring } from './operations/keep-expiring.ts';
import { aboutWebhook } from './operations/webhooks/create-webhook.ts';
import { connectionsOf } from './postgres/connections.ts';
import { type Database, openDatabase } from './postgres/database.ts';

/** What of the configuration concerns a worker. */
export type WorkerConfig = Pick<Config, 'SMTP_URL' | 'WORKERS' | 'LOG_LEVEL' | 'DKIM_DOMAIN' | 'DKIM_SELECTOR' | 'DKIM_PRIVATE_KEY_FILE'>;

/** All that a worker is told; plain values, which go to a thread of its own. */
export type WorkerOrder = {
  config: WorkerConfig;
  connectionString: string;
  secretKeys: SecretKeys;
  /** Where the links of mails lead, without a trailing slash. */
  publicUrl: string;
  /** What becomes of mails; `none`: they wait, and only other programs are told. */
  mail: 'sent' | 'kept' | 'none';
};

export type OpenWorker = {
  /** There may be something to do. Returns at once. */
  wake(): void;
  /** It holds its lease, so it reaches its database. */
  ready(): boolean;
  figures(): WorkerFigures;
  /** Finishes what is under way, within a bound, and gives the rest back. */
  stop(): Promise<void>;
};

// The heartbeat must not queue behind what is being sent.
const CONNECTIONS = 8;

/** Of a worker that hands over no mail. */
const IDLE = { attempts: { sent: 0, deferred: 0, refused: 0, lost: 0 }, mailServer: null };

/**
 * Starts handing over mail, through SMTP_URL or into the development mailbox, where there is one of the two, and messages to other programs. `soleWorker`: no other worker
 * can be alive on this database, so what one held is freed at once.
 */
export async function openWorker(order: WorkerOrder, log: Log, soleWorker: boolean): Promise<OpenWorker> {
  const { config, connectionString, publicUrl } = order;
  const db = openDatabase(connectionString, {
    maxConnections: CONNECTIONS,
    applicationName: 'adjourn worker',
    onError: (error) => log.warn({ err: error }, 'a database connection of the worker broke'),
  });
  const context = contextOver(db, order.secretKeys);
  const transport = await openTransport(order, db);
  const expiry = keepExpiring(context, {
    onFault: (error) => log.error({ err: error }, 'what is overdue could not be given back'),
    onSetback: ({ kind, id, tenantId, tries, retryAt, cause }) =>
      log.error(
        { kind, id, tenantId, tries, retryAt: retryAt.toString(), err: cause },
        'something overdue could not be given back and waits alone',
      ),
  });
  const worker =
    transport &&
    startWorker({
      db,
      listenTo: connectionString,
      clock,
      random,
      transport,
      compose: createComposer(),
      composedWith: { templateVersion: TEMPLATE_VERSION, tzVersion: TZ_VERSION },
      log,
      publicUrl,
      links: context.links,
      concurrency: Math.max(1, config.WORKERS),
      soleWorker,
    });
  const hooks = createWebhookWorker({
    db,
    clock,
    log,
    forms: { meetbit: meetbitWebhook, zyntro: zyntroWebhook },
    unseal: (sealed, webhookId) => unseal(context, sealed, aboutWebhook(webhookId)),
  });
  hooks.start();
  const accounts =
    transport &&
    createAccountMailWorker({
      db,
      clock,
      chance: Math.random,
      transport,
      log,
      publicUrl,
      unseal: ({ tenantId, userId, tokenSealed }) => unseal(context, tokenSealed, aboutAccountMail(tenantId, userId)),
    });
  accounts?.start();
  const delay = monitorEventLoopDelay();
  delay.enable();
  return {
    wake() {
      worker?.wake();
      accounts?.wake();
    },
    ready: () => worker?.ready() ?? true,
    figures() {
      const loopDelaySeconds = delay.max / 1e9;
      delay.reset();
      return { ...(worker?.figures() ?? IDLE), webhookTries: hooks.tries(), connections: connectionsOf(db), loopDelaySeconds };
    },
    async stop() {
      delay.disable();
      await Promise.all([worker?.stop(), expiry.stop(), hooks.stop(), accounts?.stop()]);
      await transport?.close();
      await db.destroy();
    },
  };
}

async function openTransport({ config, mail }: WorkerOrder, db: Database): Promise<Transport | undefined> {
  if (config.SMTP_URL === undefined) {
    if (mail !== 'kept') return undefined;
    const { createCaptureTransport } = await import('./delivery/capture-transport.ts');
    return createCaptureTransport({ db, clock });
  }
  const { createSmtpTransport } = await import('./delivery/smtp-transport.ts');
  const { DKIM_DOMAIN: domainName, DKIM_SELECTOR: keySelector, DKIM_PRIVATE_KEY_FILE: file } = config;
  const dkim = domainName && keySelector && file ? { domainName, keySelector, privateKey: readFileSync(file, 'utf8') } : undefined;
  return createSmtpTransport({ url: config.SMTP_URL, connections: config.WORKERS, ...(dkim && { dkim }) });
}
