import type { z } from '@hono/zod-openapi';
import type { TicketType } from '../../../domain/events/public-event.ts';
import { publicIdOf } from '../../../domain/public-id.ts';
import type { TicketTypeRefusal } from '../../../domain/seats/ticket-type.ts';
import type { Tenant } from '../../../domain/tenants/tenant.ts';
import type { NewTicketType } from '../../../operations/seats/create-ticket-type.ts';
import type { ticketTypeChangeSchema, ticketTypeSchema } from './schema.ts';

export function presentTicketType(tenant: Tenant, type: TicketType): z.infer<typeof ticketTypeSchema> {
  return {
    id: type.id,
    public_id: publicIdOf(tenant, 'ticket_type', type.id),
    event_id: type.eventId,
    name: type.name,
    description: type.description,
    price: type.price,
    currency: type.currency,
    capacity: type.capacity,
    seats_taken: type.liveTickets,
    seats_held: type.heldSeats,
    max_per_attendee: type.maxPerAttendee,
    sale_starts_at: type.saleStartsAt?.toString() ?? null,
    sale_ends_at: type.saleEndsAt?.toString() ?? null,
    display_order: type.displayOrder,
    hidden: !type.visible,
    open_to: type.openTo,
    created_at: type.createdAt.toString(),
    updated_at: type.updatedAt.toString(),
  };
}

/** What of a ticket type a body names. */
export function ticketTypeInputOf(body: z.infer<typeof ticketTypeChangeSchema>): Partial<NewTicketType> {
  return {
    ...(body.name !== undefined && { name: body.name }),
    ...(body.description !== undefined && { description: body.description }),
    ...(body.price !== undefined && { price: Number.parseFloat(body.price).toFixed(2) }),
    ...(body.currency !== undefined && { currency: body.currency }),
    ...(body.capacity !== undefined && { capacity: body.capacity }),
    ...(body.max_per_attendee !== undefined && { maxPerAttendee: body.max_per_attendee }),
    ...(body.sale_starts_at !== undefined && { saleStartsAt: body.sale_starts_at }),
    ...(body.sale_ends_at !== undefined && { saleEndsAt: body.sale_ends_at }),
    ...(body.display_order !== undefined && { displayOrder: body.display_order }),
    ...(body.hidden !== undefined && { visible: !body.hidden }),
    ...(body.open_to !== undefined && { openTo: body.open_to }),
  };
}

type Refusal = { detail: string; parameters?: { name: string; reason: string }[] };

export const REFUSALS: Record<TicketTypeRefusal, ['conflict' | 'invalid-parameters', Refusal]> = {
  not_ticketed: ['conflict', { detail: 'People are invited to this event; only a ticketed one has ticket types.' }],
  event_cancelled: ['conflict', { detail: 'The event is cancelled.' }],
  event_over: ['conflict', { detail: 'The event is over.' }],
  sale_ends_before_start: [
    'invalid-parameters',
    { detail: 'The sale cannot be then.', parameters: [{ name: 'sale_ends_at', reason: 'It must be after sale_starts_at.' }] },
  ],
};
