import { z } from '@hono/zod-openapi';
import { id, instant } from '../schema.ts';

export const checkInSchema = z
  .strictObject({
    code: z
      .string()
      .min(1)
      .max(100)
      .openapi({ example: 'K7M2QX9B', description: 'As it is printed; case, spaces and hyphens do not matter.' }),
    event: id.optional().openapi({ description: 'The event whose door this is: codes of others are not let in.' }),
  })
  .openapi('CheckIn');

export const checkedInSchema = z
  .object({
    outcome: z.enum(['checked_in', 'already', 'cancelled', 'other_event']).openapi({
      description:
        'checked_in: let them in. already: somebody came in with it; see when and by whom. cancelled: the seat was given back, or the event is off. other_event: it is for another.',
    }),
    attendee_id: id,
    event_id: id,
    event_title: z.string(),
    name: z.string().nullable(),
    ticket_type: z.string().nullable(),
    check_in_id: id.nullable().openapi({ description: 'What undoes it; null where nobody is let in.' }),
    checked_in_at: instant.nullable(),
    checked_in_by: z.object({ kind: z.string(), id: z.string(), name: z.string().nullable() }).nullable(),
  })
  .openapi('CheckedIn');

export const presentSchema = z
  .object({
    event_id: id,
    seats: z.int().openapi({ description: 'How many hold one.' }),
    checked_in: z.int().openapi({ description: 'How many of them have come.' }),
  })
  .openapi('Present');
