import { type RawBuilder, sql } from 'kysely';
import { folded } from '../../domain/people/address.ts';
import type { AttendeeRole, ParticipationStatus, ZoneSource } from '../../domain/people/people.ts';
import type { Ticket } from '../../domain/seats/ticket.ts';
import type { Event } from '../../domain/events/event.ts';
import type { Database } from '../../postgres/database.ts';
import { EVENT_COLUMNS } from '../events/events.ts';

const TICKET_FIELDS =
  `tenant_id id event_id ticket_type_id customer_id name email telephone zone zone_source language role participation_status code uid
  sequence_offset resends resent_at issued_revision released_revision issued_at updated_at`.split(/\s+/);
const TICKET_COLUMNS = sql.raw(TICKET_FIELDS.map((field) => `t.${field}`).join(', '));

export type NewTicket = {
  ticketTypeId: number | null;
  customerId: number | null;
  contactId: string | null;
  name: string | null;
  email: string | null;
  telephone: string | null;
  zone: string;
  zoneSource: ZoneSource;
  language: string;
  role: AttendeeRole;
  participationStatus: ParticipationStatus;
  code: string;
  uid: string | null;
  sequenceOffset: number;
};

/**
 * The part of a statement that seats people at the event of `saved`, at its new revision: `seated`, one row for each. `released`: there is such a part
 * before it, whose seats must be free before these are taken.
 */
export function seatTickets(revision: number, tickets: NewTicket[], released: boolean, now: Temporal.Instant): RawBuilder<unknown> {
  return sql`seated as (
    insert into tickets (tenant_id, event_id, ticket_type_id, customer_id, contact_id, name, email, telephone, zone, zone_source,
      language, role, participation_status, code, uid, sequence_offset, issued_revision, issued_at, updated_at)
    select s.tenant_id, s.id, n."ticketTypeId", n."customerId", n."contactId", n.name, n.email, n.telephone, n.zone,
      n."zoneSource", n.language, n.role, n."participationStatus", n.code, n.uid, n."sequenceOffset",
      ${revision}::int, ${now}::timestamptz, ${now}::timestamptz
    from saved s ${released ? sql`cross join (select count(*) from released) r` : sql``} cross join jsonb_to_recordset(${JSON.stringify(tickets)}::jsonb) as n("ticketTypeId" bigint, "customerId" bigint,
      "contactId" uuid, name text, email text, telephone text, zone text, "zoneSource" text, language text, role text,
      "participationStatus" text, code text, uid text, "sequenceOffset" int)
    returning *)`;
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

// Compared once the row is found by its id: no index is looked through for it (docs/decisions/0015).
const SAME_TENANT = sql`(t.tenant_id = s.tenant_id) is true`;

/** The part of a statement that gives seats back at the event's new revision. A trigger refuses to give one back twice. */
export function releaseTickets(tickets: Pick<Ticket, 'id' | 'sequenceOffset'>[], at: Temporal.Instant): RawBuilder<unknown> {
  return sql`released as (
    update tickets t set released_revision = s.revision, released_at = ${at}, updated_at = ${at}, sequence_offset = r.sequence_offset
    from saved s cross join unnest(${tickets.map(({ id }) => id)}::bigint[], ${tickets.map((one) => one.sequenceOffset)}::int[])
      as r(id, sequence_offset)
    where t.id = r.id and ${SAME_TENANT}
    returning t.id)`;
}

/** The part of a statement that counts one more resend, which is part of the key of its notice. */
export function countResend(ticketId: number, occurrence: number, now: Temporal.Instant): RawBuilder<unknown> {
  return sql`resent as (
    update tickets t set resends = ${occurrence}, resent_at = ${now} from saved s where t.id = ${ticketId} and ${SAME_TENANT} returning t.id)`;
}

/** A customer's ticket with its event, and what it costs, all of one moment: decimal text and currency, "12.50 EUR". `beside` is an expression of the caller's, read in the same moment. Undefined: a stranger's ticket is a missing one, and so is one of a draft. */
export async function findTicketWithEvent<Beside>(
  db: Database,
  tenantId: number,
  customerId: number,
  ticketId: number,
  beside: RawBuilder<Beside>,
): Promise<{ event: Event; ticket: Ticket; price: string | null; beside: Beside } | undefined> {
  const found = await sql<Event & { price: string | null; ticket: TicketInJson; beside: Beside }>`
    select ${EVENT_COLUMNS}, (select y.price || ' ' || y.currency from ticket_types y where y.tenant_id = t.tenant_id and y.id = t.ticket_type_id) as price,
      ${sql.raw(TICKET_AS_JSON)} as ticket, ${beside} as beside
    from (select ${TICKET_COLUMNS} from tickets t where t.tenant_id = ${tenantId} and t.id = ${ticketId} and t.customer_id = ${customerId} offset 0) t
    cross join lateral (select e.* from events e where e.tenant_id = t.tenant_id and e.id = t.event_id offset 0) e
    where e.status <> 'draft'`.execute(db);
  const [row] = found.rows;
  if (!row) return undefined;
  const { price, ticket, beside: read, ...event } = row;
  return { event, ticket: ticketFrom(ticket), price, beside: read };
}

/** SQL for a ticket as one value, where its columns would meet others of the same name; over the alias `t`. */
export const TICKET_AS_JSON = `jsonb_build_object(${TICKET_FIELDS.map((field) => `'${camelOf(field)}', t.${field}`).join(', ')})`;

/** A ticket as that value comes back. */
export type TicketInJson = Omit<Ticket, 'issuedAt' | 'updatedAt' | 'resentAt'> & {
  issuedAt: string;
  updatedAt: string;
  resentAt: string | null;
};

export function ticketFrom(stored: TicketInJson): Ticket {
  const { issuedAt, updatedAt, resentAt } = stored;
  return {
    ...stored,
    issuedAt: Temporal.Instant.from(issuedAt),
    updatedAt: Temporal.Instant.from(updatedAt),
    resentAt: resentAt === null ? null : Temporal.Instant.from(resentAt),
  };
}

function camelOf(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
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

/** The part of a statement that gives holders another name. */
export function renameHolders(names: { id: number; name: string }[], now: Temporal.Instant): RawBuilder<unknown> {
  return sql`renamed as (
    update tickets t set name = n.name, updated_at = ${now}
    from saved s cross join jsonb_to_recordset(${JSON.stringify(names)}::jsonb) as n(id bigint, name text)
    where t.id = n.id and ${SAME_TENANT}
    returning t.id)`;
}
