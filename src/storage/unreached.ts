import { sql } from 'kysely';
import type { DeliveryState, PlainPurpose, Purpose } from '../domain/notice.ts';
import type { Database } from './database.ts';

/** Somebody whose latest notice about an event has not reached them, and why. */
export type Unreached = {
  deliveryId: number;
  /** Null: somebody in the waiting list, who has none. */
  ticketId: number | null;
  recipient: string | null;
  purpose: Purpose | PlainPurpose;
  revision: number;
  state: DeliveryState;
  attempts: number;
  lastReply: string | null;
  dueAt: Temporal.Instant;
};

/** `waiting` are seats whose plan is not expanded yet; the rest counts the latest notice of each person, so the sum is everybody. */
export type Reach = { reached: number; nothingOwed: number; waiting: number; unreached: Unreached[] };

/**
 * Who does not know yet, and why (promise 6), of one event: for each seat and address the latest notice counts. One that was found
 * needless when its turn came ("told the same already") owes nothing. Service mails are nobody's seat, and stand in no sum.
 */
export async function findReach(db: Database, tenantId: number, eventId: number): Promise<Reach> {
  const latest = sql`latest as (
    select distinct on (d.ticket_id, lower(d.recipient)) d.* from deliveries d
    where d.tenant_id = ${tenantId} and d.event_id = ${eventId} and d.purpose <> 'bare_pair_used' order by d.ticket_id, lower(d.recipient), d.id desc)`;
  const counted = await sql<{ reached: number; nothingOwed: number; waiting: number }>`
    with ${latest} select count(*) filter (where state = 'sent') as reached, count(*) filter (where state = 'aborted') as nothing_owed,
      (select coalesce(sum(o.planned - (select count(distinct d.ticket_id) from deliveries d
         where d.tenant_id = o.tenant_id and d.change_id = o.change_id and d.outbox_id = o.id)), 0)::int
       from outbox o where o.tenant_id = ${tenantId} and o.event_id = ${eventId} and o.state = 'pending') as waiting
    from latest`.execute(db);
  const unreached = await sql<Unreached>`
    with ${latest} select id as delivery_id, ticket_id, recipient, purpose, revision, state, attempts, last_reply, due_at
    from latest where state not in ('sent', 'aborted') order by id limit 1000`.execute(db);
  const [counts = { reached: 0, nothingOwed: 0, waiting: 0 }] = counted.rows;
  return { ...counts, unreached: unreached.rows };
}
