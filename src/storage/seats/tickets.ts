import { sql } from 'kysely';
import { folded } from '../../domain/people/address.ts';
import type { AttendeeRole, ParticipationStatus, ZoneSource } from '../../domain/people/people.ts';
import type { Ticket } from '../../domain/seats/ticket.ts';
import type { Database, Transaction } from '../../postgres/database.ts';

const TICKET_COLUMNS = sql.raw(`t.tenant_id, t.id, t.event_id, t.ticket_type_id, t.customer_id, t.name, t.email, t.zone,
  t.zone_source, t.language, t.role, t.participation_status, t.code, t.uid, t.sequence_offset, t.resends,
  t.issued_revision, t.released_revision, t.issued_at, t.updated_at`);

export type NewTicket = {
  ticketTypeId: number | null;
  customerId: number | null;
  contactId: string | null;
  name: string | null;
  email: string | null;
  zone: string;
  zoneSource: ZoneSource;
  language: string;
  role: AttendeeRole;
  participationStatus: ParticipationStatus;
  code: string;
  uid: string | null;
  sequenceOffset: number;
};

/** Seats people at an event's revision. The event's row must be locked. */
export async function insertTickets(
  tx: Transaction,
  event: { tenantId: number; id: number; revision: number },
  tickets: NewTicket[],
  now: Temporal.Instant,
): Promise<Ticket[]> {
  if (tickets.length === 0) return [];
  const inserted = await sql<Ticket>`
    insert into tickets as t (tenant_id, event_id, ticket_type_id, customer_id, contact_id, name, email, zone, zone_source,
      language, role, participation_status, code, uid, sequence_offset, issued_revision, issued_at, updated_at)
    select ${event.tenantId}::bigint, ${event.id}::bigint, n."ticketTypeId", n."customerId", n."contactId", n.name, n.email, n.zone,
      n."zoneSource", n.language, n.role, n."participationStatus", n.code, n.uid, n."sequenceOffset",
      ${event.revision}::int, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(tickets)}::jsonb) as n("ticketTypeId" bigint, "customerId" bigint,
      "contactId" uuid, name text, email text, zone text, "zoneSource" text, language text, role text,
      "participationStatus" text, code text, uid text, "sequenceOffset" int)
    returning ${TICKET_COLUMNS}`.execute(tx);
  return inserted.rows;
}

/** One ticket, given up or not, or undefined. */
export async function findTicket(db: Database, tenantId: number, ticketId: number): Promise<Ticket | undefined> {
  const found = await sql<Ticket>`select ${TICKET_COLUMNS} from tickets t where t.tenant_id = ${tenantId} and t.id = ${ticketId}`.execute(
    db,
  );
  return found.rows[0];
}

/** A customer's live ticket, or undefined: a stranger's ticket is a missing one. */
export async function findTicketOfCustomer(
  db: Database,
  tenantId: number,
  customerId: number,
  ticketId: number,
): Promise<Ticket | undefined> {
  const found = await sql<Ticket>`
    select ${TICKET_COLUMNS} from tickets t
    where t.tenant_id = ${tenantId} and t.id = ${ticketId} and t.customer_id = ${customerId}`.execute(db);
  return found.rows[0];
}

/** Gives a seat back at the event's new revision. The event's row must be locked; throws when it was given back before. */
export async function releaseTicket(
  tx: Transaction,
  ticket: Ticket,
  release: { revision: number; sequenceOffset: number; at: Temporal.Instant },
): Promise<void> {
  const released = await sql`
    update tickets set released_revision = ${release.revision}, released_at = ${release.at}, updated_at = ${release.at},
      sequence_offset = ${release.sequenceOffset}
    where tenant_id = ${ticket.tenantId} and id = ${ticket.id} and released_revision is null`.execute(tx);
  if (released.numAffectedRows !== 1n) throw new Error(`ticket ${ticket.id} was released already`);
}

/** Counts one more resend, which is part of the key of its notice. */
export async function countResend(tx: Transaction, ticket: Ticket, occurrence: number): Promise<void> {
  await sql`update tickets set resends = ${occurrence}
    where tenant_id = ${ticket.tenantId} and id = ${ticket.id}`.execute(tx);
}

/** Live seats of one event, oldest first, at most `limit`. */
export async function listLiveTickets(db: Database, tenantId: number, eventIds: number[], limit: number): Promise<Ticket[]> {
  const found = await sql<Ticket>`
    select ${TICKET_COLUMNS} from tickets t
    where t.tenant_id = ${tenantId} and t.event_id = any(${eventIds}::bigint[]) and t.released_revision is null
    order by t.event_id, t.id limit ${limit}`.execute(db);
  return found.rows;
}

/** Has this address a live seat at a meeting? A shared UID takes each address once. */
export async function attendsAlready(db: Database, tenantId: number, eventId: number, email: string): Promise<boolean> {
  const found = await sql`select 1 from tickets where tenant_id = ${tenantId} and event_id = ${eventId}
    and email_folded = ${folded(email)} and released_revision is null and uid is null`.execute(db);
  return found.rows.length > 0;
}

/** Is any of these addresses without a live seat at the event? */
export async function namesOfNobodyThere(db: Database, tenantId: number, eventId: number, emails: string[]): Promise<boolean> {
  const found = await sql`
    select 1 from unnest(${emails.map(folded)}::text[]) as asked (email) where not exists (
      select 1 from tickets t where t.tenant_id = ${tenantId} and t.event_id = ${eventId}
        and t.email_folded = asked.email and t.released_revision is null)
    limit 1`.execute(db);
  return found.rows.length > 0;
}

/** Gives holders another name. The event's row must be locked. */
export async function renameHolders(
  tx: Transaction,
  tenantId: number,
  names: { id: number; name: string }[],
  now: Temporal.Instant,
): Promise<void> {
  if (names.length === 0) return;
  await sql`
    update tickets t set name = n.name, updated_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as n(id bigint, name text)
    where t.tenant_id = ${tenantId} and t.id = n.id`.execute(tx);
}
