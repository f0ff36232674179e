import { type RawBuilder, sql } from 'kysely';
import type { OrderState } from '../../domain/orders/order.ts';
import type { Recipient } from '../../domain/people/people.ts';
import type { Database, Transaction } from '../../postgres/database.ts';
import { type Overdue, notPutOff } from '../sweeps/setbacks.ts';

export type Order = { tenantId: number; id: number; customerId: number; state: OrderState; currency: string; total: string };

export type OrderLine = { number: number; eventId: number; ticketTypeId: number; holder: Recipient };

export type NewOrder = Omit<Order, 'id'> & {
  createdAt: Temporal.Instant;
  dueAt: Temporal.Instant;
  lines: (Omit<OrderLine, 'number'> & { price: string; ticketId: number | null })[];
};

/** Keeps an order; the seats of a pending one are held from now on. The events' rows must be locked. Gives its number. */
export async function insertOrder(tx: Transaction, order: NewOrder): Promise<number> {
  const { tenantId, lines, createdAt } = order;
  const pending = order.state === 'pending';
  const inserted = await sql<{ id: number }>`
    insert into orders (tenant_id, customer_id, state, currency, total, created_at, due_at, finished_at)
    values (${tenantId}, ${order.customerId}, ${order.state}, ${order.currency}, ${order.total}, ${createdAt}, ${order.dueAt},
      ${pending ? null : createdAt})
    returning id`.execute(tx);
  const id = inserted.rows[0]?.id;
  if (id === undefined) throw new Error('the order was not inserted');
  const rows = JSON.stringify(lines.map((line, index) => ({ ...line, number: index + 1 })));
  await sql`
    insert into order_lines (tenant_id, order_id, number, event_id, ticket_type_id, price, holder, held, ticket_id)
    select ${tenantId}::bigint, ${id}::bigint, l.number, l."eventId", l."ticketTypeId", l.price, l.holder, ${pending}::boolean, l."ticketId"
    from jsonb_to_recordset(${rows}::jsonb) as l(number int, "eventId" bigint, "ticketTypeId" bigint, price numeric, holder jsonb, "ticketId" bigint)
    order by l.number`.execute(tx);
  return id;
}

/** The parts of a statement that keep a settled order of one ticket, the one of `seated`: `ordered`, with its number, and its line. */
export function orderParts({ lines, createdAt, ...order }: NewOrder): RawBuilder<unknown>[] {
  const [line] = lines;
  return [
    sql`ordered as (
      insert into orders (tenant_id, customer_id, state, currency, total, created_at, due_at, finished_at)
      select tenant_id, ${order.customerId}::bigint, 'settled', ${order.currency}, ${order.total}::numeric, ${createdAt}::timestamptz, ${order.dueAt}::timestamptz, ${createdAt}::timestamptz
      from saved returning tenant_id, id)`,
    sql`lined as (
      insert into order_lines (tenant_id, order_id, number, event_id, ticket_type_id, price, holder, held, ticket_id)
      select o.tenant_id, o.id, 1, t.event_id, t.ticket_type_id, ${line?.price}::numeric, ${JSON.stringify(line?.holder)}::jsonb, false, t.id
      from ordered o cross join seated t)`,
  ];
}

/** The events an order is for, in the order of their numbers: to be locked before the order is. */
export async function eventsOfOrder(db: Database, tenantId: number, orderId: number): Promise<number[]> {
  const found = await sql<{ eventId: number }>`
    select distinct event_id from order_lines where tenant_id = ${tenantId} and order_id = ${orderId} order by event_id`.execute(db);
  return found.rows.map(({ eventId }) => eventId);
}

/** One order, locked until the transaction ends. */
export async function lockOrder(
  tx: Transaction,
  tenantId: number,
  orderId: number,
): Promise<(Order & { dueAt: Temporal.Instant }) | undefined> {
  const found = await sql<Order & { dueAt: Temporal.Instant }>`
    select tenant_id, id, customer_id, state, currency, total, due_at from orders
    where tenant_id = ${tenantId} and id = ${orderId} for update`.execute(tx);
  return found.rows[0];
}

/** How many orders of a customer wait for payment. */
export async function countPendingOrders(db: Database, tenantId: number, customerId: number): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*) from orders where tenant_id = ${tenantId} and customer_id = ${customerId} and state = 'pending'`.execute(db);
  return found.rows[0]?.count ?? 0;
}

/** The lines of an order, in their order. */
export async function listOrderLines(db: Database, tenantId: number, orderId: number): Promise<OrderLine[]> {
  const found = await sql<OrderLine>`
    select number, event_id, ticket_type_id, holder from order_lines
    where tenant_id = ${tenantId} and order_id = ${orderId} order by number`.execute(db);
  return found.rows;
}

/** Ends a pending order and gives its held seats back, to be taken in the same transaction or by anybody. The events' rows must be locked. */
export async function finishOrder(
  tx: Transaction,
  order: Pick<Order, 'tenantId' | 'id'>,
  state: Exclude<OrderState, 'pending'>,
  now: Temporal.Instant,
): Promise<void> {
  const finished = await sql`
    update orders set state = ${state}, finished_at = ${now}
    where tenant_id = ${order.tenantId} and id = ${order.id} and state = 'pending'`.execute(tx);
  if (finished.numAffectedRows !== 1n) throw new Error(`order ${order.id} was not pending any more`);
  await sql`update order_lines set held = false where tenant_id = ${order.tenantId} and order_id = ${order.id}`.execute(tx);
}

/** Notes which ticket a line became. */
export async function setTicketOfLine(
  tx: Transaction,
  order: Pick<Order, 'tenantId' | 'id'>,
  number: number,
  ticketId: number,
): Promise<void> {
  await sql`update order_lines set ticket_id = ${ticketId}
    where tenant_id = ${order.tenantId} and order_id = ${order.id} and number = ${number}`.execute(tx);
}

/** Pending orders that should have been paid by now, longest due first, at most `limit`; of these events alone where they are named. */
export async function listDueOrders(
  db: Database,
  now: Temporal.Instant,
  limit: number,
  of?: { tenantId: number; eventIds: number[] },
): Promise<Overdue[]> {
  const ofThese = of
    ? sql`and o.tenant_id = ${of.tenantId} and exists (select from order_lines l where l.tenant_id = o.tenant_id and l.order_id = o.id
        and l.held and l.event_id = any(${of.eventIds}::bigint[]))`
    : sql``;
  const found = await sql<Overdue>`
    select o.tenant_id, o.id from orders o where o.state = 'pending' and o.due_at <= ${now} ${ofThese}
      and ${notPutOff('order', sql`o.tenant_id`, sql`o.id`, now)}
    order by o.due_at, o.id limit ${limit}`.execute(db);
  return found.rows;
}
