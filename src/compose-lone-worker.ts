import type { Server } from 'node:http';
import { databaseLog, openStore, settleOwnIdentity } from './compose-store.ts';
import { openWorker } from './compose-worker.ts';
import { type Config, NO_MAIL_SERVER, demoByDefault, mailOf } from './config.ts';
import { type Log, openLog } from './log.ts';
import { acceptsDemo } from './operations/tenants/settle-demo.ts';
import { takeWorkerLock } from './postgres/embedded/server-lock.ts';
import { joinDatabase } from './postgres/embedded/source.ts';

export { openLog };

/** A worker without a server. */
export type LoneWorker = {
  whenLost: Promise<void>;
  /** Answers /healthz, /readyz and /metrics. */
  openHealth(): Promise<Server>;
  close(): Promise<void>;
};

/**
 * Opens what `adjourn work` needs, beside any number of servers on the same database. Throws a sentence where an embedded database has
 * its worker already: the server that runs it takes whatever any other held for a dead one's.
 */
export async function openLoneWorker(config: Config, log: Log): Promise<LoneWorker> {
  const store = await openStore(await joinDatabase(config, databaseLog(log), { makes: false }), config, log, 'work');
  try {
    if (config.DATABASE_URL === undefined && !(await takeWorkerLock(config.DATA_DIR)))
      throw new Error(`The mail of ${config.DATA_DIR} is handed over by its server: start that with WORKERS=0 first.`);
    const { connectionString, secretKeys } = store;
    const address = `http://${config.HOST}:${config.PORT}`;
    const publicUrl = (await settleOwnIdentity(store, config, { address, part: 'worker', takes: false })) ?? address;
    const mail = mailOf(config, await acceptsDemo(store.context, config.DEMO, demoByDefault(config)));
    if (mail === 'none') log.warn(NO_MAIL_SERVER);
    const worker = await openWorker({ config, connectionString, secretKeys, publicUrl, mail }, log, false);
    let stopping = false;
    return {
      whenLost: store.whenLost,
      async openHealth() {
        const [{ getRequestListener }, { serveConnections }, { createApp }, { healthOf }, { measure }] = await Promise.all([
          import('@hono/node-server'),
          import('./api/http/connections.ts'),
          import('./api/http/app.ts'),
          import('./compose-checks.ts'),
          import('./compose-metrics.ts'),
        ]);
        const { db, clock } = store.context;
        const { ready, figures } = worker;
        const app = createApp({
          context: store.context,
          doors: [],
          demo: false,
          throttled: true,
          trustedProxies: config.TRUSTED_PROXIES,
          https: false,
          log: { fault: (error, about) => log.error({ ...about, err: error }, 'fault'), request: (line) => log.debug(line, 'request') },
          ...healthOf({
            stopping: () => stopping,
            database: () => store.trouble(),
            worker,
            mute: mail === 'none' ? NO_MAIL_SERVER : undefined,
          }),
          metrics: measure({ db, clock, token: config.METRICS_TOKEN, worker: figures, ready }),
        });
        // oxlint-disable-next-line typescript/no-misused-promises -- the listener answers its own faults and never rejects
        return serveConnections(getRequestListener(app.fetch), config.TRUSTED_PROXIES);
      },
      async close() {
        stopping = true;
        await worker.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
