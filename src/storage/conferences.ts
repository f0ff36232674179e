import { sql } from 'kysely';
import type { Conference } from '../domain/conference.ts';
import type { Database, Transaction } from './database.ts';

const CONFERENCE_COLUMNS = sql.raw(`o.tenant_id, o.id, o.event_id, o.account_id, o.public_id, o.title, o.is_public, o.started_at, o.ended_at,
  o.created_at, o.updated_at, o.deleted_at`);

/** The conferences of these events, deleted ones too. */
export async function listConferences(db: Database, tenantId: number, eventIds: number[]): Promise<Conference[]> {
  const found = await sql<Conference>`
    select ${CONFERENCE_COLUMNS} from online_conferences o
    where o.tenant_id = ${tenantId} and o.event_id = any(${eventIds}::bigint[])`.execute(db);
  return found.rows;
}

/** Deletes the conference of an event that is cancelled, unless it has started. */
export async function deleteConference(tx: Transaction, tenantId: number, eventId: number, at: Temporal.Instant): Promise<void> {
  await sql`
    update online_conferences set deleted_at = ${at}, updated_at = ${at}
    where tenant_id = ${tenantId} and event_id = ${eventId} and started_at is null and deleted_at is null`.execute(tx);
}
