import { sql } from 'kysely';
import { folded } from '../../domain/people/address.ts';
import type { TicketTypeOnSale } from '../../domain/seats/issue-ticket.ts';
import type { Database, Transaction } from '../../postgres/database.ts';

/** A type of an event with what the rules of sale read; undefined when the event has no such type. */
export async function findTicketTypeOnSale(
  db: Database,
  tenantId: number,
  eventId: number,
  typeId: number,
): Promise<TicketTypeOnSale | undefined> {
  const found = await sql<TicketTypeOnSale>`
    select id, capacity, live_tickets, held_seats, max_per_attendee, sale_starts_at, sale_ends_at from ticket_types
    where tenant_id = ${tenantId} and event_id = ${eventId} and id = ${typeId}`.execute(db);
  return found.rows[0];
}

/** SQL for how many live tickets of a type stand on an address, those that an unpaid order holds for it included; over the alias `w` (type_id,
 * email), whose address is folded. */
export const heldOf = (tenantId: number) => sql<number>`(
  (select count(*) from tickets t where t.tenant_id = ${tenantId} and t.email_folded = w.email and t.ticket_type_id = w.type_id
    and t.released_revision is null)
  + (select count(*) from order_lines l join ticket_types y on y.tenant_id = l.tenant_id and y.id = l.ticket_type_id
    where l.held and l.tenant_id = ${tenantId} and l.event_id = y.event_id and y.id = w.type_id and folded(l.holder->>'email') = w.email))`;

/** How many of them there are for one address. */
export async function countHeldTickets(db: Database, tenantId: number, typeId: number, email: string): Promise<number> {
  const found = await sql<{ held: number }>`
    select ${heldOf(tenantId)} as held from (select ${typeId}::bigint as type_id, ${folded(email)}::text as email) w`.execute(db);
  return found.rows[0]?.held ?? 0;
}

/** Sets how many tickets of a type there can be; null: as many as the event has seats. The event's row must be locked. */
export async function setTicketTypeCapacity(
  tx: Transaction,
  tenantId: number,
  typeId: number,
  capacity: number | null,
  now: Temporal.Instant,
): Promise<void> {
  await sql`update ticket_types set capacity = ${capacity}, updated_at = ${now} where tenant_id = ${tenantId} and id = ${typeId}`.execute(
    tx,
  );
}
