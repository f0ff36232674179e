import { z } from '@hono/zod-openapi';
import { CIRCLES } from '../events/schema.ts';
import { instantGiven, line, text } from '../fields.ts';
import { id, instant, publicId } from '../schema.ts';

// As the database counts.
const MOST_SEATS = 2_147_483_647;

export const ticketTypeSchema = z
  .object({
    id,
    public_id: publicId,
    event_id: id,
    name: z.string().openapi({ example: 'Standard' }),
    description: z.string(),
    price: z.string().openapi({ example: '12.50', description: 'Decimal; 0.00 is free.' }),
    currency: z.string().openapi({ example: 'EUR', description: 'ISO 4217.' }),
    capacity: z.int().nullable().openapi({ description: 'Null: limited by the event alone.' }),
    seats_taken: z.int(),
    seats_held: z.int(),
    max_per_attendee: z.int().nullable(),
    sale_starts_at: instant.nullable(),
    sale_ends_at: instant.nullable().openapi({ description: 'Null: with the event.' }),
    display_order: z.int(),
    hidden: z.boolean(),
    open_to: z.enum(CIRCLES).openapi({ description: 'Who may take it.' }),
    created_at: instant,
    updated_at: instant,
  })
  .openapi('TicketType');

export const ticketTypeListSchema = z.object({ data: z.array(ticketTypeSchema) }).openapi('TicketTypeList');

const fields = {
  name: line(255, 'Standard'),
  description: text(2_000, 'With a drink'),
  price: z
    .string()
    .regex(/^\d{1,10}(?:\.\d{1,2})?$/, 'a decimal with at most two places, as text, like "12.50"')
    .openapi({ example: '12.50' }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'a currency by ISO 4217, like EUR')
    .openapi({ example: 'EUR', description: 'Unless told, that of the house.' }),
  capacity: z.int().min(0).max(MOST_SEATS).nullable(),
  max_per_attendee: z.int().min(1).max(MOST_SEATS).nullable(),
  sale_starts_at: instantGiven.nullable(),
  sale_ends_at: instantGiven.nullable(),
  display_order: z.int().min(0).max(10_000),
  hidden: z.boolean(),
  open_to: z.enum(CIRCLES),
};

export const newTicketTypeSchema = z
  .strictObject(fields)
  .partial()
  .required({ name: true })
  .openapi('NewTicketType', { example: { name: 'Standard', price: '12.50', capacity: 100 } });

export const ticketTypeChangeSchema = z
  .strictObject(fields)
  .partial()
  .openapi('TicketTypeChange', {
    description: 'What is absent stays. A sale ends now where sale_ends_at is now.',
    example: { hidden: true },
  });

export const ticketTypeResultSchema = ticketTypeSchema
  .extend({ offered: z.int().openapi({ description: 'How many who waited are offered a seat by this.' }) })
  .openapi('TicketTypeResult');
