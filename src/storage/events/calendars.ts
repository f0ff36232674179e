import { sql } from 'kysely';
import type { Database, Transaction } from '../../postgres/database.ts';

export type Calendar = { id: number; publicId: string; name: string; zone: string };

export type CalendarKey = { id: number } | { publicId: string };

/** Whether an event of a calendar, another than `except`, is on between two instants. Locks the calendar until the transaction ends: two that ask do so in turn. */
export async function isTaken(
  tx: Transaction,
  tenantId: number,
  calendarId: number,
  except: number | null,
  { startsAt, endsAt }: { startsAt: Temporal.Instant; endsAt: Temporal.Instant },
): Promise<boolean> {
  await sql`select from calendars where tenant_id = ${tenantId} and id = ${calendarId} for update`.execute(tx);
  const found = await sql`
    select 1 from events where tenant_id = ${tenantId} and calendar_id = ${calendarId} and id is distinct from ${except}
      and status = 'scheduled' and starts_at < ${endsAt} and ends_at > ${startsAt} limit 1`.execute(tx);
  return found.rows.length > 0;
}

/** A tenant's calendar by number or public UUID, or undefined. */
export async function findCalendar(db: Database, tenantId: number, key: CalendarKey): Promise<Calendar | undefined> {
  const which = 'id' in key ? sql`id = ${key.id}` : sql`public_id = ${key.publicId}`;
  const found = await sql<Calendar>`
    select id, public_id, name, zone from calendars where tenant_id = ${tenantId} and ${which}`.execute(db);
  return found.rows[0];
}
