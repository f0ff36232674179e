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

/** What a ticket of a type costs: decimal text and currency, "12.50 EUR". */
export async function findTicketPrice(db: Database, tenantId: number, typeId: number): Promise<string | null> {
  const found = await sql<{ price: string }>`
    select price || ' ' || currency as price from ticket_types where tenant_id = ${tenantId} and id = ${typeId}`.execute(db);
  return found.rows[0]?.price ?? null;
}

/** How many live tickets of a type stand on an address, those that an unpaid order holds for it included. */
export async function countHeldTickets(db: Database, tenantId: number, typeId: number, email: string): Promise<number> {
  const found = await sql<{ held: number }>`
    select (select count(*) from tickets
        where tenant_id = ${tenantId} and email_folded = ${folded(email)} and ticket_type_id = ${typeId} and released_revision is null)
      + (select count(*) from order_lines l join ticket_types t on t.tenant_id = l.tenant_id and t.id = l.ticket_type_id
        where l.held and l.tenant_id = ${tenantId} and l.event_id = t.event_id and t.id = ${typeId}
          and folded(l.holder->>'email') = ${folded(email)}) as held`.execute(db);
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
