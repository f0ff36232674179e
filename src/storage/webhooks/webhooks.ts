import { sql } from 'kysely';
import type { Webhook, WebhookStatus, WebhookTopic } from '../../domain/webhooks/webhook.ts';
import type { Database, Transaction } from '../../postgres/database.ts';

const WEBHOOK_COLUMNS =
  sql.raw(`w.tenant_id, w.id, w.dialect, w.organisation_id, w.name, w.url, w.topics, w.slugs, w.auth_type, w.timeout_seconds,
  w.status, w.failure_count, w.last_status, w.last_tried_at, w.created_at, w.updated_at`);

export type NewWebhook = Omit<Webhook, 'failureCount' | 'lastStatus' | 'lastTriedAt' | 'updatedAt'> & {
  secretSealed: Uint8Array;
  authSealed: Uint8Array | null;
};

/**
 * How many webhooks a tenant has, active or not. Until the transaction ends nobody else counts them: two that look whether there is room would both
 * see that there is.
 */
export async function countWebhooks(tx: Transaction, tenantId: number): Promise<number> {
  await sql`select from tenants where id = ${tenantId} for no key update`.execute(tx);
  const found = await sql<{ count: number }>`select count(*) from webhooks where tenant_id = ${tenantId}`.execute(tx);
  return found.rows[0]?.count ?? 0;
}

export async function insertWebhook(db: Database, hook: NewWebhook): Promise<Webhook> {
  const inserted = await sql<Webhook>`
    insert into webhooks as w (tenant_id, id, dialect, organisation_id, name, url, topics, slugs, secret_sealed, auth_type, auth_sealed,
      timeout_seconds, status, created_at, updated_at)
    values (${hook.tenantId}, ${hook.id}, ${hook.dialect}, ${hook.organisationId}, ${hook.name}, ${hook.url}, ${hook.topics}::text[],
      ${hook.slugs}::text[], ${hook.secretSealed}, ${hook.authType}, ${hook.authSealed}, ${hook.timeoutSeconds}, ${hook.status},
      ${hook.createdAt}, ${hook.createdAt})
    returning ${WEBHOOK_COLUMNS}`.execute(db);
  const [row] = inserted.rows;
  if (!row) throw new Error('the webhook was not inserted');
  return row;
}

/** What may change of a webhook; what is left out stays. */
export type WebhookPatch = {
  name?: string;
  url?: string;
  topics?: WebhookTopic[];
  slugs?: string[] | null;
  status?: WebhookStatus;
  timeoutSeconds?: number;
  auth?: { type: Webhook['authType']; sealed: Uint8Array | null };
  secretSealed?: Uint8Array;
};

/** Changes a webhook; undefined when there is none. */
export async function updateWebhook(
  db: Database,
  tenantId: number,
  id: string,
  patch: WebhookPatch,
  now: Temporal.Instant,
): Promise<Webhook | undefined> {
  const sets = [
    sql`updated_at = ${now}`,
    ...(patch.name === undefined ? [] : [sql`name = ${patch.name}`]),
    ...(patch.url === undefined ? [] : [sql`url = ${patch.url}`]),
    ...(patch.topics === undefined ? [] : [sql`topics = ${patch.topics}::text[]`]),
    ...(patch.slugs === undefined ? [] : [sql`slugs = ${patch.slugs}::text[]`]),
    ...(patch.status === undefined ? [] : [sql`status = ${patch.status}`]),
    ...(patch.timeoutSeconds === undefined ? [] : [sql`timeout_seconds = ${patch.timeoutSeconds}`]),
    ...(patch.auth === undefined ? [] : [sql`auth_type = ${patch.auth.type}, auth_sealed = ${patch.auth.sealed}`]),
    ...(patch.secretSealed === undefined ? [] : [sql`secret_sealed = ${patch.secretSealed}`]),
  ];
  const updated = await sql<Webhook>`
    update webhooks w set ${sql.join(sets)} where w.tenant_id = ${tenantId} and w.id = ${id} returning ${WEBHOOK_COLUMNS}`.execute(db);
  return updated.rows[0];
}

/** Whose webhooks: all of a tenant, those of an organisation, or one. */
export type WebhookFilter = { id?: string; organisationId?: string };

/** A tenant's webhooks, oldest first. */
export async function listWebhooks(db: Database, tenantId: number, { id, organisationId }: WebhookFilter = {}): Promise<Webhook[]> {
  const found = await sql<Webhook>`
    select ${WEBHOOK_COLUMNS} from webhooks w where w.tenant_id = ${tenantId}
      ${id === undefined ? sql`` : sql`and w.id = ${id}`}
      ${organisationId === undefined ? sql`` : sql`and w.organisation_id = ${organisationId}`}
    order by w.created_at, w.id`.execute(db);
  return found.rows;
}

/** Removes a webhook with its deliveries, sent or not. False when there is none. */
export async function deleteWebhook(db: Database, tenantId: number, id: string): Promise<boolean> {
  const deleted = await sql`delete from webhooks where tenant_id = ${tenantId} and id = ${id}`.execute(db);
  return deleted.numAffectedRows === 1n;
}
