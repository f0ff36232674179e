import { z } from '@hono/zod-openapi';
import { EVENT_STATUSES } from '../../../domain/events/event.ts';
import { DELIVERY_STATES } from '../../../domain/notices/notice.ts';
import { UNREACHED_WHY } from '../../../domain/notices/reach.ts';
import { nextCursor, pageQuery, statesOf } from '../page.ts';
import { id, inQuery, instant, publicId } from '../schema.ts';

const stateName = z.enum(DELIVERY_STATES);

export const deliverySchema = z
  .object({
    id,
    public_id: publicId,
    change_id: id,
    event_id: id,
    ticket_id: id.nullable().openapi({ description: 'Null where it is about a place in the waiting list, or the event alone.' }),
    entry_id: id.nullable().openapi({ description: 'The place in the waiting list it is about.' }),
    revision: z.int().openapi({ description: 'Revision of the event that this notice tells of.' }),
    sequence: z.int().openapi({ description: 'SEQUENCE of its calendar part (RFC 5545 §3.8.7.4).' }),
    purpose: z.string().openapi({ example: 'event_cancelled' }),
    occurrence: z.int().openapi({ description: '0, or which resend it is.' }),
    channel: z.string().openapi({ example: 'email' }),
    recipient: z.string().nullable().openapi({ description: 'Null: a person without an address.' }),
    state: stateName,
    attempts: z.int(),
    last_reply: z.string().nullable().openapi({ description: "The mail server's words, or why nothing was sent." }),
    possibly_sent: z.boolean().openapi({ description: 'It may have arrived, whatever the state says.' }),
    due_at: instant,
    created_at: instant,
    finished_at: instant.nullable(),
    message_id: z.string(),
    told_once_key: z.string().openapi({ description: 'No two deliveries share it.' }),
  })
  .openapi('Delivery');

const attemptSchema = z
  .object({
    number: z.int(),
    outcome: z.enum(['sent', 'captured', 'deferred', 'refused', 'lost', 'abandoned']),
    reply: z.string().nullable(),
    started_at: instant,
    ended_at: instant,
  })
  .openapi('Attempt');

export const deliveryWithTriesSchema = deliverySchema.extend({ tries: z.array(attemptSchema) }).openapi('DeliveryWithTries');

export const deliveryPageSchema = z
  .object({
    data: z.array(deliverySchema),
    next_cursor: nextCursor,
  })
  .openapi('DeliveryPage');

export const reachSchema = z
  .object({
    event_id: id,
    status: z.enum(EVENT_STATUSES),
    revision: z.int(),
    people: z.int().openapi({ description: 'Everybody concerned: `reached`, `nothing_owed` and all of `counts` add up to it.' }),
    reached: z.int().openapi({ description: 'People whose latest notice was handed over.' }),
    nothing_owed: z.int().openapi({ description: 'People who needed no further notice: they knew already, or never knew at all.' }),
    counts: z
      .record(z.enum(UNREACHED_WHY), z.int())
      .openapi({ required: [...UNREACHED_WHY], description: 'How many do not know yet, by why.' }),
    unreached: z
      .array(
        z.object({
          ticket_id: id.nullable().openapi({ description: 'Null: somebody in the waiting list.' }),
          entry_id: id.nullable().openapi({ description: 'Their place in the waiting list; null where it is about a ticket.' }),
          recipient: z.string().nullable().openapi({ description: 'Null: a person without an address.' }),
          why: z.enum(UNREACHED_WHY),
          purpose: z.string().nullable().openapi({ description: 'Null: nothing was planned for them.' }),
          delivery_id: id.nullable().openapi({ description: 'Null until their notice is written, and so are the following.' }),
          state: stateName.nullable(),
          attempts: z.int().nullable(),
          last_reply: z.string().nullable().openapi({ description: "The mail server's words, or why nothing was sent." }),
          due_at: instant.nullable(),
        }),
      )
      .openapi({ description: 'A page of those in `counts`, in the order of their tickets; before them who is in the waiting list.' }),
    next_cursor: nextCursor,
  })
  .openapi('Reach');

export const reachQuery = z.strictObject(pageQuery('u', 2));

export const deliveryQuery = z.strictObject({
  state: statesOf(DELIVERY_STATES),
  change: inQuery('change', 'a change'),
  event: inQuery('event', 'an event'),
  recipient: z
    .string()
    .max(254)
    .regex(/^[^\0]*$/, 'an address')
    .optional()
    .openapi({ param: { name: 'recipient', in: 'query' } }),
  ...pageQuery('d'),
});
