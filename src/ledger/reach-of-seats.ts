import { sql } from 'kysely';
import type { SeatReach } from '../domain/notices/reach.ts';
import type { Database } from '../postgres/database.ts';
import { peopleOf } from './people-of.ts';

/** What somebody with a seat knows of the latest of their event, and the last words about that: the mail server's, or ours. */
export type ReachOfSeat = { ticketId: number; reach: SeatReach; lastReply: string | null };

// Of a seat's people the one whose it is.
const HOLDERS = sql.raw(`people p join tickets t on t.id = p.ticket_id and p.folded = coalesce(t.email_folded, '')`);

/** What the holders of these seats of an event know, each by its number; only of those that are the event's. */
export async function findReachOfSeats(db: Database, tenantId: number, eventId: number, seats: number[]): Promise<ReachOfSeat[]> {
  if (seats.length === 0) return [];
  const found = await sql<ReachOfSeat>`
    with ${peopleOf(tenantId, eventId, seats)}
    select p.ticket_id, p.why as reach, case when p.why not in ('reached', 'nothing_owed', 'not_written') then p.last_reply end as last_reply
    from ${HOLDERS} where t.tenant_id = ${tenantId}`.execute(db);
  return found.rows;
}

/** The seats of an event whose holders know so much, later than `after`, in their order, at most `limit` (null: all). */
export async function listSeatsByReach(
  db: Database,
  tenantId: number,
  eventId: number,
  reach: readonly SeatReach[],
  after: number,
  limit: number | null,
): Promise<ReachOfSeat[]> {
  const found = await sql<ReachOfSeat>`
    with ${peopleOf(tenantId, eventId)}
    select p.ticket_id, p.why as reach, case when p.why not in ('reached', 'nothing_owed', 'not_written') then p.last_reply end as last_reply
    from ${HOLDERS} where t.tenant_id = ${tenantId} and p.why = any(${reach}::text[]) and p.ticket_id > ${after} order by p.ticket_id limit ${limit}`.execute(
    db,
  );
  return found.rows;
}
