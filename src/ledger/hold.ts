import { sql } from 'kysely';
import type { Database } from '../postgres/database.ts';

/** Due then is what is held: after every time that a notice can be due of itself, and before the end of what Temporal and PostgreSQL both know. */
const HELD_UNTIL = Temporal.Instant.from('2200-01-01T00:00:00Z');

/**
 * Holds back all that waits to be told, of all tenants, until it is released: notices, and changes whose notices are not written. What somebody was handing over is
 * held as possibly sent, as after a worker's death. For a database that nobody works on. Answers how much is held.
 */
export async function holdMail(db: Database): Promise<number> {
  await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`update deliveries set due_at = ${HELD_UNTIL}, possibly_sent = possibly_sent or state = 'sending',
      state = case when state = 'sending' then 'awaiting_retry' else state end, leased_by = null
      where state in ('queued', 'awaiting_retry', 'sending')`.execute(tx);
    await sql`update outbox set retry_at = ${HELD_UNTIL} where state = 'pending'`.execute(tx);
  });
  return await countHeld(db);
}

/** Lets go what is held: due at once. Answers how much that was. */
export async function releaseMail(db: Database, now: Temporal.Instant): Promise<number> {
  return await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    const notices =
      await sql`update deliveries set due_at = ${now} where state in ('queued', 'awaiting_retry') and due_at = ${HELD_UNTIL}`.execute(tx);
    const plans = await sql`update outbox set retry_at = null where state = 'pending' and retry_at = ${HELD_UNTIL}`.execute(tx);
    return Number(notices.numAffectedRows ?? 0n) + Number(plans.numAffectedRows ?? 0n);
  });
}

/** How many notices, and changes whose notices are not written, are held. */
export async function countHeld(db: Database): Promise<number> {
  const found = await sql<{ held: number }>`
    select (select count(*) from unnest(array[0, 1]) l cross join lateral (
        select from deliveries d where d.state in ('queued', 'awaiting_retry') and d.lane = l and d.due_at = ${HELD_UNTIL}) d)
      + (select count(*) from outbox where state = 'pending' and retry_at = ${HELD_UNTIL}) as held`.execute(db);
  return found.rows[0]?.held ?? 0;
}

/** How many notices, and changes whose notices are not written, wait to be told, held or not. */
export async function countWaiting(db: Database): Promise<number> {
  const found = await sql<{ waiting: number }>`
    select (select count(*) from deliveries where state in ('queued', 'awaiting_retry', 'sending')) + (select count(*) from outbox where state = 'pending') as waiting`.execute(
    db,
  );
  return found.rows[0]?.waiting ?? 0;
}
