import { sql } from 'kysely';
import type { Database } from '../../postgres/database.ts';

/** A live ticket as its customer sees it in a list. */
export type MyTicket = {
  id: number;
  eventId: number;
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

const ORDERS: Record<TicketOrder, string> = {
  id: 't.id',
  code: 't.code',
  name: 't.name',
  email: 't.email',
  type_name: 'ty.name',
  price: 'ty.price',
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

/**
 * A page of the live tickets a customer holds for events that still stand, and how many there are in all; ties in the
 * chosen order are broken by the ticket's number. One statement, so that page and total are of one moment.
 */
export async function listTicketsOfCustomer(
  db: Database,
  tenantId: number,
  customerId: number,
  page: TicketPage,
): Promise<{ tickets: MyTicket[]; total: number }> {
  const direction = sql.raw(page.descending ? 'desc' : 'asc');
  const upcoming = page.endsAfter === null ? sql`` : sql` and e.ends_at > ${page.endsAfter}`;
  type Row = Omit<MyTicket, 'id' | 'customer'> & { id: number | null; customerName: string; customerEmail: string; total: number };
  const found = await sql<Row>`
    with mine as (
      select t.id, t.event_id, t.ticket_type_id, t.code, t.name, t.email, t.issued_at, t.updated_at,
        c.full_name as customer_name, c.email as customer_email,
        row_number() over (order by ${sql.raw(ORDERS[page.order])} ${direction}, t.id ${direction}) as position
      from tickets t
      join customers c on c.tenant_id = t.tenant_id and c.id = t.customer_id
      join events e on e.tenant_id = t.tenant_id and e.id = t.event_id
      left join ticket_types ty on ty.tenant_id = t.tenant_id and ty.id = t.ticket_type_id
      where t.tenant_id = ${tenantId} and t.customer_id = ${customerId} and t.released_revision is null
        and e.status = 'scheduled'${upcoming}
    )
    select p.id, p.event_id, p.ticket_type_id, p.code, p.name, p.email, p.issued_at, p.updated_at, p.customer_name,
      p.customer_email, n.total
    from (select count(*) as total from mine) n
    left join (select * from mine order by position limit ${page.limit} offset ${page.offset}) p on true
    order by p.position`.execute(db);
  const tickets = found.rows.flatMap(({ id, customerName, customerEmail, total: _total, ...ticket }) =>
    id === null ? [] : [{ ...ticket, id, customer: { id: customerId, fullName: customerName, email: customerEmail } }],
  );
  return { tickets, total: found.rows[0]?.total ?? 0 };
}
