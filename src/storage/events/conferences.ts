import { sql } from 'kysely';
import type { Conference } from '../../domain/events/conference.ts';
import { fromJson } from '../../postgres/in-json.ts';
import type { Database, Transaction } from '../../postgres/database.ts';

const CONFERENCE_COLUMNS =
  sql.raw(`o.tenant_id, o.id, o.event_id, o.account_id, o.public_id, o.title, o.is_public, o.started_at, o.ended_at,
  o.created_at, o.updated_at, o.deleted_at`);

/** A conference that came as JSON. */
export function conferenceOf(row: object): Conference {
  return fromJson<Conference>(row, ['startedAt', 'endedAt', 'createdAt', 'updatedAt', 'deletedAt']);
}

/** The conferences of these events, deleted ones too. */
export async function listConferences(db: Database, tenantId: number, eventIds: number[]): Promise<Conference[]> {
  const found = await sql<Conference>`
    select ${CONFERENCE_COLUMNS} from online_conferences o
    where o.tenant_id = ${tenantId} and o.event_id = any(${eventIds}::bigint[])`.execute(db);
  return found.rows;
}

export type NewConference = Pick<Conference, 'eventId' | 'accountId' | 'publicId' | 'title' | 'isPublic'>;

/** Inserts a conference; undefined where another one of the tenant has its public id. Throws where its event has one: ask before, under the event's lock. */
export async function insertConference(
  tx: Transaction,
  tenantId: number,
  given: NewConference,
  at: Temporal.Instant,
): Promise<Conference | undefined> {
  const inserted = await sql<Conference>`
    insert into online_conferences as o (tenant_id, event_id, account_id, public_id, title, is_public, created_at, updated_at)
    values (${tenantId}, ${given.eventId}, ${given.accountId}, ${given.publicId}, ${given.title}, ${given.isPublic}, ${at}, ${at})
    on conflict (tenant_id, public_id) do nothing returning ${CONFERENCE_COLUMNS}`.execute(tx);
  return inserted.rows[0];
}

/** A conference that is not deleted, or undefined. */
export async function findConference(db: Database, tenantId: number, id: number): Promise<Conference | undefined> {
  return (await sql<Conference>`${whereConference(tenantId, id)}`.execute(db)).rows[0];
}

/** The same, locked until the transaction ends. */
export async function lockConference(tx: Transaction, tenantId: number, id: number): Promise<Conference | undefined> {
  return (await sql<Conference>`${whereConference(tenantId, id)} for update`.execute(tx)).rows[0];
}

const whereConference = (tenantId: number, id: number) =>
  sql`select ${CONFERENCE_COLUMNS} from online_conferences o where o.tenant_id = ${tenantId} and o.id = ${id} and o.deleted_at is null`;

/** Writes the title of a locked conference, and who may see it. */
export async function saveConference(tx: Transaction, { tenantId, id, title, isPublic, updatedAt }: Conference): Promise<void> {
  await sql`
    update online_conferences set title = ${title}, is_public = ${isPublic}, updated_at = ${updatedAt}
    where tenant_id = ${tenantId} and id = ${id}`.execute(tx);
}
