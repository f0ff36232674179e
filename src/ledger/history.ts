import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../postgres/database.ts';

/** SQL for when a ticket was last mailed again on request, latest first, at most `limit` times since then: an array, or null where it was not. */
export function resentAt(tenantId: number, ticketId: number, since: Temporal.Instant, limit: number): RawBuilder<Temporal.Instant[] | null> {
  return sql`(select array_agg(r.at order by r.id desc) from (
    select at, id from changes where tenant_id = ${tenantId} and ticket_id = ${ticketId} and kind = 'ticket_resent' and at > ${since}
    order by id desc limit ${limit}) r)`;
}

/** One line of an event's history. */
export type HistoryLine = {
  id: number;
  revision: number;
  kind: string;
  /** What it set, as the change itself says it. */
  after: Record<string, unknown>;
  actorKind: string;
  actorId: string;
  reason: string | null;
  cause: string;
  at: Temporal.Instant;
};

/** What happened to an event, newest first, at most `limit`. */
export async function listHistory(db: Database, tenantId: number, eventId: number, limit: number): Promise<HistoryLine[]> {
  const found = await sql<HistoryLine>`
    select id, revision, kind, after, actor_kind, actor_id, reason, cause, at from changes
    where tenant_id = ${tenantId} and event_id = ${eventId} order by id desc limit ${limit}`.execute(db);
  return found.rows;
}
