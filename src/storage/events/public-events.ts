import { sql } from 'kysely';
import type { PublicEvent, TicketType } from '../../domain/events/public-event.ts';
import { folded } from '../../domain/people/address.ts';
import type { Database } from '../../postgres/database.ts';
import { statement } from '../../postgres/statement.ts';
import { heldOf } from '../seats/ticket-types.ts';
import { PUBLIC_EVENT, type Seen, type Sight, eventNumbered, isSeen, publicEventOf, seen, whereSeen } from './public-event-row.ts';

const selectSeen = statement<Seen & { ids: number[] }, { event: string }>(
  (given) => sql`
    select ${PUBLIC_EVENT} as event from unnest(${given.ids}::bigint[]) wanted (id)
    cross join lateral ${eventNumbered(given.tenantId, sql`wanted.id`)} where ${whereSeen(given)}`,
);

/** Those of some events that a viewer may see now, in no order. */
async function listSeenEvents(db: Database, sight: Sight, eventIds: number[]): Promise<PublicEvent[]> {
  return (await selectSeen(db, { ...seen(sight), ids: eventIds })).map(({ event }) => publicEventOf(event));
}

const selectByNumber = statement<{ tenantId: number; ids: number[] }, { event: string }>(
  ({ tenantId, ids }) =>
    sql`select ${PUBLIC_EVENT} as event from events e where e.tenant_id = ${tenantId} and e.id = any(${ids}::bigint[])`,
);

/** Events by number, published or not, in no order: for people who hold a ticket of them. */
export async function listEventsWithTypes(db: Database, tenantId: number, eventIds: number[]): Promise<PublicEvent[]> {
  return (await selectByNumber(db, { tenantId, ids: eventIds })).map(({ event }) => publicEventOf(event));
}

/** A ticket somebody wants: its type and its holder's address. */
export type Wanted = { ticketTypeId: number; email: string };

/**
 * What an order is judged by, all of one moment: those of some events that a viewer may see now, in no order, and how many live tickets of each wanted
 * type stand on its holder's address, those that an unpaid order holds for it included.
 */
export async function readForOrder(
  db: Database,
  sight: Sight,
  eventIds: number[],
  wanted: Wanted[],
): Promise<{ events: PublicEvent[]; held: number[] }> {
  const found = await sql<{ event: string; held: number[] }>`
    select ${PUBLIC_EVENT} as event, held.counts as held from (
      select array_agg(${heldOf(sight.tenantId)} order by w.number) as counts
      from unnest(${wanted.map((one) => one.ticketTypeId)}::bigint[], ${wanted.map((one) => folded(one.email))}::text[])
        with ordinality as w(type_id, email, number)) held
    cross join events e where ${isSeen(sight)} and e.id = any(${eventIds}::bigint[])`.execute(db);
  const held = found.rows[0]?.held ?? wanted.map(() => 0);
  return { events: found.rows.map(({ event }) => publicEventOf(event)), held };
}

/** Whether a viewer may see an event now. */
export async function mayBeSeen(db: Database, sight: Sight, eventId: number): Promise<boolean> {
  const found = await sql`select 1 from ${eventNumbered(sight.tenantId, eventId)} where ${isSeen(sight)}`.execute(db);
  return found.rows.length > 0;
}

/** An event that a viewer may see now, or undefined. */
export async function findPublicEvent(db: Database, sight: Sight, eventId: number): Promise<PublicEvent | undefined> {
  return (await listSeenEvents(db, sight, [eventId]))[0];
}

const TYPE_COLUMNS = sql`id, event_id, name, description, price, currency, capacity, live_tickets, held_seats, max_per_attendee, sale_starts_at,
  sale_ends_at, display_order, visible, open_to, created_at, updated_at`;

/** The ticket types of an event, hidden ones too, in the order they are shown in. */
export async function listTicketTypes(db: Database, tenantId: number, eventId: number): Promise<TicketType[]> {
  const found = await sql<TicketType>`
    select ${TYPE_COLUMNS} from ticket_types where tenant_id = ${tenantId} and event_id = ${eventId} order by display_order, id`.execute(
    db,
  );
  return found.rows;
}

/** One of them, or undefined. */
export async function findTicketType(db: Database, tenantId: number, eventId: number, typeId: number): Promise<TicketType | undefined> {
  const found = await sql<TicketType>`
    select ${TYPE_COLUMNS} from ticket_types where tenant_id = ${tenantId} and event_id = ${eventId} and id = ${typeId}`.execute(db);
  return found.rows[0];
}
