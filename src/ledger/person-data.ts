import { sql } from 'kysely';
import type { Database } from '../postgres/database.ts';

/** What the ledger keeps of some addresses: what they were told, when and with which answer, mails that were kept, and whether they are suppressed. */
export async function readLedgerData(db: Database, tenantId: number, addresses: string[]): Promise<Record<string, object[]>> {
  const them = sql`any(${addresses}::text[])`;
  const notices = await sql<object>`
    select id, event_id, purpose, recipient, recipient_name, zone, language, state, attempts, last_reply, message_id, content_sha256, created_at, finished_at
    from deliveries where tenant_id = ${tenantId} and folded(recipient) = ${them} order by id`.execute(db);
  const attempts = await sql<object>`
    select a.delivery_id, a.number, a.started_at, a.ended_at, a.outcome, a.reply from delivery_attempts a
    join deliveries d on d.tenant_id = a.tenant_id and d.id = a.delivery_id
    where d.tenant_id = ${tenantId} and folded(d.recipient) = ${them} order by a.delivery_id, a.number`.execute(db);
  const mails = await sql<object>`
    select message_id, recipient, received_at, convert_from(raw, 'LATIN1') as raw from captured_mails where tenant_id = ${tenantId} and folded(recipient) = ${them}
    order by id`.execute(db);
  const suppressed = await sql<object>`
    select address, reason, created_at from suppressions where tenant_id = ${tenantId} and address = ${them}`.execute(db);
  return { notices: notices.rows, attempts: attempts.rows, kept_mails: mails.rows, suppressions: suppressed.rows };
}
