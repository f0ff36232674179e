import { sql } from 'kysely';
import { folded } from '../../domain/people/address.ts';
import type { TicketType } from '../../domain/events/public-event.ts';
import type { TicketTypeOnSale } from '../../domain/seats/issue-ticket.ts';
import type { TicketTypeFields } from '../../domain/seats/ticket-type.ts';
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

/** Gives an event a ticket type, and gives its number. */
export async function insertTicketType(
  tx: Transaction,
  tenantId: number,
  eventId: number,
  given: TicketTypeFields & Pick<TicketType, 'capacity'>,
  now: Temporal.Instant,
): Promise<number> {
  const inserted = await sql<{ id: number }>`
    insert into ticket_types (tenant_id, event_id, name, description, price, currency, capacity, max_per_attendee, sale_starts_at, sale_ends_at,
      display_order, visible, open_to, created_at, updated_at)
    values (${tenantId}, ${eventId}, ${given.name}, ${given.description}, ${given.price}, ${given.currency}, ${given.capacity}, ${given.maxPerAttendee},
      ${given.saleStartsAt}, ${given.saleEndsAt}, ${given.displayOrder}, ${given.visible}, ${given.openTo}, ${now}, ${now}) returning id`.execute(
    tx,
  );
  const [row] = inserted.rows;
  if (!row) throw new Error('a ticket type was not inserted');
  return row.id;
}

/** Writes all but the capacity of a ticket type. The event's row must be locked. */
export async function saveTicketType(
  tx: Transaction,
  tenantId: number,
  typeId: number,
  given: TicketTypeFields,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    update ticket_types set name = ${given.name}, description = ${given.description}, price = ${given.price}, currency = ${given.currency},
      max_per_attendee = ${given.maxPerAttendee}, sale_starts_at = ${given.saleStartsAt}, sale_ends_at = ${given.saleEndsAt},
      display_order = ${given.displayOrder}, visible = ${given.visible}, open_to = ${given.openTo}, updated_at = ${now}
    where tenant_id = ${tenantId} and id = ${typeId}`.execute(tx);
}

/** Removes a ticket type that nobody ever had, ordered or waited for; false where somebody did. The event's row must be locked. */
export async function deleteTicketType(tx: Transaction, tenantId: number, eventId: number, typeId: number): Promise<boolean> {
  const deleted = await sql`
    delete from ticket_types y where y.tenant_id = ${tenantId} and y.event_id = ${eventId} and y.id = ${typeId}
      and not exists (select from tickets t where t.event_id = ${eventId} and t.tenant_id = ${tenantId} and t.ticket_type_id = y.id)
      and not exists (select from order_lines l where l.tenant_id = ${tenantId} and l.event_id = ${eventId} and l.ticket_type_id = y.id)
      and not exists (select from waitlist_entries w where w.event_id = ${eventId} and w.tenant_id = ${tenantId}
        and y.id in (w.ticket_type_id, w.offered_type_id))`.execute(tx);
  return deleted.numAffectedRows === 1n;
}

/** Gives an event the ticket types of another, with sales that begin and end by so much later. */
export async function copyTicketTypes(
  db: Database,
  tenantId: number,
  { from, to, by }: { from: number; to: number; by: Temporal.Duration },
  now: Temporal.Instant,
): Promise<void> {
  const seconds = by.total('seconds');
  await sql`
    insert into ticket_types (tenant_id, event_id, name, description, price, currency, capacity, max_per_attendee, sale_starts_at, sale_ends_at,
      display_order, visible, open_to, created_at, updated_at)
    select tenant_id, ${to}, name, description, price, currency, capacity, max_per_attendee, sale_starts_at + make_interval(secs => ${seconds}),
      sale_ends_at + make_interval(secs => ${seconds}), display_order, visible, open_to, ${now}::timestamptz, ${now}::timestamptz
    from ticket_types where tenant_id = ${tenantId} and event_id = ${from} order by id`.execute(db);
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
