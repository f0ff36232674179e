import { databaseLog, openStore, settleOwnIdentity } from './compose-store.ts';
import { openWorker } from './compose-worker.ts';
import { type Config, NO_MAIL_SERVER, demoByDefault, mailOf } from './config.ts';
import { type Log, openLog } from './log.ts';
import { acceptsDemo } from './operations/tenants/settle-demo.ts';
import { takeWorkerLock } from './postgres/embedded/server-lock.ts';
import { joinDatabase } from './postgres/embedded/source.ts';

export { openLog };

/** A worker without a server. */
export type LoneWorker = { whenLost: Promise<void>; close(): Promise<void> };

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
    return {
      whenLost: store.whenLost,
      async close() {
        await worker.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}
