import { sql } from 'kysely';
import type { Database } from '../postgres/database.ts';

/** Of each kind so many are counted: the numbers are for a watch that looks every few seconds, at a ledger of any size. */
export const COUNTED = 10_000;

/** How the ledger stands, of all tenants. Counts end at COUNTED. Instants are null where there is nothing. */
export type LedgerFigures = {
  queued: number;
  awaitingRetry: number;
  sending: number;
  failed: number;
  bounced: number;
  /** Since when the notice has been due that is due the longest. */
  oldestDueAt: Temporal.Instant | null;
  /** Plans whose notices are not all written; `plansFailed` of them could not be expanded at the last try. */
  plans: number;
  plansFailed: number;
  oldestPlanAt: Temporal.Instant | null;
  /** Since when the message to another program has been due that is due the longest, of those that are not held back. */
  oldestWebhookDueAt: Temporal.Instant | null;
  /** Workers whose lease stands, by the database's clock. */
  workers: number;
};

/** A look that takes longer tells nothing any more: while a transaction stays open somewhere, an index keeps what has gone. */
const BOUND_MS = 2_000;

/**
 * Reads how the ledger stands, by the indexes of what waits and of what did not arrive, so that what was sent costs nothing however much it is. Rejects when that takes
 * longer than two seconds, or the database does not answer.
 */
export async function readFigures(db: Database, now: Temporal.Instant, boundMs = BOUND_MS): Promise<LedgerFigures> {
  return await db.transaction().execute(async (tx) => {
    await sql`set local statement_timeout = ${sql.lit(boundMs)}`.execute(tx);
    const read = await sql<LedgerFigures>`
      with waiting as materialized (${sql.join([waitingIn(0), waitingIn(1)], sql` union all `)}),
      plans as materialized (
        select created_at, attempts from outbox where state = 'pending' and expanded_at is null order by lane, planned, id limit ${COUNTED}
      )
      select count(*) filter (where w.state = 'queued') as queued, count(*) filter (where w.state = 'awaiting_retry') as awaiting_retry,
        min(w.due_at) filter (where w.due_at <= ${now}) as oldest_due_at,
        (select count(*) from (select from deliveries where state = 'sending' limit ${COUNTED}) s) as sending,
        ${missed('failed')} as failed, ${missed('bounced')} as bounced,
        (select count(*) from plans) as plans, (select count(*) from plans where attempts > 0) as plans_failed,
        (select min(created_at) from plans) as oldest_plan_at,
        (select min(d.due_at) from webhooks h cross join lateral (
          select due_at from webhook_deliveries d where d.webhook_id = h.id and d.state in ('queued', 'awaiting_retry') order by d.due_at limit 1) d
          where h.status = 'active' and d.due_at <= ${now}) as oldest_webhook_due_at,
        (select count(*) from workers where alive_until > clock_timestamp()) as workers
      from waiting w`.execute(tx);
    const [figures] = read.rows;
    if (!figures) throw new Error('the database gave no figures');
    return figures;
  });
}

const waitingIn = (lane: number) => sql`
  (select state, due_at from deliveries where state in ('queued', 'awaiting_retry') and lane = ${sql.lit(lane)} order by lane, due_at, id limit ${COUNTED})`;

/** Those that did not arrive, tenant by tenant, as their index has them. */
const missed = (state: 'failed' | 'bounced') => sql`
  (select count(*) from (select from tenants t cross join lateral (
    select from deliveries d where d.tenant_id = t.id and d.state = ${sql.lit(state)} limit ${COUNTED}) d limit ${COUNTED}) m)`;
