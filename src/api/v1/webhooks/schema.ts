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
    dialect: z.enum(WEBHOOK_DIALECTS).openapi({ description: 'Whose form the messages have.' }),
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

export const webhookDeliveryListSchema = z
  .object({
    data: z.array(
      z.object({
        id: z.uuid().openapi({ description: 'As the receiver sees it in X-Webhook-Id, the same for every try.' }),
        change_id: z.int(),
        event_id: z.int(),
        topics: z.array(z.enum(WEBHOOK_TOPICS)),
        state: z.enum(['queued', 'sending', 'awaiting_retry', 'delivered', 'failed']),
        attempts: z.int(),
        last_status: z.int().nullable(),
        last_error: z.string().nullable(),
        due_at: instant,
        created_at: instant,
        finished_at: instant.nullable(),
      }),
    ),
  })
  .openapi('WebhookDeliveryList');

// What else a name and a URL must be, the operation says.
const name = z.string().trim().openapi({ description: 'At most 100 characters on one line, some of which can be seen.' });
const url = z.string().max(2_000).openapi({ description: 'https, on the public internet.' });

export const newWebhookSchema = z
  .strictObject({ name, url, topics, dialect: z.enum(WEBHOOK_DIALECTS).default('meetbit') })
  .openapi('NewWebhook');

export const webhookChangesSchema = z
  .strictObject({ name: name.optional(), url: url.optional(), topics: topics.optional(), status: z.enum(WEBHOOK_STATUSES).optional() })
  .openapi('WebhookChanges');

export const webhookPath = z.object({ id: z.uuid().openapi({ param: { name: 'id', in: 'path' } }) });
