import { sql } from 'kysely';
import type { Database } from './database.ts';

/** Gives this database the identity that is part of every Message-ID; a database that has one keeps it. */
export async function ensureInstallation(db: Database, now: Temporal.Instant): Promise<void> {
  await sql`insert into installation (created_at) values (${now}) on conflict do nothing`.execute(db);
}
