import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Database } from './database.ts';

// Longer than a busy pool takes to lend a connection, shorter than who asks will wait.
const PATIENCE_MS = 2_000;

/** Whether the database answers, within two seconds. */
export async function ping(db: Database): Promise<boolean> {
  const answer = sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
  return Promise.race([answer, sleep(PATIENCE_MS, false, { ref: false })]);
}
