import { join } from 'node:path';
import type { Hono } from 'hono';
import { serveConnections } from './api/http/connections.ts';
import type { Door, DoorEnv } from './api/http/door.ts';
import { healthOf } from './compose-checks.ts';
import { databaseLog, openStore, settleOwnIdentity } from './compose-store.ts';
import { type Config, NO_MAIL_SERVER, demoByDefault, isLoopback, mailOf } from './config.ts';
import { proofOf } from './crypto/proof.ts';
import type { TestMailOutcome } from './doctor/send-test-mail.ts';
import type { Tenant } from './domain/tenants/tenant.ts';
import { isAnyWorkerAlive } from './ledger/leases.ts';
import { keepWorker } from './keep-worker.ts';
import { type Log, openLog } from './log.ts';
import { type CreateTenantOutcome, createTenant } from './operations/tenants/create-tenant.ts';
import type { TypedTenant } from './domain/tenants/new-tenant.ts';
import { type Explanation, explain } from './operations/ledger/explain.ts';
import {
  type MadeAccount,
  type MadeKey,
  makeAccessKey,
  makeAccount,
  makeClient,
  makeDeveloperSecret,
  revokeAccessKey,
} from './operations/access/make-credentials.ts';
import { type OrderTools, orderTools } from './operations/orders/order-tools.ts';
import { type PruneOutcome, pruneLedger } from './operations/ledger/prune-ledger.ts';
import { type HouseTools, houseTools } from './operations/people/house-tools.ts';
import { type WebhookTools, webhookTools } from './operations/webhooks/webhook-tools.ts';
import { findTenantByName } from './operations/tenants/find-tenant-by-name.ts';
import { type RemoveDemoOutcome, removeDemo } from './operations/tenants/remove-demo.ts';
import { isSetUp, issueSetupToken } from './operations/tenants/set-up.ts';
import { type SettledDemo, settleDemo } from './operations/tenants/settle-demo.ts';
import { takeWorkerLock } from './postgres/embedded/server-lock.ts';
import { holdsAdjourn } from './postgres/holds-adjourn.ts';
import { joinDatabase, startDatabase } from './postgres/embedded/source.ts';

export type { CreateTenantOutcome, Explanation, Log };
export { openLog, serveConnections };

/** What one-off commands do, over the database of the configuration, whether its server runs or not. */
export type Tools = {
  migrated: string[];
  /** Where links in mails lead; null as long as no server has started. */
  publicUrl: string | null;
  /** Whether anybody hands over mail just now. */
  mailLeaves(): Promise<boolean>;
  /** Makes a tenant with its administrator, a first calendar and a key. */
  createTenant(typed: TypedTenant): Promise<CreateTenantOutcome>;
  /** Loads the demo into an empty database and lifts an earlier refusal of it. */
  loadDemo(): Promise<SettledDemo>;
  /** Takes the demo out of the database, with all that was made in it. */
  removeDemo(): Promise<RemoveDemoOutcome>;
  /** What became of the notices of a person or an event. */
  explain(subject: string): Promise<Explanation[]>;
  /** Whom a command is about: the tenant of that host, or the only one there is. */
  tenantNamed(host?: string): Promise<Tenant | undefined>;
  webhooks: WebhookTools;
  orders: OrderTools;
  house: HouseTools;
  makeClient(tenant: Tenant, given: Parameters<typeof makeClient>[2]): Promise<MadeKey>;
  makeAccessKey(tenant: Tenant, clientId: number): Promise<MadeKey | null>;
  makeAccount(tenant: Tenant): Promise<MadeAccount>;
  makeDeveloperSecret(tenant: Tenant): Promise<string>;
  revokeAccessKey(tenant: Tenant, keyId: string): Promise<boolean>;
  prune(before: Temporal.Instant): Promise<PruneOutcome>;
  /** Hands one mail over as notices are. */
  sendTestMail(tenant: Tenant, to: string): Promise<TestMailOutcome>;
  close(): Promise<void>;
};

/** Opens and migrates the database for a one-off command; throws a sentence where there is none and the command does not make one. */
export async function openTools(config: Config, log: Log, { takesIdentity = false, makes = false } = {}): Promise<Tools> {
  if (!makes && config.DATABASE_URL !== undefined && !(await holdsAdjourn(config.DATABASE_URL)))
    throw new Error("There is nothing of Adjourn in this database: set DATABASE_URL to the server's, or make it with `adjourn migrate`.");
  const store = await openStore(await joinDatabase(config, databaseLog(log), { makes }), config, log, 'command');
  const { context, migrated, close } = store;
  const publicUrl = await settleOwnIdentity(store, config, { address: null, part: 'command', takes: takesIdentity }).catch(
    async (error: unknown) => {
      await close();
      throw error;
    },
  );
  return {
    migrated,
    publicUrl,
    mailLeaves: () => isAnyWorkerAlive(context.db),
    createTenant: (typed) => createTenant(context, typed),
    explain: (subject) => explain(context, subject),
    tenantNamed: (host = '') => findTenantByName(context, host),
    webhooks: webhookTools(context),
    orders: orderTools(context),
    house: houseTools(context),
    makeClient: (tenant, given) => makeClient(context, tenant, given),
    makeAccessKey: (tenant, clientId) => makeAccessKey(context, tenant, clientId),
    makeAccount: (tenant) => makeAccount(context, tenant),
    makeDeveloperSecret: (tenant) => makeDeveloperSecret(context, tenant),
    revokeAccessKey: (tenant, keyId) => revokeAccessKey(context, tenant, keyId),
    prune: (before) => pruneLedger(context, before),
    removeDemo: () => removeDemo(context),
    sendTestMail: async ({ senderMailbox: from }, to) => (await import('./compose-doctor.ts')).sendTestMailBy(config, { from, to }),
    loadDemo: () => settleDemo(context, { asked: 'on', byDefault: false, senderMailbox: config.MAIL_FROM }),
    close,
  };
}

const WATCHED = ['/healthz', '/readyz', '/metrics'];

/** A server without its socket. */
export type Server = {
  fetch: Hono<DoorEnv>['fetch'];
  demo: SettledDemo;
  /** Where the first house is made by page, once and within an hour, below the server's address; undefined where there is one. */
  setupPath: string | undefined;
  /** Whether mails are kept, and /mailbox shows them. */
  mailbox: boolean;
  whenLost: Promise<void>;
  /** Starts handing over mail. Throws a sentence where another process on the database links elsewhere. `publicUrl` is where its links lead, without a trailing slash. */
  work(publicUrl: string): Promise<void>;
  /** From now on /readyz says that this server is going; what is being sent is finished, within a bound. */
  drain(): Promise<void>;
  close(): Promise<void>;
};

/** Opens everything that `adjourn serve` needs: database, demo, doors. */
export async function openServer(config: Config, log: Log): Promise<Server> {
  const onLoopback = isLoopback(config.HOST);
  // What the mailbox shows is everybody's mail, so it is for this machine alone.
  const mailbox = config.SMTP_URL === undefined && onLoopback;
  // The doors and the worker load while the database starts.
  const worker = config.WORKERS > 0 ? keepWorker({ log }) : undefined;
  const [store, doors, { createApp }, { measure }] = await Promise.all([
    startDatabase(config, databaseLog(log)).then((source) => openStore(source, config, log, 'serve')),
    loadDoors(mailbox),
    import('./api/http/app.ts'),
    import('./compose-metrics.ts'),
  ]).catch(async (error: unknown) => {
    await worker?.stop();
    throw error;
  });
  const context = {
    ...store.context,
    wake() {
      worker?.wake();
      return store.context.wake();
    },
  };
  const demo = await settleDemo(context, {
    asked: config.DEMO,
    byDefault: demoByDefault(config),
    senderMailbox: config.MAIL_FROM,
  });
  const setupPath = demo.empty ? `/setup/${await issueSetupToken(context)}` : undefined;
  let known = !demo.empty;
  // Asked until there is one, not for ever.
  const setUp = async () => (known ||= await isSetUp(context).catch(() => false));
  const mail = mailOf(config, demo.accepted);
  const mute = mail === 'none' && worker !== undefined ? NO_MAIL_SERVER : undefined;
  if (mute !== undefined) log.warn(mute);
  let draining = false;
  const app = createApp({
    context,
    doors,
    demo: demo.accepted,
    throttled: config.THROTTLE === 'on',
    trustedProxies: config.TRUSTED_PROXIES,
    https: config.PUBLIC_URL?.startsWith('https:') ?? false,
    log: {
      fault: (error, about) => log.error({ ...about, err: error }, 'fault'),
      // Whoever watches the server asks for its health every few seconds.
      request: (line) => log[WATCHED.includes(line.route) ? 'debug' : 'info'](line, 'request'),
    },
    ...healthOf({ stopping: () => draining, database: () => store.trouble(), setUp, worker, mute }),
    prove: (challenge) => proofOf(store.secretKeys[0], challenge),
    examine: async (tenantId) => {
      const { examineFor } = await import('./compose-doctor.ts');
      return await examineFor(config, { ...store, db: context.db, demo: demo.accepted }, tenantId);
    },
    metrics: measure({
      db: context.db,
      clock: context.clock,
      token: config.METRICS_TOKEN,
      worker: () => worker?.figures(),
      ready: () => worker?.ready() ?? false,
    }),
  });
  return {
    fetch: app.fetch,
    demo,
    setupPath,
    mailbox: mailbox && mail === 'kept',
    whenLost: store.whenLost,
    async work(publicUrl) {
      const embedded = config.DATABASE_URL === undefined;
      await settleOwnIdentity(store, config, { address: publicUrl, part: 'server', takes: embedded });
      if (worker === undefined) return;
      const { connectionString, secretKeys } = store;
      // An embedded database has one worker, which the lock sees to: whatever another one held, that one is gone.
      const soleWorker = embedded && (await takeWorkerLock(config.DATA_DIR)) !== undefined;
      // Only what a worker needs: the thread is handed a copy.
      const { SMTP_URL, WORKERS, LOG_LEVEL, DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY_FILE } = config;
      const about = { SMTP_URL, WORKERS, LOG_LEVEL, DKIM_DOMAIN, DKIM_SELECTOR, DKIM_PRIVATE_KEY_FILE };
      worker.begin({ soleWorker, order: { config: about, connectionString, secretKeys, publicUrl, mail } });
    },
    async drain() {
      draining = true;
      await worker?.stop();
    },
    async close() {
      await worker?.stop();
      await store.close();
    },
  };
}

/** In the order they are asked: MeetBit's prefix lies inside Nexudus's. */
async function loadDoors(mailbox: boolean): Promise<Door[]> {
  const [{ meetbit }, { zyntro }, { nexudus }, { v1 }, { portal }] = await Promise.all([
    import('./api/meetbit/routes.ts'),
    import('./api/zyntro/routes.ts'),
    import('./api/nexudus/routes.ts'),
    import('./api/v1/routes.ts'),
    import('./portal/server/routes.ts'),
  ]);
  return [meetbit, zyntro, nexudus, v1, portal({ root: join(import.meta.dirname, '../dist/portal'), mailbox })];
}
