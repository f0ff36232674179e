import { sql } from 'kysely';
import type { Webhook } from '../domain/webhooks/webhook.ts';
import type { Database } from '../postgres/database.ts';

/** Which messages are sent again: `after` is the id of one of them, `limit` how many at most. */
export type Replay = { after: string; onlyFailed: boolean; limit: number };

/** `last` is the id of the last of them, after which there may be more; null where none was left. */
export type Replayed = { count: number; last: string | null };

/**
 * Makes the messages that came after one of a webhook due again, each under its own id and with all its tries anew; what is still to be sent is left
 * alone. Undefined where that webhook has no such message.
 */
export async function replayWebhooks(
  db: Database,
  hook: Pick<Webhook, 'tenantId' | 'id'>,
  { after, onlyFailed, limit }: Replay,
  now: Temporal.Instant,
): Promise<Replayed | undefined> {
  const from = await sql<{ changeId: number }>`
    select change_id from webhook_deliveries
    where tenant_id = ${hook.tenantId} and webhook_id = ${hook.id} and id = ${after} and change_id is not null`.execute(db);
  const [place] = from.rows;
  if (!place) return undefined;
  const states = onlyFailed ? ['failed'] : ['failed', 'delivered'];
  const again = await sql<{ id: string; changeId: number }>`
    with again as materialized (
      select tenant_id, id from webhook_deliveries
      where webhook_id = ${hook.id} and change_id > ${place.changeId} and tenant_id = ${hook.tenantId} and state = any (${states}::text[])
      order by change_id limit ${limit} for update
    )
    update webhook_deliveries d set state = 'queued', attempts = 0, due_at = ${now}, finished_at = null
    from again a where d.tenant_id = a.tenant_id and d.id = a.id and d.state = any (${states}::text[]) returning d.id, d.change_id`.execute(
    db,
  );
  const [last] = again.rows.toSorted((a, b) => b.changeId - a.changeId);
  return { count: again.rows.length, last: again.rows.length === limit && last ? last.id : null };
}

/** Puts a test message for a webhook beside its others and gives its id: of an event that is none, as the first of its topics. */
export async function queueTestMessage(db: Database, hook: Pick<Webhook, 'tenantId' | 'id'>, now: Temporal.Instant): Promise<string> {
  const nobody = '00000000-0000-0000-0000-000000000000';
  const facts = { eventId: 0, publicId: nobody, calendarId: 0, calendarPublicId: nobody, title: 'Test', status: 'scheduled' };
  const times = { startsAt: now.toString(), endsAt: now.toString() };
  const inserted = await sql<{ id: string }>`
    insert into webhook_deliveries (tenant_id, webhook_id, change_id, topics, facts, due_at, created_at)
    select tenant_id, id, null, topics[1:1], ${JSON.stringify({ ...facts, ...times })}::jsonb, ${now}::timestamptz, ${now}::timestamptz
    from webhooks where tenant_id = ${hook.tenantId} and id = ${hook.id} returning id`.execute(db);
  const [row] = inserted.rows;
  if (!row) throw new Error('the test message was not inserted');
  return row.id;
}
