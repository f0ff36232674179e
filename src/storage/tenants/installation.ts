import { sql } from 'kysely';
import type { Database } from '../../postgres/database.ts';

/** Gives this database the identity that is part of every Message-ID; a database that has one keeps it. */
export async function ensureInstallation(db: Database, now: Temporal.Instant): Promise<void> {
  await sql`insert into installation (created_at) values (${now}) on conflict do nothing`.execute(db);
}

/** Keeps the operator's word on the demo: `at` is when it was refused, null allows it. */
export async function refuseDemo(db: Database, at: Temporal.Instant | null): Promise<void> {
  await sql`update installation set demo_refused_at = ${at}`.execute(db);
}

/** Whether the operator's last word was to refuse the demo. */
export async function isDemoRefused(db: Database): Promise<boolean> {
  const found = await sql<{ refused: boolean }>`select demo_refused_at is not null as refused from installation`.execute(db);
  return found.rows[0]?.refused ?? false;
}
