import { clock } from './compose-context.ts';
import { databaseLog } from './compose-store.ts';
import { type Config, secretKeyOf } from './config.ts';
import { expandNext } from './ledger/expand-next.ts';
import { countWaiting, holdMail } from './ledger/hold.ts';
import { openLog } from './log.ts';
import { openDatabase } from './postgres/database.ts';
import type { AboutBackup } from './postgres/embedded/backup/archive.ts';
import { migrate } from './postgres/migrate.ts';
import { joinDatabase, startDatabase } from './postgres/embedded/source.ts';

const EXPANDED_AT_ONCE = 1_000;
const OUTSIDE = 'The database is an outside one (DATABASE_URL): back it up with its own tools, as docs/deploy.md says.';

/** Writes a backup of the embedded database to a file, whether its server runs or not. Throws a sentence where it cannot. */
export async function backUpTo(config: Config, file: string): Promise<AboutBackup> {
  if (config.DATABASE_URL !== undefined) throw new Error(OUTSIDE);
  const { connectionString, kept } = await joinDatabase(config, databaseLog(openLog('error')), { makes: false });
  try {
    const { backUp } = await import('./postgres/embedded/backup/back-up.ts');
    // One that is in the environment is not ours to keep. Any other is made with the first start, which may be under way.
    const secretKey = config.SECRET_KEY === undefined ? `${secretKeyOf(config)}\n` : null;
    return await backUp(connectionString, file, { secretKey, now: clock.now() });
  } finally {
    await kept?.stop();
  }
}

export type RestoredDatabase = { about: AboutBackup; aside: string[]; waiting: number; held: number };

/**
 * Restores a backup into DATA_DIR, has the database recover once, and answers how much waits in it to be told; with `holdMail` that is held until it is released.
 * Throws a sentence where it cannot.
 */
export async function restoreFrom(config: Config, file: string, options: { force: boolean; holdMail: boolean }): Promise<RestoredDatabase> {
  if (config.DATABASE_URL !== undefined) throw new Error(OUTSIDE);
  const log = databaseLog(openLog('error'));
  const { restore } = await import('./postgres/embedded/backup/restore.ts');
  const restored = await restore(file, { dataDir: config.DATA_DIR, force: options.force, now: clock.now(), log });
  const { connectionString, kept } = await startDatabase(config, log);
  try {
    // Only with a schema of ours can what waits be written out.
    if (options.holdMail) await migrate(connectionString);
    const db = openDatabase(connectionString, { maxConnections: 1, applicationName: 'adjourn restore' });
    try {
      // A change whose notices were held before they are written would keep the later ones of its event waiting behind it.
      while (options.holdMail && (await expandNext(db, EXPANDED_AT_ONCE, clock.now())).expanded.length > 0);
      return { ...restored, waiting: await countWaiting(db), held: options.holdMail ? await holdMail(db) : 0 };
    } finally {
      await db.destroy();
    }
  } finally {
    await kept?.stop();
  }
}
