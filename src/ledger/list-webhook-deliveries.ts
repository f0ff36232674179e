import { sql } from 'kysely';
import type { WebhookTopic } from '../domain/webhooks/webhook.ts';
import type { Database } from '../postgres/database.ts';

/** One message as its tenant sees it. */
export type ListedWebhookDelivery = {
  id: string;
  /** Null for a test, which tells of no change. */
  changeId: number | null;
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

const LISTED = sql.raw(
  `id, change_id, (facts->>'eventId')::bigint as event_id, topics, state, attempts, due_at, last_status, last_error, created_at, finished_at`,
);

/** The latest messages of a webhook, newest first. */
export async function listWebhookDeliveries(
  db: Database,
  tenantId: number,
  webhookId: string,
  limit: number,
): Promise<ListedWebhookDelivery[]> {
  const found = await sql<ListedWebhookDelivery>`
    select ${LISTED}
    from webhook_deliveries where tenant_id = ${tenantId} and webhook_id = ${webhookId}
    order by created_at desc, change_id desc nulls first limit ${limit}`.execute(db);
  return found.rows;
}

/** One try of a message: what was sent where, and what came back, both cut. `status` is null where no answer came, `payload` where none could be made. */
export type ListedWebhookAttempt = {
  url: string;
  payload: string | null;
  status: number | null;
  error: string | null;
  answer: string | null;
  endedAt: Temporal.Instant;
};

/** A message of a webhook with its latest tries, oldest first; undefined when there is none. */
export async function findWebhookDelivery(
  db: Database,
  tenantId: number,
  webhookId: string,
  id: string,
): Promise<(ListedWebhookDelivery & { tries: ListedWebhookAttempt[] }) | undefined> {
  const found = await sql<ListedWebhookDelivery>`
    select ${LISTED} from webhook_deliveries where tenant_id = ${tenantId} and webhook_id = ${webhookId} and id = ${id}`.execute(db);
  const [message] = found.rows;
  if (!message) return undefined;
  const tries = await sql<ListedWebhookAttempt>`
    select url, payload, status, error, answer, ended_at from webhook_attempts
    where message_id = ${id} and tenant_id = ${tenantId} order by id`.execute(db);
  return { ...message, tries: tries.rows };
}
