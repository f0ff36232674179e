import { sql } from 'kysely';
import type { WaitlistEntry, WaitlistState } from '../../domain/waitlist/waitlist.ts';
import type { Database } from '../../postgres/database.ts';

/** Somebody in the waiting list as the house reads it. */
export type ListedEntry = Pick<
  WaitlistEntry,
  'id' | 'customerId' | 'email' | 'name' | 'ticketTypeId' | 'state' | 'offeredTypeId' | 'offerExpiresAt' | 'joinedAt'
> & {
  /** 1 is next; null for whoever does not wait (any more). */
  position: number | null;
};

/** Entries of an event in these states, in the order of the line, later than `after`, at most `limit`. */
export async function listEntries(
  db: Database,
  tenantId: number,
  eventId: number,
  states: WaitlistState[],
  after: number,
  limit: number,
): Promise<ListedEntry[]> {
  const found = await sql<ListedEntry>`
    with line as (
      select id, row_number() over (order by id) as position from waitlist_entries
      where tenant_id = ${tenantId} and event_id = ${eventId} and state = 'waiting')
    select w.id, w.customer_id, w.email, w.name, w.ticket_type_id, w.state, w.offered_type_id, w.offer_expires_at, w.joined_at, line.position
    from waitlist_entries w left join line using (id)
    where w.tenant_id = ${tenantId} and w.event_id = ${eventId} and w.state = any(${states}::text[]) and w.id > ${after}
    order by w.id limit ${limit}`.execute(db);
  return found.rows;
}
