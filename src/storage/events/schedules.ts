import { sql } from 'kysely';
import type { Schedule, Slot } from '../../domain/events/schedule.ts';
import type { Database, Transaction } from '../../postgres/database.ts';

/** A schedule of a tenant, or undefined. */
export async function findSchedule(db: Database, tenantId: number, id: string): Promise<Schedule | undefined> {
  const found = await sql<Schedule>`
    select id, open_blocks, slot_minutes, gap_minutes, max_per_day from schedules where tenant_id = ${tenantId} and id = ${id}`.execute(db);
  return found.rows[0];
}

/** Several schedules of a tenant, in no order. */
export async function listSchedules(db: Database, tenantId: number, ids: string[]): Promise<Schedule[]> {
  if (ids.length === 0) return [];
  const found = await sql<Schedule>`
    select id, open_blocks, slot_minutes, gap_minutes, max_per_day from schedules
    where tenant_id = ${tenantId} and id = any(${ids}::uuid[])`.execute(db);
  return found.rows;
}

/** Keeps a schedule, in place of the one that has its id. */
export async function saveSchedule(
  tx: Transaction,
  tenantId: number,
  name: string,
  { id, openBlocks, slotMinutes, gapMinutes, maxPerDay }: Schedule,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into schedules (tenant_id, id, name, open_blocks, slot_minutes, gap_minutes, max_per_day, created_at)
    values (${tenantId}, ${id}, ${name}, ${JSON.stringify(openBlocks)}::jsonb, ${slotMinutes}, ${gapMinutes}, ${maxPerDay}, ${now})
    on conflict (tenant_id, id) do update set name = excluded.name, open_blocks = excluded.open_blocks, slot_minutes = excluded.slot_minutes,
      gap_minutes = excluded.gap_minutes, max_per_day = excluded.max_per_day`.execute(tx);
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
