import { z } from '@hono/zod-openapi';
import { WEBHOOK_DIALECTS, WEBHOOK_STATUSES, WEBHOOK_TOPICS } from '../../../domain/webhooks/webhook.ts';
import { instant } from '../schema.ts';

const topics = z
  .array(z.enum(WEBHOOK_TOPICS))
  .min(1)
  .transform((list) => [...new Set(list)])
  .openapi({
    type: 'array',
    items: { type: 'string', enum: [...WEBHOOK_TOPICS] },
    description: 'What it is told of; `moved` is any change of time, `rescheduled` a move alone.',
  });

export const webhookSchema = z
  .object({
    id: z.uuid(),
    dialect: z.enum(WEBHOOK_DIALECTS).openapi({ description: 'Whose form the messages have; `standard` is Standard Webhooks.' }),
    name: z.string(),
    url: z.string(),
    topics: z.array(z.enum(WEBHOOK_TOPICS)),
    status: z.enum(WEBHOOK_STATUSES),
    timeout_seconds: z.int(),
    failure_count: z.int().openapi({ description: 'Failed tries since the last success.' }),
    last_status: z.int().nullable().openapi({ description: 'HTTP status of the last try; null: none, or no answer came.' }),
    last_tried_at: instant.nullable(),
    created_at: instant,
    updated_at: instant,
  })
  .openapi('Webhook');

export const webhookWithSecretSchema = webhookSchema
  .extend({ secret: z.string().openapi({ description: 'Signs the messages. Shown here and never again.' }) })
  .openapi('WebhookWithSecret');

export const webhookListSchema = z.object({ data: z.array(webhookSchema) }).openapi('WebhookList');

export const webhookDeliverySchema = z
  .object({
    id: z
      .uuid()
      .openapi({ description: 'As the receiver sees it in X-Webhook-Id (`webhook-id` in our own form), the same for every try.' }),
    change_id: z.int().nullable().openapi({ description: 'null: a test, which tells of no change and of no event.' }),
    event_id: z.int(),
    topics: z.array(z.enum(WEBHOOK_TOPICS)),
    state: z.enum(['queued', 'sending', 'awaiting_retry', 'delivered', 'failed']),
    attempts: z.int(),
    last_status: z.int().nullable(),
    last_error: z.string().nullable(),
    due_at: instant,
    created_at: instant,
    finished_at: instant.nullable(),
  })
  .openapi('WebhookDelivery');

export const webhookDeliveryListSchema = z.object({ data: z.array(webhookDeliverySchema) }).openapi('WebhookDeliveryList');

const cut = 'The first 4,000 characters.';
export const webhookDeliveryWithTriesSchema = webhookDeliverySchema
  .extend({
    tries: z
      .array(
        z.object({
          url: z.string(),
          payload: z
            .string()
            .nullable()
            .openapi({ description: `The body that was sent; null: it could not be made. ${cut}` }),
          status: z.int().nullable().openapi({ description: 'Of the answer; null: none came, and `error` says why.' }),
          error: z.string().nullable(),
          answer: z
            .string()
            .nullable()
            .openapi({ description: `The body that came back. ${cut}` }),
          ended_at: instant,
        }),
      )
      .openapi({ description: 'The latest 20, oldest first.' }),
  })
  .openapi('WebhookDeliveryWithTries');

export const testedSchema = z.object({ delivery_id: z.uuid() }).openapi('WebhookTested');

export const replaySchema = z
  .strictObject({
    after: z.uuid().openapi({ description: 'The id of a message: what came after it is sent again.' }),
    only_failed: z.boolean().default(true).openapi({ description: 'Only what was never taken; false: all of it.' }),
  })
  .openapi('WebhookReplay');

export const replayedSchema = z
  .object({
    count: z.int(),
    next_after: z.uuid().nullable().openapi({ description: 'There may be more after this one; null: there is not.' }),
  })
  .openapi('WebhookReplayed');

// What else a name and a URL must be, the operation says.
const name = z.string().trim().openapi({ description: 'At most 100 characters on one line, some of which can be seen.' });
const url = z.string().max(2_000).openapi({
  description: 'https, on the public internet; in the demo, for the dialect `standard`, also on this machine.',
  example: 'https://crm.example.net/hook',
});

export const newWebhookSchema = z
  .strictObject({ name, url, topics, dialect: z.enum(WEBHOOK_DIALECTS).default('meetbit') })
  .openapi('NewWebhook');

export const webhookChangesSchema = z
  .strictObject({ name: name.optional(), url: url.optional(), topics: topics.optional(), status: z.enum(WEBHOOK_STATUSES).optional() })
  .openapi('WebhookChanges');

export const webhookPath = z.object({ id: z.uuid().openapi({ param: { name: 'id', in: 'path' } }) });

export const webhookMessagePath = webhookPath.extend({ message: z.uuid().openapi({ param: { name: 'message', in: 'path' } }) });
