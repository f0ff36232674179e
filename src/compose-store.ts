import { type SecretKeys, clock, contextOver } from './compose-context.ts';
import { type Config, secretKeyOf } from './config.ts';
import type { Log } from './log.ts';
import type { Context } from './operations/context.ts';
import { type BroughtIdentity, settleIdentity } from './operations/tenants/settle-identity.ts';
import { openDatabase } from './postgres/database.ts';
import type { DatabaseLog, Source } from './postgres/embedded/source.ts';
import { migrate } from './postgres/migrate.ts';
import { troubleWith } from './postgres/ping.ts';
import { settingsNotInForce } from './postgres/settings.ts';
import { ensureInstallation } from './storage/tenants/installation.ts';

/** The database, brought up to this code, and what operations need. */
export type Store = {
  context: Context;
  connectionString: string;
  secretKeys: SecretKeys;
  /** Files of the migrations that this start applied. */
  migrated: string[];
  /** Resolves when the embedded database died for good; stays pending otherwise. */
  whenLost: Promise<void>;
  /** Why the database cannot be worked with just now; undefined when it can. Bounded in time. */
  trouble(): Promise<string | undefined>;
  close(): Promise<void>;
};

/** Opens and migrates a database. `part` names this process to it. Throws a sentence for the operator when that cannot be done. */
export async function openStore({ connectionString, kept }: Source, config: Config, log: Log, part: string): Promise<Store> {
  const db = openDatabase(connectionString, {
    applicationName: `adjourn ${part}`,
    onError: (error) => log.warn({ err: error }, 'a database connection broke'),
  });
  const close = async () => {
    await db.destroy();
    await kept?.stop();
  };
  try {
    const { applied } = await migrate(connectionString);
    if (applied.length > 0) log.info({ applied }, 'database migrated');
    const missing = await settingsNotInForce(db);
    if (missing.length > 0)
      throw new Error(
        `The database does not go by the settings that Adjourn keeps for its role: ${missing.join(', ')}. A pooler lends connections from before: have it make new ones (PgBouncer: RECONNECT).`,
      );
    await ensureInstallation(db, clock.now());
    // Made with the first start, so that it is in every backup of DATA_DIR from then on.
    const secretKeys: SecretKeys = [secretKeyOf(config), ...config.OLD_SECRET_KEYS];
    return {
      context: contextOver(db, secretKeys),
      connectionString,
      secretKeys,
      migrated: applied,
      whenLost: kept?.whenLost ?? new Promise(() => {}),
      async trouble() {
        if (kept?.running() === false) return 'the embedded database is being started again';
        return await troubleWith(db);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Makes sure that this process signs and links as the others on its database do; answers where links lead, null as long as nobody has said. Throws a
 * sentence for the operator otherwise.
 */
export async function settleOwnIdentity(
  { context, secretKeys }: Pick<Store, 'context' | 'secretKeys'>,
  config: Config,
  brought: Pick<BroughtIdentity, 'address' | 'part' | 'takes'>,
): Promise<string | null> {
  const settled = await settleIdentity(context, { secretKeys, publicUrl: config.PUBLIC_URL, ...brought });
  const otherwise = 'or, where the change is meant, run `adjourn identity take` with the new ones and restart every process.';
  switch (settled.outcome) {
    case 'settled':
      return settled.publicUrl;
    case 'other_key':
      throw new Error(`SECRET_KEY is not the one that the other processes on this database have: set the same, ${otherwise}`);
    case 'other_url':
      throw new Error(`PUBLIC_URL is not what it is for the other processes on this database: set it to ${settled.recorded}, ${otherwise}`);
  }
}

export function databaseLog(log: Log): DatabaseLog {
  return ({ level, message, error }) => log[level](error === undefined ? {} : { err: error }, message);
}
