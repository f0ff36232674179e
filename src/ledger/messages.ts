import { sql } from 'kysely';
import type { MessageWords } from '../domain/notices/notice.ts';
import type { Database } from '../postgres/database.ts';

/** How many messages were sent to those of an event, and whether the latest was these very words after `since`. */
export async function findMessages(
  db: Database,
  tenantId: number,
  eventId: number,
  words: MessageWords,
  since: Temporal.Instant,
): Promise<{ sent: number; again: boolean }> {
  const found = await sql<{ sent: number; again: boolean | null }>`
    select count(*)::int as sent, bool_or(message = ${JSON.stringify(words)}::jsonb and created_at > ${since}) as again
    from (select * from outbox where change_id in (select id from changes where event_id = ${eventId} and tenant_id = ${tenantId} and kind = 'message_sent') offset 0) o
    where tenant_id = ${tenantId}`.execute(db);
  const [row] = found.rows;
  return { sent: row?.sent ?? 0, again: row?.again ?? false };
}
