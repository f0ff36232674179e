import { sql } from 'kysely';
import type { Database } from './database.ts';

export type Calendar = { id: number; publicId: string; name: string; zone: string };

export type CalendarKey = { id: number } | { publicId: string };

/** A tenant's calendar by number or public UUID, or undefined. */
export async function findCalendar(db: Database, tenantId: number, key: CalendarKey): Promise<Calendar | undefined> {
  const which = 'id' in key ? sql`id = ${key.id}` : sql`public_id = ${key.publicId}`;
  const found = await sql<Calendar>`
    select id, public_id, name, zone from calendars where tenant_id = ${tenantId} and ${which}`.execute(db);
  return found.rows[0];
}
