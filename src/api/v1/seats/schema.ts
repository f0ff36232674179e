import { z } from '@hono/zod-openapi';
import { WAITLIST_STATES } from '../../../domain/waitlist/waitlist.ts';
import { nextCursor, pageQuery, statesOf } from '../page.ts';
import { byId, id, inPath, instant, publicId } from '../schema.ts';

// As the database counts.
const MOST_SEATS = 2_147_483_647;

const capacity = z.int().min(0).max(MOST_SEATS).nullable();

export const capacityChangeSchema = z
  .strictObject({ capacity: capacity.openapi({ description: 'Null: no limit.' }) })
  .openapi('CapacityChange');

export const capacitySchema = z
  .object({ capacity, offered: z.int().openapi({ description: 'How many who waited are offered a seat by this change.' }) })
  .openapi('Capacity');

export const typePath = byId.extend({ typeId: inPath('typeId') });
export const entryPath = byId.extend({ entryId: inPath('entryId') });

export const waitlistPageSchema = z
  .object({
    data: z.array(
      z.object({
        id,
        public_id: publicId,
        state: z.enum(WAITLIST_STATES).openapi({ description: 'offered: a seat is held for them until `offered_until`.' }),
        position: z.int().nullable().openapi({ description: '1 is next; null for whoever does not wait.' }),
        customer_id: id.nullable(),
        name: z.string().nullable(),
        email: z.string(),
        ticket_type_id: id.nullable().openapi({ description: 'The type asked for; null: any.' }),
        offered_type_id: id.nullable().openapi({ description: 'Of what the held seat is, or was.' }),
        offered_until: instant.nullable(),
        joined_at: instant,
      }),
    ),
    next_cursor: nextCursor,
  })
  .openapi('WaitlistPage');

export const waitlistQuery = z.strictObject({ state: statesOf(WAITLIST_STATES), ...pageQuery('w') });
