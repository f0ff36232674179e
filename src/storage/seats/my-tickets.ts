import { type RawBuilder, sql } from 'kysely';
import type { PublicEvent } from '../../domain/events/public-event.ts';
import type { Database } from '../../postgres/database.ts';
import { fromJson, readOnce } from '../../postgres/in-json.ts';
import { type Places, statement } from '../../postgres/statement.ts';
import { PUBLIC_EVENT, eventNumbered, publicEventOf } from '../events/public-event-row.ts';

/** A live ticket as its customer sees it in a list. */
export type MyTicket = {
  id: number;
  ticketTypeId: number | null;
  code: string;
  /** The holder, who may be somebody else than the customer. */
  name: string | null;
  email: string | null;
  issuedAt: Temporal.Instant;
  updatedAt: Temporal.Instant;
  customer: { id: number; fullName: string; email: string };
};

/** What a list of tickets can be sorted by. */
export type TicketOrder = 'id' | 'code' | 'name' | 'email' | 'type_name' | 'price' | 'issued_at' | 'updated_at' | 'event_starts_at';

const TYPE = 'ticket_types ty where ty.tenant_id = t.tenant_id and ty.id = t.ticket_type_id';

const ORDERS: Record<TicketOrder, string> = {
  id: 't.id',
  code: 't.code',
  name: 't.name',
  email: 't.email',
  type_name: `(select name from ${TYPE})`,
  price: `(select price from ${TYPE})`,
  issued_at: 't.issued_at',
  updated_at: 't.updated_at',
  event_starts_at: 'e.starts_at',
};

export type TicketPage = {
  /** Only tickets of events that end after this instant; null: all. */
  endsAfter: Temporal.Instant | null;
  order: TicketOrder;
  descending: boolean;
  limit: number;
  offset: number;
};

/** A ticket with its event, published or not. */
export type ListedTicket = { ticket: MyTicket; event: PublicEvent };

type Given = { tenantId: number; customerId: number; endsAfter: Temporal.Instant | null; limit: number; offset: number };

type Row = { total: number; ticket: string; event: string };

const ticketOf = readOnce((row: object) => fromJson<MyTicket>(row, ['issuedAt', 'updatedAt']));

const MINE = (given: Places<Given>) => sql`
  from tickets t
  cross join lateral ${eventNumbered(given.tenantId, sql`t.event_id`)}
  where t.tenant_id = ${given.tenantId} and t.customer_id = ${given.customerId} and t.released_revision is null
    and e.status = 'scheduled' and (${given.endsAfter}::timestamptz is null or e.ends_at > ${given.endsAfter})`;

function selectBy(order: TicketOrder, descending: boolean) {
  const direction = sql.raw(descending ? 'desc' : 'asc');
  return statement<Given, Row>(
    (given) => sql`
    select count(*) over () as total,
      (select json_build_object('id', t.id, 'ticketTypeId', t.ticket_type_id, 'code', t.code, 'name', t.name, 'email', t.email,
          'issuedAt', t.issued_at, 'updatedAt', t.updated_at,
          'customer', json_build_object('id', c.id, 'fullName', c.full_name, 'email', c.email))::text
        from customers c where c.tenant_id = ${given.tenantId} and c.id = ${given.customerId}) as ticket,
      ${PUBLIC_EVENT} as event
    ${MINE(given)}
    order by ${sql.raw(ORDERS[order])} ${direction}, t.id ${direction} limit ${given.limit} offset ${given.offset}`,
  );
}

const countAll = statement<Given, { total: number }>((given) => sql`select count(*) as total ${MINE(given)}`);

const statements = new Map<string, ReturnType<typeof selectBy>>();

/**
 * A page of the live tickets a customer holds for events that still stand, each with its event, and how many there are in all; ties in the
 * chosen order are broken by the ticket's number. One statement, so that all of it is of one moment; an empty page asks how many there are.
 */
export async function listTicketsOfCustomer(
  db: Database,
  tenantId: number,
  customerId: number,
  { order, descending, ...page }: TicketPage,
): Promise<{ tickets: ListedTicket[]; total: number }> {
  const select = statements.getOrInsertComputed(`${order} ${descending}`, () => selectBy(order, descending));
  const given = { tenantId, customerId, ...page };
  const rows = await select(db, given);
  const [{ total } = { total: 0 }] = rows.length === 0 && page.offset > 0 ? await countAll(db, given) : rows;
  return { tickets: rows.map(({ ticket, event }) => ({ ticket: ticketOf(ticket), event: publicEventOf(event) })), total };
}

/** A customer's ticket at an event, held or given back. */
export type TicketAtEvent = { id: number; code: string; name: string | null; isHeld: boolean };

/** Every ticket a customer has or had at an event, in the order they got them. */
export async function listTicketsAtEvent(db: Database, tenantId: number, customerId: number, eventId: number): Promise<TicketAtEvent[]> {
  const mine = (held: string) => sql`
    select t.id, t.code, t.name, t.released_revision is null as is_held from tickets t
    where t.tenant_id = ${tenantId} and t.customer_id = ${customerId} and t.event_id = ${eventId} and t.released_revision ${sql.raw(held)}`;
  // One half for each of the two indexes by customer.
  const found = await sql<TicketAtEvent>`${mine('is null')} union all ${mine('is not null')} order by id`.execute(db);
  return found.rows;
}

/** A ticket that no longer lets anybody in: it was given back, or its event is off. */
export type LostTicket = { id: number; eventId: number; code: string; name: string | null; typeName: string | null; isHeld: boolean };

/** Only of events that end after this instant, or of those that ended by it. */
export type LostTicketPage = { now: Temporal.Instant; past: boolean; limit: number; offset: number };

/** A page of a customer's tickets that are good for nothing any more: of events to come soonest first, of past ones latest first. */
export async function listLostTickets(db: Database, tenantId: number, customerId: number, page: LostTicketPage): Promise<LostTicket[]> {
  const direction = sql.raw(page.past ? 'desc' : 'asc');
  const mine = (which: RawBuilder<unknown>) => sql`
    select t.id, t.event_id, t.code, t.name, ty.name as type_name, t.released_revision is null as is_held, e.starts_at from tickets t
    join events e on e.tenant_id = t.tenant_id and e.id = t.event_id
    left join ticket_types ty on ty.tenant_id = t.tenant_id and ty.id = t.ticket_type_id
    where t.tenant_id = ${tenantId} and t.customer_id = ${customerId} and ${which} and e.status <> 'draft'
      and ${page.past ? sql`e.ends_at <= ${page.now}` : sql`e.ends_at > ${page.now}`}`;
  const found = await sql<LostTicket & { startsAt: Temporal.Instant }>`
    ${mine(sql`t.released_revision is not null`)} union all ${mine(sql`t.released_revision is null and e.status = 'cancelled'`)}
    order by starts_at ${direction}, id ${direction} limit ${page.limit} offset ${page.offset}`.execute(db);
  return found.rows.map(({ startsAt: _startsAt, ...ticket }) => ticket);
}

/** The events to come, or the past ones, that a customer holds a ticket of, at most `limit`. */
export async function listHeldEvents(
  db: Database,
  tenantId: number,
  customerId: number,
  { now, past, limit }: Omit<LostTicketPage, 'offset'>,
): Promise<number[]> {
  const found = await sql<{ id: number }>`
    select e.id from events e where e.tenant_id = ${tenantId} and e.status <> 'draft' and ${past ? sql`e.ends_at <= ${now}` : sql`e.ends_at > ${now}`} and e.id in (
      select t.event_id from tickets t
      where t.tenant_id = ${tenantId} and t.customer_id = ${customerId} and t.released_revision is null)
    order by e.starts_at ${sql.raw(past ? 'desc' : 'asc')}, e.id limit ${limit}`.execute(db);
  return found.rows.map(({ id }) => id);
}
