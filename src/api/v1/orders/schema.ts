import { z } from '@hono/zod-openapi';
import { ORDER_STATES } from '../../../domain/orders/order.ts';
import { nextCursor, pageQuery, statesOf } from '../page.ts';
import { id, instant, publicId } from '../schema.ts';

export const orderSchema = z
  .object({
    id,
    public_id: publicId,
    state: z
      .enum(ORDER_STATES)
      .openapi({ description: 'pending: its seats are held and it waits for payment. expired: nobody paid in time.' }),
    customer_id: id,
    customer_name: z.string(),
    customer_email: z.string(),
    currency: z.string().openapi({ description: 'ISO 4217.', example: 'EUR' }),
    total: z.string().openapi({ description: 'Decimal.', example: '25.00' }),
    created_at: instant,
    due_at: instant.openapi({ description: 'When a pending order gives its seats back.' }),
    finished_at: instant.nullable(),
  })
  .openapi('Order');

export const orderWithLinesSchema = orderSchema
  .extend({
    lines: z.array(
      z.object({
        number: z.int(),
        event_id: id,
        ticket_type_id: id,
        price: z.string().openapi({ example: '12.50' }),
        holder_name: z.string().nullable(),
        holder_email: z.string(),
        ticket_id: id.nullable().openapi({ description: 'Null until it is issued.' }),
      }),
    ),
  })
  .openapi('OrderWithLines');

export const orderPageSchema = z.object({ data: z.array(orderSchema), next_cursor: nextCursor }).openapi('OrderPage');

export const orderQuery = z.strictObject({ state: statesOf(ORDER_STATES), ...pageQuery('o') });
