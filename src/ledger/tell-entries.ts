import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/**
 * From plans for people in the waiting list to their deliveries, one each. What still waits to be sent to them is voided: it says an older state.
 * Gives how many notices that makes.
 */
export async function tellEntries(tx: Transaction, tenantId: number, outboxIds: number[]): Promise<number> {
  if (outboxIds.length === 0) return 0;
  await sql`
    update deliveries d set state = 'aborted', finished_at = p.created_at, last_reply = 'superseded by revision ' || p.revision
    from outbox p where p.tenant_id = ${tenantId} and p.id = any(${outboxIds}::bigint[]) and d.tenant_id = p.tenant_id and d.entry_id = p.entry_id
      and d.state in ('queued', 'awaiting_retry') and d.revision < p.revision`.execute(tx);
  const inserted = await sql<{ state: string }>`
    insert into deliveries (tenant_id, outbox_id, change_id, event_id, entry_id, revision, purpose, occurrence, recipient, recipient_name,
      zone, zone_source, language, role, participation_status, ticket_type_name, sequence, dtstamp, message_id, in_reply_to, state, lane,
      due_at, last_reply, created_at, finished_at)
    select p.tenant_id, p.id, p.change_id, p.event_id, w.id, p.revision, p.purpose, p.occurrence, w.email, w.name,
      w.zone, w.zone_source, w.language, 'attendee', 'needs-action', ty.name, p.sequence, p.dtstamp,
      encode(substring(sha256(convert_to(concat_ws('|', i.public_id, 'entry', w.id, p.revision, p.purpose, p.occurrence,
        w.email_folded), 'UTF8')) for 16), 'hex') || '@' || split_part(p.facts->>'organizerMailbox', '@', 2),
      (select d.message_id from deliveries d where d.tenant_id = w.tenant_id and d.entry_id = w.id order by d.id limit 1),
      case when owed.needless then 'aborted' else 'queued' end, p.lane, p.created_at,
      case when owed.needless then 'never told of it, so not told that it is gone' end, p.created_at, case when owed.needless then p.created_at end
    from outbox p cross join installation i
    join waitlist_entries w on w.tenant_id = p.tenant_id and w.id = p.entry_id
    left join ticket_types ty on ty.tenant_id = w.tenant_id and ty.id = w.offered_type_id
    cross join lateral (select p.purpose in ('offer_withdrawn', 'offer_revoked') and not exists (select from deliveries d where d.tenant_id = w.tenant_id
      and d.entry_id = w.id and (d.state in ('sent', 'sending') or d.possibly_sent)) as needless) owed
    where p.tenant_id = ${tenantId} and p.id = any(${outboxIds}::bigint[]) order by p.id
    on conflict do nothing returning state`.execute(tx);
  return inserted.rows.filter(({ state }) => state === 'queued').length;
}
