import { sql } from 'kysely';
import type { DeliveryState, PlainPurpose, Purpose } from '../domain/notices/notice.ts';
import { UNREACHED_WHY, type UnreachedWhy } from '../domain/notices/reach.ts';
import type { Database } from '../postgres/database.ts';
import { peopleOf } from './people-of.ts';

/** Somebody the latest of an event has not reached. */
export type Unreached = {
  /** Null: somebody in the waiting list, who has none. */
  ticketId: number | null;
  /** Their place in the waiting list; null where it is about a ticket. */
  entryId: number | null;
  /** Null: a person without an address. */
  recipient: string | null;
  why: UnreachedWhy;
  /** Of the notice they are owed; null where none was planned. */
  purpose: Purpose | PlainPurpose | null;
  /** The notice they are owed; null until it is written, and so are the four that follow. */
  deliveryId: number | null;
  state: DeliveryState | null;
  attempts: number | null;
  lastReply: string | null;
  dueAt: Temporal.Instant | null;
};

/**
 * Where the list goes on: behind this ticket (0: the waiting list) and latest delivery (0: none). Latest deliveries only rise, so nobody who
 * does not know all the while is passed over while pages are turned.
 */
export type UnreachedPlace = [ticketId: number, deliveryId: number];

/** Where the list begins. */
export const FIRST_PLACE: UnreachedPlace = [0, 0];

/**
 * Everybody an event concerns, each counted once: `people` = `reached` + `nothingOwed` + the sum of `counts`. `unreached` is one page of
 * those in `counts`; `next` is where the following one begins, null on the last.
 */
export type Reach = {
  people: number;
  reached: number;
  /** They knew already, were never told of what is now off, or will hear of a draft once it is published. */
  nothingOwed: number;
  counts: Record<UnreachedWhy, number>;
  unreached: Unreached[];
  next: UnreachedPlace | null;
};

/**
 * Who does not know the latest of an event, and why (promise 6). A person is a seat and an address (its holder, and whoever else was sent
 * this ticket), or a place in the waiting list and an address, once it was told something. Service mails are nobody's seat, and count nowhere.
 */
export async function findReach(
  db: Database,
  tenantId: number,
  eventId: number,
  page: { after: UnreachedPlace; limit: number },
): Promise<Reach> {
  const [ticketId, deliveryId] = page.after;
  // One statement, so one snapshot: between two, a mail that is just being sent would be in neither or in both.
  const found = await sql<Row>`
    with ${peopleOf(tenantId, eventId)}, counted as (
      select coalesce(jsonb_object_agg(why, people), '{}') as counted from (select why, count(*) as people from people group by why) c
    ), listed as (
      select seat_id, latest_id, ticket_id, entry_id, recipient, why, nullif(latest_id, 0) as delivery_id, state, attempts, last_reply, due_at,
        case why when 'not_written' then (select p.purpose from plans p where p.id = planned_id) else purpose end as purpose
      from people
      where why not in ('reached', 'nothing_owed') and (seat_id, latest_id) > (${ticketId}::bigint, ${deliveryId}::bigint)
      order by seat_id, latest_id limit ${page.limit + 1}
    )
    select * from counted left join listed on true order by seat_id, latest_id`.execute(db);
  const counted = found.rows[0]?.counted ?? {};
  const listed = found.rows.filter((row) => row.seatId !== null);
  const last = listed.length > page.limit ? listed[page.limit - 1] : undefined;
  return {
    people: Object.values(counted).reduce((sum, count) => sum + count, 0),
    reached: counted.reached ?? 0,
    nothingOwed: counted.nothing_owed ?? 0,
    counts: Object.fromEntries(UNREACHED_WHY.map((why) => [why, counted[why] ?? 0])) as Reach['counts'],
    unreached: listed
      .slice(0, page.limit)
      .map(({ counted: _counted, seatId: _seatId, latestId: _latestId, ...one }) =>
        one.why === 'not_written' ? { ...one, ...UNWRITTEN } : one,
      ),
    next: last ? [last.seatId, last.latestId] : null,
  };
}

// What somebody was told before a plan that is to come is no answer to whether they know.
const UNWRITTEN = { deliveryId: null, state: null, attempts: null, lastReply: null, dueAt: null };

/** One of the list beside the counts of all; where the list is empty, the counts stand alone and the rest is null. */
type Row = Unreached & { seatId: number; latestId: number; counted: Partial<Record<UnreachedWhy | 'reached' | 'nothing_owed', number>> };
