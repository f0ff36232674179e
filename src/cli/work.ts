import { openLog, openLoneWorker } from '../compose-lone-worker.ts';
import type { Config } from '../config.ts';
import { runUntilStopped } from './lifecycle.ts';

/** `adjourn work`: a worker alone until a signal. */
export async function work(config: Config): Promise<void> {
  const log = openLog(config.LOG_LEVEL);
  await runUntilStopped(log, async () => {
    const worker = await openLoneWorker(config, log);
    log.info('working');
    return { whenLost: worker.whenLost.then(() => 'the database is lost'), close: () => worker.close() };
  });
}
