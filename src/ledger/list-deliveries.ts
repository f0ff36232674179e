import { type RawBuilder, sql } from 'kysely';
import { folded } from '../domain/people/address.ts';
import type { DeliveryState, PlainPurpose, Purpose } from '../domain/notices/notice.ts';
import type { Database } from '../postgres/database.ts';
import { byId } from './order.ts';

/** One line of the ledger, as people read it. */
export type ListedDelivery = {
  id: number;
  changeId: number;
  eventId: number;
  /** Null: somebody in the waiting list, who has none, or a service mail to whoever runs the event. */
  ticketId: number | null;
  /** Their place in the waiting list, where it is about that. */
  entryId: number | null;
  revision: number;
  purpose: Purpose | PlainPurpose;
  /** Counts what was asked for again; 0 for what a change owed. */
  occurrence: number;
  /** RFC 5545 §3.8.7.4, as its calendar part carries it. */
  sequence: number;
  channel: string;
  /** Null: a person without an address. */
  recipient: string | null;
  recipientName: string | null;
  state: DeliveryState;
  attempts: number;
  /** The server's words, or ours on why there was nothing to send; null before the first attempt. */
  lastReply: string | null;
  /** It may have arrived, whatever the state says. */
  possiblySent: boolean;
  /** When it is, or was, to be tried next. */
  dueAt: Temporal.Instant;
  createdAt: Temporal.Instant;
  finishedAt: Temporal.Instant | null;
  /** Without angle brackets. */
  messageId: string;
  /** The event's title as this notice says it. */
  title: string;
};

export type DeliveryFilter = { id?: number; states?: DeliveryState[]; changeId?: number; eventId?: number; recipient?: string };

/** Deliveries of a tenant that match all that is given, newest first, older than `before`. */
export async function listDeliveries(
  db: Database,
  tenantId: number,
  filter: DeliveryFilter,
  before: number | null,
  limit: number,
): Promise<ListedDelivery[]> {
  const conditions = [sql`tenant_id = ${tenantId}`];
  if (filter.states !== undefined) conditions.push(sql`state = any(${filter.states}::text[])`);
  if (filter.changeId !== undefined) conditions.push(sql`change_id = ${filter.changeId}`);
  if (filter.eventId !== undefined) conditions.push(sql`event_id = ${filter.eventId}`);
  if (filter.recipient !== undefined) conditions.push(sql`folded(recipient) = ${folded(filter.recipient)}`);
  if (before !== null) conditions.push(sql`id < ${before}`);
  const found = await sql<ListedDelivery>`
    select id, change_id, event_id, case subject_kind when 'seat' then subject_id end as ticket_id, case subject_kind when 'place' then subject_id end as entry_id, revision,
      purpose, occurrence, sequence, channel, recipient, recipient_name, state, attempts, last_reply,
      possibly_sent, due_at, created_at, finished_at, message_id,
      (select o.facts->>'title' from ${sql.raw(byId('outbox', 'd.outbox_id', 'd.tenant_id'))} o) as title
    from (${narrowest(tenantId, filter, before)}) d where ${sql.join(conditions, sql` and `)} order by id desc limit ${limit}`.execute(db);
  return found.rows;
}

/** The deliveries that the rarest part of a filter leaves, newest first where that part has the order. */
function narrowest(
  tenantId: number,
  { id, changeId, eventId, recipient, states }: DeliveryFilter,
  before: number | null,
): RawBuilder<unknown> {
  if (id !== undefined) return sql`select * from deliveries where tenant_id = ${tenantId} and id = ${id} offset 0`;
  const older = before === null ? sql`` : sql`and id < ${before}`;
  if (recipient !== undefined) return sql`select * from deliveries where folded(recipient) = ${folded(recipient)} offset 0`;
  if (eventId !== undefined) return sql`select * from deliveries where event_id = ${eventId} ${older} order by id desc offset 0`;
  // All of a change's deliveries are of its event.
  if (changeId !== undefined)
    return sql`select d.* from (select event_id from changes where id = ${changeId} offset 0) c
      cross join lateral (select * from deliveries where event_id = c.event_id ${older} order by id desc offset 0) d order by d.id desc offset 0`;
  const ofTenant = (more: RawBuilder<unknown>) =>
    sql`select * from deliveries where tenant_id = ${tenantId} ${more} ${older} order by id desc offset 0`;
  // Each state in words of ours: of a parameter the planner cannot know that an index for some states alone holds it.
  if (states !== undefined)
    return sql.join(
      [...new Set(states)].map((state) => sql`(${ofTenant(sql`and state = ${sql.lit(state)}`)})`),
      sql` union all `,
    );
  return ofTenant(sql``);
}
