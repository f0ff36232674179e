import { type RawBuilder, sql } from 'kysely';
import { folded } from '../../domain/people/address.ts';
import type { Ticket } from '../../domain/seats/ticket.ts';
import type { Database } from '../../postgres/database.ts';

/** Somebody with a seat at an event, or who had one, as the house reads it. */
export type ListedSeat = Pick<
  Ticket,
  | 'id'
  | 'eventId'
  | 'ticketTypeId'
  | 'customerId'
  | 'name'
  | 'email'
  | 'telephone'
  | 'zone'
  | 'zoneSource'
  | 'language'
  | 'role'
  | 'participationStatus'
  | 'code'
  | 'resentAt'
  | 'issuedAt'
  | 'updatedAt'
> & {
  ticketTypeName: string | null;
  /** When the seat was given back; null while it is taken. */
  releasedAt: Temporal.Instant | null;
};

/** Whose: `q` is part of a name or an address, or a code; `seats` are numbers. Absent: everybody's. */
export type SeatFilter = { removed?: boolean; q?: string; seats?: number[] };

const COLUMNS =
  sql.raw(`t.id, t.event_id, t.ticket_type_id, t.customer_id, t.name, t.email, t.telephone, t.zone, t.zone_source, t.language, t.role,
  t.participation_status, t.code, t.resent_at, t.issued_at, t.updated_at, t.released_at,
  (select y.name from ticket_types y where y.id = t.ticket_type_id and y.tenant_id = t.tenant_id) as ticket_type_name`);

/** A page of an event's seats in the order they were taken, later than `after`, at most `limit`. */
export async function listSeats(
  db: Database,
  tenantId: number,
  eventId: number,
  { removed, q, seats }: SeatFilter,
  after: number,
  limit: number,
): Promise<ListedSeat[]> {
  const conditions: RawBuilder<unknown>[] = [sql`t.tenant_id = ${tenantId}`];
  if (removed !== undefined) conditions.push(removed ? sql`t.released_revision is not null` : sql`t.released_revision is null`);
  if (q !== undefined)
    conditions.push(
      sql`(strpos(lower(t.name), lower(${q})) > 0 or strpos(t.email_folded, ${folded(q)}) > 0 or strpos(lower(t.email), lower(${q})) > 0 or t.code = upper(${q}))`,
    );
  const ofThese = seats === undefined ? sql`` : sql`and t.id = any(${seats}::bigint[])`;
  // In the order of the index that leads with the event, so that a page reads no more than it shows and passes over.
  const found = await sql<ListedSeat>`
    select ${COLUMNS} from (select * from tickets t where t.event_id = ${eventId} and t.id > ${after} ${ofThese} order by t.id offset 0) t
    where ${sql.join(conditions, sql` and `)} order by t.id limit ${limit}`.execute(db);
  return found.rows;
}
