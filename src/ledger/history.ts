import { sql } from 'kysely';
import type { Database } from '../postgres/database.ts';

/** When a ticket was asked for again after `since`, newest first, at most `limit`. */
export async function listResends(
  db: Database,
  tenantId: number,
  ticketId: number,
  since: Temporal.Instant,
  limit: number,
): Promise<Temporal.Instant[]> {
  const found = await sql<{ at: Temporal.Instant }>`
    select at from changes where tenant_id = ${tenantId} and ticket_id = ${ticketId} and kind = 'ticket_resent' and at > ${since}
    order by id desc limit ${limit}`.execute(db);
  return found.rows.map((row) => row.at);
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
