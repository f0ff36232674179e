import { sql } from 'kysely';
import type { Schedule, Slot } from '../../domain/events/schedule.ts';
import type { Database } from '../../postgres/database.ts';

/** A schedule of a tenant, or undefined. */
export async function findSchedule(db: Database, tenantId: number, id: string): Promise<Schedule | undefined> {
  const found = await sql<Schedule>`
    select id, open_blocks, slot_minutes, gap_minutes, max_per_day from schedules where tenant_id = ${tenantId} and id = ${id}`.execute(db);
  return found.rows[0];
}

/** When a calendar's events take time between two instants; cancelled ones take none. */
export async function listBusy(
  db: Database,
  tenantId: number,
  calendarId: number,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<Slot[]> {
  const found = await sql<Slot>`
    select starts_at, ends_at from events
    where tenant_id = ${tenantId} and calendar_id = ${calendarId} and status = 'scheduled' and starts_at < ${until} and ends_at > ${from}
    order by starts_at`.execute(db);
  return found.rows;
}
