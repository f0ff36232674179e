import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from './database.ts';

// Longer than a busy pool takes to lend a connection, shorter than who asks will wait.
const PATIENCE_MS = 2_000;

/** Why a database cannot be worked with: it does not answer within two seconds, or takes no changes. Undefined when it can. */
export async function troubleWith(db: Database): Promise<string | undefined> {
  const silent = 'the database does not answer';
  const answer = sql<{ only: string }>`select current_setting('transaction_read_only') as only`.execute(db).then(
    ({ rows }) => (rows[0]?.only === 'on' ? 'the database takes no changes: it is a standby, or read-only' : undefined),
    () => silent,
  );
  return await Promise.race([answer, sleep(PATIENCE_MS, silent, { ref: false })]);
}
