import { z } from '@hono/zod-openapi';
import { nextCursor, pageQuery } from '../page.ts';
import { id, instant, publicId } from '../schema.ts';

export const changeSchema = z
  .object({
    id,
    public_id: publicId,
    event_id: id,
    ticket_id: id.nullable().openapi({ description: 'The ticket it is about; null: the event itself.' }),
    revision: z.int().openapi({ description: 'Of the event, after it.' }),
    kind: z.string().openapi({ example: 'event_rescheduled' }),
    at: instant,
    by: z.object({
      kind: z
        .string()
        .openapi({ example: 'key', description: 'What they showed: key, user, client, customer, account, token, or system.' }),
      id: z.string(),
      name: z.string().openapi({ example: 'Front office', description: "A person's name, a key's, a program's; else what they are." }),
    }),
    door: z
      .string()
      .openapi({ example: 'v1', description: 'v1, meetbit, nexudus, zyntro, mailed link, command line, or none: nobody asked for it.' }),
    cause: z.string().openapi({ description: 'Door and request, as the log has them.' }),
    reason: z.string().nullable().openapi({ example: 'The roof leaks' }),
    fields: z
      .array(z.object({ name: z.string().openapi({ example: 'starts_at' }), before: z.unknown(), after: z.unknown() }))
      .openapi({ description: 'What is another now; null where there was, or is, nothing.' }),
  })
  .openapi('Change');

export const changePageSchema = z.object({ data: z.array(changeSchema), next_cursor: nextCursor }).openapi('ChangePage');

export const changeQuery = z.strictObject(pageQuery('y'));
