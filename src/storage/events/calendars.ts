import { sql } from 'kysely';
import type { Database, Transaction } from '../../postgres/database.ts';

/** A set of events, with who runs them and whose mails they answer unless an event says otherwise, and the hours in which it can be booked. */
export type Calendar = {
  id: number;
  publicId: string;
  name: string;
  zone: string;
  organizerName: string | null;
  replyTo: string | null;
  scheduleId: string | null;
};

const COLUMNS = sql`id, public_id, name, zone, organizer_name, reply_to, schedule_id`;

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
    select ${COLUMNS} from calendars where tenant_id = ${tenantId} and ${which}`.execute(db);
  return found.rows[0];
}

/** Some of a tenant's calendars in the order of their numbers, behind one, at most `limit`; `only` null: of all. */
export async function listCalendars(
  db: Database,
  tenantId: number,
  only: readonly number[] | null,
  { after, limit }: { after: number; limit: number },
): Promise<Calendar[]> {
  const found = await sql<Calendar>`
    select ${COLUMNS} from calendars
    where tenant_id = ${tenantId} and id > ${after} and (${only}::bigint[] is null or id = any(${only}::bigint[]))
    order by id limit ${limit}`.execute(db);
  return found.rows;
}

/** Keeps a new calendar and gives its number. */
export async function insertCalendar(db: Database, tenantId: number, given: Omit<Calendar, 'id'>, now: Temporal.Instant): Promise<number> {
  const { publicId, name, zone, organizerName, replyTo, scheduleId } = given;
  const inserted = await sql<{ id: number }>`
    insert into calendars (tenant_id, public_id, name, zone, organizer_name, reply_to, schedule_id, created_at)
    values (${tenantId}, ${publicId}, ${name}, ${zone}, ${organizerName}, ${replyTo}, ${scheduleId}, ${now}) returning id`.execute(db);
  const [row] = inserted.rows;
  if (!row) throw new Error('a calendar was not inserted');
  return row.id;
}

/** A tenant's calendar, locked until the transaction ends, or undefined. */
export async function lockCalendar(tx: Transaction, tenantId: number, id: number): Promise<Calendar | undefined> {
  return (await sql<Calendar>`select ${COLUMNS} from calendars where tenant_id = ${tenantId} and id = ${id} for update`.execute(tx))
    .rows[0];
}

/** Writes a locked calendar. */
export async function saveCalendar(tx: Transaction, tenantId: number, calendar: Calendar): Promise<void> {
  const { id, name, zone, organizerName, replyTo, scheduleId } = calendar;
  await sql`
    update calendars set name = ${name}, zone = ${zone}, organizer_name = ${organizerName}, reply_to = ${replyTo}, schedule_id = ${scheduleId}
    where tenant_id = ${tenantId} and id = ${id}`.execute(tx);
}
