import { sql } from 'kysely';
import type { Database, Transaction } from '../postgres/database.ts';
import { purposesWhere } from '../domain/notices/who-is-told.ts';
import { byId, newerRevision, ofSubject, overBecause, told } from './order.ts';
import { REASONS, listed } from './reasons.ts';
import { suppressBounced } from './suppressions.ts';

/** How one attempt ended. `attempt` is the claim's `attempts`; `words` are the server's, for the ledger only. */
type Ended = {
  tenantId: number;
  id: number;
  attempt: number;
  startedAt: Temporal.Instant;
  endedAt: Temporal.Instant;
  words: string;
  /** SHA-256 of the composed bytes; null when there were none. */
  sha256: string | null;
};

export type SentAttempt = Ended & { outcome: 'sent' };

export type UnsentAttempt = Ended & {
  outcome: 'deferred' | 'refused' | 'lost';
  state: 'awaiting_retry' | 'bounced' | 'failed';
  /** Bytes may have arrived all the same. */
  possiblySent: boolean;
  /** Of the next attempt; null at the end. */
  dueAt: Temporal.Instant | null;
  /** We broke it off ourselves: no setback, by which the next ones come later. */
  ownFault?: boolean;
  /** There is no such mailbox: its tenant is to mail it nothing more. */
  addressGone?: boolean;
};

/** Versions of what made the bytes, kept with them. */
export type ComposedWith = { templateVersion: number; tzVersion: string };

// Every result is written under the same guard, so that a worker whose lease lapsed cannot overwrite what happened since.
const STILL_MINE = (worker: string) => sql`d.ctid = r.at and d.leased_by = ${worker} and d.attempts = r.attempt`;

// Where the row is now, looked up one by one (docs/decisions/0015).
const AT = (tenantId: string) => sql.raw(`(select x.at from ${byId('deliveries', 'r.id', `r.${tenantId}`)} x) as at`);

/**
 * Records mails a server took, or that the development mailbox did (`captured`): then nobody was told, but of the demo. Results of deliveries this worker
 * no longer holds are dropped.
 */
export async function recordSent(
  db: Database,
  worker: string,
  results: SentAttempt[],
  made: ComposedWith,
  state: 'sent' | 'captured' = 'sent',
): Promise<void> {
  if (results.length === 0) return;
  await sql`
    with r as materialized (
      select r.*, ${AT('tenant_id')} from unnest(${results.map((one) => one.tenantId)}::bigint[], ${results.map((one) => one.id)}::bigint[],
        ${results.map((one) => one.attempt)}::int[], ${results.map((one) => one.startedAt)}::timestamptz[],
        ${results.map((one) => one.endedAt)}::timestamptz[], ${results.map((one) => storable(one.words))}::text[],
        ${results.map((one) => one.sha256)}::text[])
        as r(tenant_id, id, attempt, started_at, ended_at, words, sha256)
    )
    update deliveries d set state = ${state}, leased_by = null, possibly_sent = ${state === 'sent' ? sql`true` : OF_THE_DEMO}, last_reply = r.words, started_at = r.started_at,
      finished_at = r.ended_at, content_sha256 = r.sha256, template_version = ${made.templateVersion}, tz_version = ${made.tzVersion}
    from r where ${STILL_MINE(worker)}`.execute(db);
}

const OF_THE_DEMO = sql`(select te.demo from tenants te where te.id = d.tenant_id)`;

/** A server's words as the database can hold them: no NUL and no half characters. One that it cannot hold would keep the results beside it from being written, for ever. */
const storable = (words: string) => words.replaceAll('\0', '\ufffd').toWellFormed();

/**
 * Records attempts that did not succeed. One to be retried is aborted instead where its recipient has a newer revision coming, or where what it tells
 * is not there any more (promise 3); and the end of something that its recipient turns out never to have been told of is voided with it.
 */
export async function recordUnsent(db: Database, worker: string, results: UnsentAttempt[], made: ComposedWith): Promise<void> {
  if (results.length === 0) return;
  await db.transaction().execute(async (tx) => {
    await writeUnsent(tx, worker, results, made);
    await suppressBounced(
      tx,
      results.filter(({ addressGone }) => addressGone),
    );
    await abortNeedless(tx, results);
    await voidEndsOfUntold(tx, results);
  });
}

async function writeUnsent(tx: Transaction, worker: string, results: UnsentAttempt[], made: ComposedWith): Promise<void> {
  await sql`
    with r as materialized (
      select r.*, ${AT('"tenantId"')} from jsonb_to_recordset(${JSON.stringify(results.map((one) => ({ ...one, words: storable(one.words) })))}::jsonb) as r("tenantId" bigint, id bigint, attempt int,
        "startedAt" timestamptz, "endedAt" timestamptz, words text, sha256 text, outcome text, state text, "possiblySent" boolean,
        "dueAt" timestamptz, "ownFault" boolean)
    ), saved as (
      update deliveries d set state = r.state, leased_by = null, last_reply = r.words, possibly_sent = d.possibly_sent or r."possiblySent",
        due_at = coalesce(r."dueAt", d.due_at), finished_at = case when r."dueAt" is null then r."endedAt" end,
        setbacks = d.setbacks + (r.outcome in ('deferred', 'lost') and r."ownFault" is not true)::int, content_sha256 = coalesce(r.sha256, d.content_sha256),
        template_version = case when r.sha256 is null then d.template_version else ${made.templateVersion} end,
        tz_version = case when r.sha256 is null then d.tz_version else ${made.tzVersion} end
      from r where ${STILL_MINE(worker)}
      returning r.*
    )
    insert into delivery_attempts (tenant_id, delivery_id, number, worker, started_at, ended_at, outcome, reply)
    select "tenantId", id, attempt, ${worker}::uuid, "startedAt", "endedAt", outcome, words from saved`.execute(tx);
}

type Key = { tenantId: number; id: number };

const keys = (of: Key[]) =>
  sql`unnest(${of.map((one) => one.tenantId)}::bigint[], ${of.map((one) => one.id)}::bigint[]) as k(tenant_id, id)`;

/** Of these deliveries, ends those that wait for another attempt while a newer revision is coming for the same recipient, or that tell what is over. */
async function abortNeedless(db: Database, of: (Key & { endedAt: Temporal.Instant })[]): Promise<void> {
  const [first] = of;
  if (!first) return;
  await sql`
    with needless as materialized (
      select d.at, d.newer, d.over from ${keys(of)} cross join lateral (
        select d.ctid as at, d.tenant_id, d.state, ${sql.raw(newerRevision('d'))} as newer, ${sql.raw(overBecause('d'))} as over
        from deliveries d where d.tenant_id = k.tenant_id and d.id = k.id offset 0) d
      where d.state = 'awaiting_retry' and (d.newer is not null or d.over is not null)
    )
    update deliveries d set state = 'aborted', finished_at = ${first.endedAt}, ended_because = case when n.newer is null then 'over' else 'superseded' end,
      last_reply = coalesce(${sql.raw(REASONS.superseded('n.newer'))}, n.over)
    from needless n where d.ctid = n.at`.execute(db);
}

const ENDS = listed(purposesWhere({ neverTold: 'nothing' }));

// While a first mail was being sent it counted as told, so the news of its end that was planned in that moment was queued behind it.
async function voidEndsOfUntold(tx: Transaction, of: (Key & { endedAt: Temporal.Instant })[]): Promise<void> {
  const [first] = of;
  if (!first) return;
  await sql`
    with ended as materialized (
      select c.at from ${keys(of)} cross join lateral ${sql.raw(byId('deliveries', 'k.id', 'k.tenant_id'))} d
      cross join lateral ${sql.raw(ofSubject('d'))} c
      where d.state in ('aborted', 'bounced', 'failed') and c.id > d.id and folded(c.recipient) = folded(d.recipient) and c.purpose in (${ENDS})
        and c.state in ('queued', 'awaiting_retry') and not c.possibly_sent
        and not exists (select 1 from ${sql.raw(ofSubject('d'))} t where t.id <> c.id and folded(t.recipient) = folded(c.recipient)
          and ${sql.raw(told('t'))} offset 0)
        and not exists (select 1 from ${sql.raw(byId('tickets', `case d.subject_kind when 'seat' then d.subject_id end`, 'd.tenant_id'))} t
          where t.told_outbox_id is not null and t.email_folded = folded(c.recipient) offset 0)
    )
    update deliveries c set state = 'aborted', ended_because = 'never_told', finished_at = ${first.endedAt},
      last_reply = ${sql.raw(REASONS.never_told('c.subject_kind'))}
    from ended e where c.ctid = e.at and c.state not in ('sending', 'sent', 'captured', 'failed', 'bounced', 'aborted')`.execute(tx);
}
