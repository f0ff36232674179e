import { sql } from 'kysely';
import type { WebhookAuth, WebhookDialect, WebhookFacts, WebhookTopic } from '../domain/webhooks/webhook.ts';
import type { Database } from '../postgres/database.ts';

/** A message somebody has taken to send, with where it goes. `attempts` counts the one now beginning. */
export type ClaimedWebhook = {
  tenantId: number;
  id: string;
  webhookId: string;
  topics: WebhookTopic[];
  facts: WebhookFacts;
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

type StoredFacts = Omit<WebhookFacts, 'startsAt' | 'endsAt'> & { startsAt: string; endsAt: string };

/**
 * Takes at most `limit` messages that are due, oldest first; of a webhook that is not active none. One whose sender died is due again once
 * its lease is over: the receiver may get it twice, under the same id. Any number of processes may do so at once.
 */
export async function claimWebhooks(db: Database, limit: number, now: Temporal.Instant): Promise<ClaimedWebhook[]> {
  const claimed = await sql<Omit<ClaimedWebhook, 'facts'> & { facts: StoredFacts }>`
    with due as materialized (
      select d.tenant_id, d.id from webhook_deliveries d
      join webhooks w on w.tenant_id = d.tenant_id and w.id = d.webhook_id and w.status = 'active'
      where (d.state in ('queued', 'awaiting_retry') and d.due_at <= ${now})
        or (d.state = 'sending' and d.leased_until < clock_timestamp())
      order by d.due_at, d.id limit ${limit} for update of d skip locked
    )
    update webhook_deliveries d set state = 'sending', attempts = d.attempts + 1,
      -- Longer than a try can take.
      leased_until = clock_timestamp() + make_interval(secs => w.timeout_seconds + 30)
    from due join webhooks w on w.tenant_id = due.tenant_id
    where d.tenant_id = due.tenant_id and d.id = due.id and w.id = d.webhook_id
    returning d.tenant_id, d.id, d.webhook_id, d.topics, d.facts, d.attempts, d.created_at, w.dialect, w.organisation_id, w.url, w.secret_sealed,
      w.auth_type, w.auth_sealed, w.timeout_seconds`.execute(db);
  return claimed.rows.map(({ facts, ...row }) => ({
    ...row,
    facts: { ...facts, startsAt: Temporal.Instant.from(facts.startsAt), endsAt: Temporal.Instant.from(facts.endsAt) },
  }));
}

/** How a try ended: `status` is the receiver's, null when none came; `retryAt` null: there is no further try. */
export type WebhookTry = {
  delivered: boolean;
  status: number | null;
  error: string | null;
  retryAt: Temporal.Instant | null;
  endedAt: Temporal.Instant;
};

/** Records a try. What another has taken meanwhile, the lease being over, is left to them. */
export async function recordWebhookTry(
  db: Database,
  claimed: Pick<ClaimedWebhook, 'tenantId' | 'id' | 'webhookId' | 'attempts'>,
  tried: WebhookTry,
): Promise<void> {
  const state = tried.delivered ? 'delivered' : tried.retryAt === null ? 'failed' : 'awaiting_retry';
  await sql`
    with recorded as (
      update webhook_deliveries set state = ${state}, leased_until = null, last_status = ${tried.status}, last_error = ${tried.error},
        due_at = coalesce(${tried.retryAt}::timestamptz, due_at), finished_at = case when ${state} <> 'awaiting_retry' then ${tried.endedAt}::timestamptz end
      where tenant_id = ${claimed.tenantId} and id = ${claimed.id} and state = 'sending' and attempts = ${claimed.attempts}
      returning tenant_id, webhook_id
    )
    update webhooks w set last_status = ${tried.status}, last_tried_at = ${tried.endedAt},
      failure_count = case when ${tried.delivered} then 0 else w.failure_count + 1 end
    from recorded r where w.tenant_id = r.tenant_id and w.id = r.webhook_id`.execute(db);
}

/** One message as its tenant sees it. */
export type ListedWebhookDelivery = {
  id: string;
  changeId: number;
  eventId: number;
  topics: WebhookTopic[];
  state: 'queued' | 'sending' | 'awaiting_retry' | 'delivered' | 'failed';
  attempts: number;
  dueAt: Temporal.Instant;
  lastStatus: number | null;
  lastError: string | null;
  createdAt: Temporal.Instant;
  finishedAt: Temporal.Instant | null;
};

/** The latest messages of a webhook, newest first. */
export async function listWebhookDeliveries(
  db: Database,
  tenantId: number,
  webhookId: string,
  limit: number,
): Promise<ListedWebhookDelivery[]> {
  const found = await sql<ListedWebhookDelivery>`
    select id, change_id, (facts->>'eventId')::bigint as event_id, topics, state, attempts, due_at, last_status, last_error, created_at, finished_at
    from webhook_deliveries where tenant_id = ${tenantId} and webhook_id = ${webhookId}
    order by created_at desc, change_id desc limit ${limit}`.execute(db);
  return found.rows;
}
