import { sql } from 'kysely';
import type { OrderState } from '../../domain/orders/order.ts';
import type { Database } from '../../postgres/database.ts';
import type { Order, OrderLine } from './orders.ts';

/** An order as people read it. */
export type ListedOrder = Omit<Order, 'tenantId'> & {
  customerName: string;
  customerEmail: string;
  createdAt: Temporal.Instant;
  /** When a pending one gives its seats back. */
  dueAt: Temporal.Instant;
  finishedAt: Temporal.Instant | null;
};

/** `price` is decimal text in the order's currency; `ticketId` is null until the ticket is issued. */
export type ListedOrderLine = OrderLine & { price: string; ticketId: number | null };

export type OrderFilter = { id?: number; states?: OrderState[] };

/** Orders of a tenant that match all that is given, newest first, older than `before`. */
export async function listOrders(
  db: Database,
  tenantId: number,
  filter: OrderFilter,
  before: number | null,
  limit: number,
): Promise<ListedOrder[]> {
  const conditions = [sql`o.tenant_id = ${tenantId}`];
  if (filter.id !== undefined) conditions.push(sql`o.id = ${filter.id}`);
  if (filter.states !== undefined) conditions.push(sql`o.state = any(${filter.states}::text[])`);
  if (before !== null) conditions.push(sql`o.id < ${before}`);
  const found = await sql<ListedOrder>`
    select o.id, o.customer_id, o.state, o.currency, o.total, c.full_name as customer_name, c.email as customer_email, o.created_at, o.due_at, o.finished_at
    from orders o join customers c on c.tenant_id = o.tenant_id and c.id = o.customer_id
    where ${sql.join(conditions, sql` and `)} order by o.id desc limit ${limit}`.execute(db);
  return found.rows;
}

/** The lines of an order with what became of them, in their order. */
export async function listLinesWithTickets(db: Database, tenantId: number, orderId: number): Promise<ListedOrderLine[]> {
  const found = await sql<ListedOrderLine>`
    select number, event_id, ticket_type_id, holder, price, ticket_id from order_lines
    where tenant_id = ${tenantId} and order_id = ${orderId} order by number`.execute(db);
  return found.rows;
}
