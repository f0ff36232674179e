import { type RawBuilder, sql } from 'kysely';
import type { EventDetails } from '../domain/events/event-details.ts';
import type { Change, Request } from '../domain/notices/change.ts';
import { type Covered, recordChange } from '../ledger/record-change.ts';
import { insertEvent, saveEvent } from '../storage/events/events.ts';
import type { Ticket } from '../domain/seats/ticket.ts';
import { type NewTicket, releaseTickets, seatTickets } from '../storage/seats/tickets.ts';
import { type Unit, lostRace } from './transact.ts';

/** A decided change with all that is written with it. */
export type Commit = {
  change: Change;
  /** Of the event; without them those that there are stay. */
  details?: EventDetails;
  request: Request;
  /** The revision it was decided on; null where the event is new. */
  over: number | null;
  /** How many seats the event had before the change. */
  standing: number;
  /** Seats that it takes for somebody. */
  seats?: NewTicket[];
  /** Seats that it gives back, each with the offset of its own CANCEL's SEQUENCE. */
  releases?: Pick<Ticket, 'id' | 'sequenceOffset'>[];
  /** What else is written: data-modifying parts of one statement, each only `from saved`. */
  parts?: RawBuilder<unknown>[];
  /** One of them keeps an order, `ordered`. */
  ordered?: boolean;
  now: Temporal.Instant;
};

/** `notices`: how many people are owed one, service mails left out; exact up to 50 seats, beyond it the number of seats covered. `ticketIds` in the order of `seats`. */
export type Committed = { eventId: number; ticketIds: number[]; orderId: number; changeId: number; notices: number };

/**
 * Commits a change, the only way to do so: the event, what is written with it, its history and the plan of its notices, for people and programs, all in
 * one statement, or nothing of it (promise 1). Nothing is written where the event is not at the revision any more that was decided on.
 */
export async function commitChange(unit: Unit, commit: Commit): Promise<Committed> {
  const { change, over, seats = [], releases = [], parts = [], now } = commit;
  const { event } = change;
  const saved = over === null ? insertEvent(event, commit.details) : saveEvent(event, over, commit.details);
  const covered: Covered = { standing: commit.standing, seats: seats.length, released: releases.map(({ id }) => id) };
  const record = recordChange(change, commit.request, covered, now);
  const all = [
    saved,
    ...(releases.length > 0 ? [releaseTickets(releases, now)] : []),
    ...(seats.length > 0 ? [seatTickets(event.revision, seats, releases.length > 0, now)] : []),
    ...parts,
    ...record.parts,
  ];
  const ticketIds = seats.length > 0 ? sql`(select array_agg(id order by id) from seated)` : sql`'{}'::bigint[]`;
  const done = await sql<Committed>`
    with ${sql.join(all)}
    select id as event_id, ${ticketIds} as ticket_ids, ${commit.ordered ? sql`(select id from ordered)` : sql`0::bigint`} as order_id,
      (select id from change) as change_id, ${record.notices} as notices from saved`.execute(unit.db);
  const [committed] = done.rows;
  if (!committed) throw lostRace(unit, event.id);
  if (record.owes) unit.owes();
  return committed;
}
