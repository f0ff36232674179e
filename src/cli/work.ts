import type { Server } from 'node:http';
import { type LoneWorker, openLog, openLoneWorker } from '../compose-lone-worker.ts';
import type { Config } from '../config.ts';
import { closeHttp, listen } from './http.ts';
import { runUntilStopped } from './lifecycle.ts';

/** `adjourn work`: a worker alone until a signal. */
export async function work(config: Config): Promise<void> {
  const log = openLog(config.LOG_LEVEL);
  await runUntilStopped(log, async () => {
    const worker = await openLoneWorker(config, log);
    const http = await openHealth(config, worker).catch(async (error: unknown) => {
      await worker.close();
      throw error;
    });
    log.info(http ? { health: http.url } : {}, 'working');
    return {
      whenLost: worker.whenLost.then(() => 'the database is lost'),
      async close() {
        // Until it has gone it says that it is going.
        await worker.close();
        if (http) await closeHttp(http.server);
      },
    };
  });
}

/** What watches it asks at HEALTH_PORT, where there is one. */
async function openHealth(config: Config, worker: LoneWorker): Promise<{ server: Server; url: string } | undefined> {
  if (config.HEALTH_PORT === undefined) return undefined;
  const server = await worker.openHealth();
  return { server, url: await listen(server, config.HOST, config.HEALTH_PORT, 'HEALTH_PORT') };
}
