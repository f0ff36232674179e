import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { MAX_SUBJECT, MAX_TEXT, MESSAGE_TO } from '../../../domain/attendees/send-message.ts';
import { lengthOf, plainLine, plainText } from '../../../domain/plain-text.ts';
import { publicIdOf } from '../../../domain/public-id.ts';
import { sendMessage } from '../../../operations/attendees/send-message.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { byId, id, publicId } from '../schema.ts';
import { noSuchEvent } from '../problem.ts';

const words = (clean: (text: string) => string, most: number, example: string) =>
  z
    .string()
    .transform(clean)
    .refine((text) => text !== '' && lengthOf(text) <= most, `text of 1 to ${most} characters`)
    .openapi({ type: 'string', example });

const messageSchema = z
  .strictObject({
    subject: words(plainLine, MAX_SUBJECT, 'Doors open at nine'),
    text: words(plainText, MAX_TEXT, 'Please come by the north gate.').openapi({
      description: 'Plain text; only https:// becomes a link.',
    }),
    to: z.enum(MESSAGE_TO).openapi({
      description:
        'all: everybody with a seat. not_reached: whom the latest of the event has not reached. checked_in, not_checked_in: who has come, who has not. waiting: who is in the waiting list.',
    }),
  })
  .openapi('NewMessage');

const sentSchema = z
  .object({
    change_id: id.openapi({ description: 'Its notices say what became of it: /changes/{id}/notices.csv, /deliveries?change=' }),
    change_public_id: publicId,
    recipients: z.int().openapi({ description: 'Addresses it is mailed to, each once.' }),
    no_address: z.int().openapi({ description: 'How many have none.' }),
  })
  .openapi('SentMessage');

/** The organizer's words to those of an event: /api/v1/events/{id}/messages. */
export function addMessageRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('notices:write', {
      operationId: 'sendMessage',
      tag: 'Messages',
      method: 'post',
      path: '/api/v1/events/{id}/messages',
      summary: 'Mails the organizer’s words to those of an event, each address once. Changes nothing about the event.',
      request: { params: byId, body: jsonBody(messageSchema) },
      responses: { 201: json(sentSchema, 'It is on its way') },
      problems: { 409: 'These words were sent a moment ago, or nobody has an address' },
    }),
    async (c) => {
      const { to, ...said } = c.req.valid('json');
      const eventId = await numberOf(c, 'event', c.req.valid('param').id);
      const done = await sendMessage(context, c.get('tenant'), eventId, said, to, requestOf(c));
      switch (done.outcome) {
        case 'planned': {
          const { changeId, recipients, withoutAddress } = done;
          const change_public_id = publicIdOf(c.get('tenant'), 'change', changeId);
          return c.json({ change_id: changeId, change_public_id, recipients, no_address: withoutAddress }, 201);
        }
        case 'nobody':
          return refuse(c, 'conflict', { detail: `Nobody of them has an address (${done.withoutAddress} have none): nothing was sent.` });
        case 'sent_just_now':
          return refuse(c, 'conflict', { detail: 'These very words were sent within the last minute. They are not sent twice.' });
        case 'event_draft':
          return refuse(c, 'conflict', { detail: 'The event is a draft: nobody hears of it before it is published.' });
        case 'not_found':
          return refuse(c, 'not-found', noSuchEvent);
      }
    },
  );
}
