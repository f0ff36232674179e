import type { OpenAPIHono, z } from '@hono/zod-openapi';
import { publicIdOf } from '../../../domain/public-id.ts';
import type { Tenant } from '../../../domain/tenants/tenant.ts';
import { type CancelOrderOutcome, cancelOrder } from '../../../operations/orders/cancel-order.ts';
import { findOrder } from '../../../operations/orders/find-order.ts';
import { type ListedOrder, listOrders } from '../../../operations/orders/list-orders.ts';
import { type MarkOrderPaidOutcome, markOrderPaid } from '../../../operations/orders/mark-order-paid.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { orderPageSchema, orderQuery, type orderSchema, orderWithLinesSchema } from './schema.ts';
import { cursorOf } from '../page.ts';
import { byId } from '../schema.ts';

const responses = { 200: json(orderWithLinesSchema, 'The order') };
const noSuchOrder = { detail: 'There is no such order.' };

/** What customers ordered, and whether it is paid: /api/v1/orders. */
export function addOrderRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('orders:read', {
      operationId: 'listOrders',
      tag: 'Orders',
      method: 'get',
      path: '/api/v1/orders',
      summary: 'Orders, newest first.',
      request: { query: orderQuery },
      responses: { 200: json(orderPageSchema, 'A page of orders') },
    }),
    async (c) => {
      const { state, cursor, limit } = c.req.valid('query');
      const page = await listOrders(context, c.get('tenant'), state ? { states: state } : {}, { before: cursor?.[0] ?? null, limit });
      return c.json({ data: page.orders.map((order) => presentOrder(c.get('tenant'), order)), next_cursor: cursorOf('o', page.next) }, 200);
    },
  );
  app.openapi(
    route('orders:read', {
      operationId: 'getOrder',
      tag: 'Orders',
      method: 'get',
      path: '/api/v1/orders/{id}',
      summary: 'One order with its lines and the tickets they became.',
      request: { params: byId },
      responses,
    }),
    async (c) => {
      const found = await findOrder(context, c.get('tenant'), await numberOf(c, 'order', c.req.valid('param').id));
      return found ? c.json(presentWithLines(c.get('tenant'), found), 200) : refuse(c, 'not-found', noSuchOrder);
    },
  );
  app.openapi(
    route('orders:write', {
      operationId: 'markOrderPaid',
      tag: 'Orders',
      method: 'post',
      path: '/api/v1/orders/{id}/mark-paid',
      summary: 'The money is there: the held seats become tickets, which are mailed. A repeat issues nothing twice.',
      request: { params: byId },
      responses,
      problems: { 409: 'It is settled, over or cancelled already' },
    }),
    async (c) => {
      const id = await numberOf(c, 'order', c.req.valid('param').id);
      const done = await markOrderPaid(context, c.get('tenant'), id, requestOf(c));
      if (done.outcome === 'not_found') return refuse(c, 'not-found', noSuchOrder);
      if (done.outcome !== 'paid') return refuse(c, 'conflict', { detail: NOT_PAID[done.outcome] });
      const order = await findOrder(context, c.get('tenant'), id);
      return order ? c.json(presentWithLines(c.get('tenant'), order), 200) : refuse(c, 'not-found', noSuchOrder);
    },
  );
  app.openapi(
    route('orders:write', {
      operationId: 'cancelOrder',
      tag: 'Orders',
      method: 'post',
      path: '/api/v1/orders/{id}/cancel',
      summary: 'Gives the held seats of an order that waits for payment back at once, to whoever waits for them.',
      request: { params: byId },
      responses,
      problems: { 409: 'It does not wait for payment' },
    }),
    async (c) => {
      const id = await numberOf(c, 'order', c.req.valid('param').id);
      const { outcome } = await cancelOrder(context, c.get('tenant'), id, requestOf(c));
      if (outcome === 'not_found') return refuse(c, 'not-found', noSuchOrder);
      if (outcome !== 'cancelled') return refuse(c, 'conflict', { detail: NOT_CANCELLED[outcome] });
      const order = await findOrder(context, c.get('tenant'), id);
      return order ? c.json(presentWithLines(c.get('tenant'), order), 200) : refuse(c, 'not-found', noSuchOrder);
    },
  );
}

const NOT_PAID: Record<Exclude<MarkOrderPaidOutcome['outcome'], 'paid' | 'not_found'>, string> = {
  already_settled: 'The order is settled already; its tickets were issued then, and none now.',
  expired: 'The order was not paid in time and its seats were given back. Pay the money back, or have it ordered anew.',
  cancelled: 'The order is cancelled and its seats were given back. Pay the money back, or have it ordered anew.',
  event_cancelled: 'An event of the order is cancelled. Pay the money back.',
  event_over: 'An event of the order is over. Pay the money back.',
};

const NOT_CANCELLED: Record<Exclude<CancelOrderOutcome['outcome'], 'cancelled' | 'not_found'>, string> = {
  already_cancelled: 'The order is cancelled already.',
  already_settled: 'The order is settled; its tickets can be cancelled one by one.',
  expired: 'The order was not paid in time and its seats were given back then.',
};

function presentOrder(tenant: Tenant, order: ListedOrder): z.infer<typeof orderSchema> {
  return {
    id: order.id,
    public_id: publicIdOf(tenant, 'order', order.id),
    state: order.state,
    customer_id: order.customerId,
    customer_name: order.customerName,
    customer_email: order.customerEmail,
    currency: order.currency,
    total: order.total,
    created_at: order.createdAt.toString(),
    due_at: order.dueAt.toString(),
    finished_at: order.finishedAt && order.finishedAt.toString(),
  };
}

function presentWithLines(tenant: Tenant, order: NonNullable<Awaited<ReturnType<typeof findOrder>>>): z.infer<typeof orderWithLinesSchema> {
  const lines = order.lines.map((line) => ({
    number: line.number,
    event_id: line.eventId,
    ticket_type_id: line.ticketTypeId,
    price: line.price,
    holder_name: line.holder.name,
    holder_email: line.holder.email,
    ticket_id: line.ticketId,
  }));
  return { ...presentOrder(tenant, order), lines };
}
