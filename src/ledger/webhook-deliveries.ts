import { sql } from 'kysely';
import type { WebhookAuth, WebhookDialect, WebhookFacts, WebhookTopic } from '../domain/webhooks/webhook.ts';
import type { Database } from '../postgres/database.ts';

/** A message somebody has taken to send, with where it goes. `attempts` counts the one now beginning. */
export type ClaimedWebhook = {
  tenantId: number;
  id: string;
  webhookId: string;
  /** It tells of no change; somebody asked whether messages arrive. */
  isTest: boolean;
  /** Of a tenant of the demo. */
  isDemo: boolean;
  topics: WebhookTopic[];
  facts: StoredFacts;
  attempts: number;
  createdAt: Temporal.Instant;
  dialect: WebhookDialect;
  organisationId: string | null;
  url: string;
  secretSealed: Uint8Array;
  authType: WebhookAuth['type'];
  authSealed: Uint8Array | null;
  timeoutSeconds: number;
};

/** The facts of a message as they are stored: instants as text. */
export type StoredFacts = Omit<WebhookFacts, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string };

/** Facts as they were meant. Throws for a row that does not hold them. */
export function factsFrom(facts: StoredFacts): WebhookFacts {
  return { ...facts, startsAt: Temporal.Instant.from(facts.startsAt), endsAt: Temporal.Instant.from(facts.endsAt) };
}

/** How many messages one sender has under way at once: of all, of one tenant, of one webhook. */
export type Shares = { all: number; tenant: number; webhook: number };

/**
 * Takes messages that are due, oldest first, so many that with those under way (`busy`, the webhooks of each) no share is passed: a receiver that
 * hangs keeps its own messages waiting, and a tenant with many such its own. Of a webhook that is not active none is taken. One whose sender died is
 * due again once its lease is over: the receiver may get it twice, under the same id. Any number of processes may do so at once.
 */
export async function claimWebhooks(
  db: Database,
  shares: Shares,
  busy: { tenantId: number; webhookId: string }[],
  now: Temporal.Instant,
): Promise<ClaimedWebhook[]> {
  const free = shares.all - busy.length;
  if (free <= 0) return [];
  const claimed = await sql<ClaimedWebhook>`
    with busy as materialized (
      select tenant_id, webhook_id from unnest(${busy.map((one) => one.tenantId)}::bigint[], ${busy.map((one) => one.webhookId)}::uuid[]) as b(tenant_id, webhook_id)
    ), due as materialized (
      select d.tenant_id, d.id, d.due_at, row_number() over (partition by w.tenant_id order by d.due_at, d.id) as place
      from webhooks w cross join lateral (
        select * from (
          (select d.tenant_id, d.id, d.due_at from webhook_deliveries d
            where d.webhook_id = w.id and d.state in ('queued', 'awaiting_retry') and d.due_at <= ${now} order by d.due_at limit ${shares.webhook})
          union all
          (select d.tenant_id, d.id, d.due_at from webhook_deliveries d
            where d.webhook_id = w.id and d.state = 'sending' and d.leased_until < clock_timestamp() order by d.leased_until limit ${shares.webhook})) d
        order by d.due_at, d.id
        limit greatest(0, ${shares.webhook} - (select count(*) from busy b where b.webhook_id = w.id))) d
      where w.status = 'active'
    ), fair as materialized (
      select d.tenant_id, d.id from due d
      where d.place <= ${shares.tenant} - (select count(*) from busy b where b.tenant_id = d.tenant_id) order by d.due_at, d.id limit ${free}
    ), taken as materialized (
      select d.tenant_id, d.id, d.webhook_id from webhook_deliveries d join fair f on f.id = d.id and f.tenant_id = d.tenant_id
      where d.state in ('queued', 'awaiting_retry') or d.leased_until < clock_timestamp() for update of d skip locked
    )
    update webhook_deliveries d set state = 'sending', attempts = d.attempts + 1,
      -- Longer than a try can take.
      leased_until = clock_timestamp() + make_interval(secs => w.timeout_seconds + 30)
    from taken t join webhooks w on w.tenant_id = t.tenant_id and w.id = t.webhook_id
    where d.tenant_id = t.tenant_id and d.id = t.id
    returning d.tenant_id, d.id, d.webhook_id, d.change_id is null as is_test, coalesce((select te.demo from tenants te where te.id = d.tenant_id), false) as is_demo, d.topics, d.facts, d.attempts, d.created_at, w.dialect, w.organisation_id, w.url, w.secret_sealed,
      w.auth_type, w.auth_sealed, w.timeout_seconds`.execute(db);
  return claimed.rows;
}

/** Gives a message back that was broken off before an answer came: due at once, the try uncounted. What another has taken meanwhile is left to them. */
export async function giveBackWebhook(db: Database, claimed: Pick<ClaimedWebhook, 'tenantId' | 'id' | 'attempts'>): Promise<void> {
  await sql`
    update webhook_deliveries set state = case when attempts = 1 then 'queued' else 'awaiting_retry' end, attempts = attempts - 1, leased_until = null
    where tenant_id = ${claimed.tenantId} and id = ${claimed.id} and state = 'sending' and attempts = ${claimed.attempts}`.execute(db);
}

/** How a try ended: `status` is the receiver's, null when none came; `retryAt` null: there is no further try. */
export type WebhookTry = {
  delivered: boolean;
  status: number | null;
  error: string | null;
  retryAt: Temporal.Instant | null;
  endedAt: Temporal.Instant;
  /** The body that was sent, null where none could be made, and the beginning of what came back. */
  payload: string | null;
  answer: string | null;
};

/** So many characters are kept of a body that was sent, or came back, and so many tries of a message. */
const MOST_KEPT = 4_000;
const MOST_TRIES = 20;

const kept = (body: string | null) => body?.replaceAll('\0', '\ufffd').slice(0, MOST_KEPT).toWellFormed() ?? null;

/** Records a try, with what was sent and what came back. What another has taken meanwhile, the lease being over, is left to them. */
export async function recordWebhookTry(
  db: Database,
  claimed: Pick<ClaimedWebhook, 'tenantId' | 'id' | 'webhookId' | 'attempts' | 'url'>,
  tried: WebhookTry,
): Promise<void> {
  const state = tried.delivered ? 'delivered' : tried.retryAt === null ? 'failed' : 'awaiting_retry';
  await sql`
    with recorded as (
      update webhook_deliveries set state = ${state}, leased_until = null, last_status = ${tried.status}, last_error = ${tried.error},
        due_at = coalesce(${tried.retryAt}::timestamptz, due_at), finished_at = case when ${state} <> 'awaiting_retry' then ${tried.endedAt}::timestamptz end
      where tenant_id = ${claimed.tenantId} and id = ${claimed.id} and state = 'sending' and attempts = ${claimed.attempts}
      returning tenant_id, webhook_id, id
    ), noted as (
      insert into webhook_attempts (tenant_id, message_id, url, payload, status, error, answer, ended_at)
      select tenant_id, id, ${claimed.url}, ${kept(tried.payload)}, ${tried.status}::integer, ${tried.error}, ${kept(tried.answer)}, ${tried.endedAt}::timestamptz
      from recorded
    ), forgotten as (
      delete from webhook_attempts a using (
        select a.id from webhook_attempts a where a.message_id = ${claimed.id} and a.tenant_id = ${claimed.tenantId} order by a.id desc offset ${MOST_TRIES - 1}
      ) old where a.id = old.id
    )
    update webhooks w set last_status = ${tried.status}, last_tried_at = ${tried.endedAt},
      failure_count = case when ${tried.delivered} then 0 else w.failure_count + 1 end
    from recorded r where w.tenant_id = r.tenant_id and w.id = r.webhook_id`.execute(db);
}
