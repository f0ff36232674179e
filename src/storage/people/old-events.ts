import { sql } from 'kysely';
import type { Database, Transaction } from '../../postgres/database.ts';

/** Events that ended before an instant and whose people were not forgotten yet, oldest first, at most `limit`. */
export async function listOldEvents(db: Database, tenantId: number, endedBefore: Temporal.Instant, limit: number): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select e.id from events e where e.tenant_id = ${tenantId} and e.ends_at < ${endedBefore}
      and not exists (select from erased_events x where x.event_id = e.id and x.tenant_id = e.tenant_id)
    order by e.ends_at, e.id limit ${limit}`.execute(db);
  return found.rows.map(({ id }) => id);
}

/** Some of those who attended an event or waited for it, whose addresses still stand there; organizers and who is of the house stay. */
export async function listPeopleOfEvent(
  db: Database,
  tenantId: number,
  eventId: number,
  erased: string,
  limit: number,
): Promise<{ address: string; name: string | null }[]> {
  const found = await sql<{ address: string; name: string | null }>`
    select address, max(name) as name from (
      select email_folded as address, name from tickets where tenant_id = ${tenantId} and event_id = ${eventId} and role = 'attendee'
      union all select key, null from tickets t cross join lateral jsonb_object_keys(t.former_addresses) key
        where t.tenant_id = ${tenantId} and t.event_id = ${eventId} and t.role = 'attendee'
      union all select email_folded, name from waitlist_entries where tenant_id = ${tenantId} and event_id = ${eventId}
      union all select folded(holder->>'email'), holder->>'name' from order_lines where tenant_id = ${tenantId} and event_id = ${eventId}
    ) p where address is not null and address not like ${`%@${erased}`}
    group by address order by address limit ${limit}`.execute(db);
  return found.rows;
}

/** Notes that an event's people are forgotten. */
export async function markErased(tx: Transaction, tenantId: number, eventId: number, now: Temporal.Instant): Promise<void> {
  await sql`insert into erased_events (tenant_id, event_id, erased_at) values (${tenantId}, ${eventId}, ${now}) on conflict do nothing`.execute(
    tx,
  );
}
