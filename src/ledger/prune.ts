import { sql } from 'kysely';
import type { Database } from '../postgres/database.ts';

/** What was let go: mails of the development mailbox, rows of attempts, and tries of messages to other programs. */
export type Pruned = { mails: number; attempts: number; webhookTries: number };

/** So much at a time, that nobody waits for it. */
const AT_ONCE = 5_000;

/**
 * Lets go what nobody needs to prove that somebody was told: the kept bytes of mails from before an instant, and the failed attempts of deliveries that
 * came to their end before it; and what was sent to other programs and answered, of messages that came to theirs. What each was told, when, and the server's last words stay, in `deliveries`, for ever. In steps, each for itself.
 */
export async function prune(db: Database, before: Temporal.Instant): Promise<Pruned> {
  return {
    mails: await inSteps(async (from) => {
      const found = await sql<{ gone: number; last: number | null }>`
        with looked as materialized (select id, received_at from captured_mails where id > ${from} order by id limit ${AT_ONCE}),
        gone as (delete from captured_mails m using looked l where m.id = l.id and l.received_at < ${before} returning m.id)
        select (select count(*) from gone) as gone, max(id) as last from looked`.execute(db);
      return found.rows[0];
    }),
    attempts: await inSteps(async (from) => {
      const found = await sql<{ gone: number; last: number | null }>`
        with looked as materialized (select delivery_id, tenant_id, number from delivery_attempts where delivery_id > ${from} order by delivery_id
          fetch first ${AT_ONCE} rows with ties),
        over as materialized (select l.* from looked l cross join lateral (select finished_at from deliveries d
          where d.tenant_id = l.tenant_id and d.id = l.delivery_id offset 0) d where d.finished_at < ${before}),
        gone as (delete from delivery_attempts a using over o
          where a.delivery_id = o.delivery_id and a.number = o.number and a.tenant_id = o.tenant_id returning a.number)
        select (select count(*) from gone) as gone, max(delivery_id) as last from looked`.execute(db);
      return found.rows[0];
    }),
    webhookTries: await inSteps(async (from) => {
      const found = await sql<{ gone: number; last: number | null }>`
        with looked as materialized (select id, message_id, tenant_id from webhook_attempts where id > ${from} order by id limit ${AT_ONCE}),
        over as materialized (select l.id from looked l cross join lateral (select finished_at from webhook_deliveries d
          where d.tenant_id = l.tenant_id and d.id = l.message_id offset 0) d where d.finished_at < ${before}),
        gone as (delete from webhook_attempts a using over o where a.id = o.id returning a.id)
        select (select count(*) from gone) as gone, max(id) as last from looked`.execute(db);
      return found.rows[0];
    }),
  };
}

async function inSteps(step: (from: number) => Promise<{ gone: number; last: number | null } | undefined>): Promise<number> {
  let gone = 0;
  for (let from = 0; ;) {
    const done = await step(from);
    gone += done?.gone ?? 0;
    if (!done || done.last === null) return gone;
    from = done.last;
  }
}
