import { type RawBuilder, sql } from 'kysely';
import { folded } from '../../domain/people/address.ts';
import type { Event } from '../../domain/events/event.ts';
import type { Ticket } from '../../domain/seats/ticket.ts';
import type { Database } from '../../postgres/database.ts';
import { EVENT_COLUMNS } from '../events/events.ts';
import { TICKET_AS_JSON, type TicketInJson, ticketFrom } from '../seats/tickets.ts';

/** A seat of an event, given back or not, and the event, of one moment. Undefined: there is no such seat at it. */
export async function findSeatWithEvent(
  db: Database,
  tenantId: number,
  eventId: number,
  ticketId: number,
): Promise<{ event: Event; ticket: Ticket } | undefined> {
  const found = await sql<Event & { ticket: TicketInJson }>`
    select ${EVENT_COLUMNS}, ${sql.raw(TICKET_AS_JSON)} as ticket
    from (select * from tickets t where t.id = ${ticketId} and t.tenant_id = ${tenantId} and t.event_id = ${eventId} offset 0) t
    cross join lateral (select e.* from events e where e.tenant_id = t.tenant_id and e.id = t.event_id offset 0) e`.execute(db);
  const [row] = found.rows;
  if (!row) return undefined;
  const { ticket, ...event } = row;
  return { event, ticket: ticketFrom(ticket) };
}

/** Of these addresses, folded, those with a live seat at an event; and everybody there who has none. */
export async function findThere(
  db: Database,
  tenantId: number,
  eventId: number,
  addresses: string[],
): Promise<{ addresses: string[]; others: Pick<Ticket, 'name' | 'telephone'>[] }> {
  const found = await sql<{ address: string | null; name: string | null; telephone: string | null }>`
    select t.email_folded as address, t.name, t.telephone from (select * from tickets t where t.event_id = ${eventId} and t.released_revision is null offset 0) t
    where t.tenant_id = ${tenantId} and (t.email_folded is null or t.email_folded = any(${addresses}::text[]))`.execute(db);
  return {
    addresses: found.rows.flatMap(({ address }) => address ?? []),
    others: found.rows.filter(({ address }) => address === null).map(({ name, telephone }) => ({ name, telephone })),
  };
}

/** Of these attendee codes, those that are a ticket's of the tenant already. */
export async function findTakenCodes(db: Database, tenantId: number, codes: string[]): Promise<string[]> {
  const found = await sql<{
    code: string;
  }>`select code from tickets where tenant_id = ${tenantId} and code = any(${codes}::text[])`.execute(db);
  return found.rows.map(({ code }) => code);
}

/**
 * The part of a statement that corrects somebody at the event of `saved`. With `readdressed` nobody at the new address was told of the seat, and the old one is
 * told nothing more from this revision on.
 */
export function correctTicket(
  { id, name, email, telephone, zone, zoneSource, language, participationStatus, resends }: Ticket,
  readdressed: boolean,
  now: Temporal.Instant,
): RawBuilder<unknown> {
  const elsewhere =
    email === null || !readdressed
      ? sql``
      : sql`, told_outbox_id = null, resends = ${resends}, resent_at = ${now}, former_addresses = nullif(coalesce(t.former_addresses, '{}') - ${folded(email)}::text
          || case when t.email_folded is null then '{}' else jsonb_build_object(t.email_folded, s.revision) end, '{}')`;
  return sql`corrected as (
    update tickets t set name = ${name}, email = ${email}, telephone = ${telephone}, zone = ${zone}, zone_source = ${zoneSource}, language = ${language},
      participation_status = ${participationStatus}, updated_at = ${now}${elsewhere}
    from saved s where t.id = ${id} and (t.tenant_id = s.tenant_id) is true returning t.id)`;
}

/** Some seats of an event, given back or not, with what decides whether their holders are mailed again; in their order. */
export async function findSeatsToTell(
  db: Database,
  tenantId: number,
  eventId: number,
  ids: number[],
): Promise<(Pick<Ticket, 'id' | 'email' | 'resends' | 'resentAt'> & { released: boolean })[]> {
  const found = await sql<Pick<Ticket, 'id' | 'email' | 'resends' | 'resentAt'> & { released: boolean }>`
    select t.id, t.email, t.resends, t.resent_at, t.released_revision is not null as released from tickets t
    where t.event_id = ${eventId} and t.tenant_id = ${tenantId} and t.id = any(${ids}::bigint[]) order by t.id`.execute(db);
  return found.rows;
}

/** The part of a statement that counts one more resend for each of these. */
export function countResends(ids: number[], occurrence: number, now: Temporal.Instant): RawBuilder<unknown> {
  return sql`resent as (
    update tickets t set resends = ${occurrence}, resent_at = ${now} from saved s
    where t.event_id = s.id and t.tenant_id = s.tenant_id and t.id = any(${ids}::bigint[]) returning t.id)`;
}
