import { sql } from 'kysely';
import type { AttendeeRole, ParticipationStatus } from '../../domain/people/people.ts';
import type { Database } from '../../postgres/database.ts';

/** Somebody with a seat and an address, as a door lists them. */
export type Attendee = {
  eventId: number;
  email: string;
  name: string | null;
  role: AttendeeRole;
  participationStatus: ParticipationStatus;
  customerId: number | null;
};

/** Who has a seat at each of these events, in the order they got it, at most `limit` for one event. */
export async function listAttendees(db: Database, tenantId: number, eventIds: number[], limit: number): Promise<Attendee[]> {
  const found = await sql<Attendee>`
    select a.* from unnest(${eventIds}::bigint[]) as e (id) cross join lateral (
      select t.event_id, t.email, t.name, t.role, t.participation_status, t.customer_id from tickets t
      where t.tenant_id = ${tenantId} and t.event_id = e.id and t.released_revision is null and t.email is not null
      order by t.id limit ${limit}) a`.execute(db);
  return found.rows;
}
