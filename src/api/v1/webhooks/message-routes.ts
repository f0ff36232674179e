import type { OpenAPIHono, z } from '@hono/zod-openapi';
import {
  type ListedWebhookAttempt,
  type ListedWebhookDelivery,
  findWebhookDelivery,
  listWebhookDeliveries,
} from '../../../operations/webhooks/list-webhook-deliveries.ts';
import { replayWebhook } from '../../../operations/webhooks/replay-webhook.ts';
import { testWebhook } from '../../../operations/webhooks/test-webhook.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, refuse, route } from '../described.ts';
import type { V1Env } from '../principal.ts';
import {
  replaySchema,
  replayedSchema,
  testedSchema,
  webhookDeliveryListSchema,
  webhookDeliverySchema,
  webhookDeliveryWithTriesSchema,
  webhookMessagePath,
  webhookPath,
} from './schema.ts';

const noSuchWebhook = { detail: 'There is no such webhook.' };

/** What webhooks were sent: /api/v1/webhooks/{id}/deliveries, and the ways to have it sent (again). */
export function addWebhookMessageRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('webhooks:read', {
      operationId: 'listWebhookMessages',
      tag: 'Webhooks',
      method: 'get',
      path: '/api/v1/webhooks/{id}/deliveries',
      summary: 'What became of the latest messages, newest first, at most 200.',
      request: { params: webhookPath },
      responses: { 200: json(webhookDeliveryListSchema, 'The messages') },
    }),
    async (c) => {
      const listed = await listWebhookDeliveries(context, c.get('tenant'), c.req.valid('param').id);
      return listed ? c.json({ data: listed.map(presentMessage) }, 200) : refuse(c, 'not-found', noSuchWebhook);
    },
  );
  app.openapi(
    route('webhooks:read', {
      operationId: 'getWebhookMessage',
      tag: 'Webhooks',
      method: 'get',
      path: '/api/v1/webhooks/{id}/deliveries/{message}',
      summary: 'One message with its latest tries: what was sent, and what came back.',
      request: { params: webhookMessagePath },
      responses: { 200: json(webhookDeliveryWithTriesSchema, 'The message') },
    }),
    async (c) => {
      const { id, message } = c.req.valid('param');
      const found = await findWebhookDelivery(context, c.get('tenant'), id, message);
      if (!found) return refuse(c, 'not-found', { detail: 'There is no such message of this webhook.' });
      return c.json({ ...presentMessage(found), tries: found.tries.map(presentTry) }, 200);
    },
  );
  app.openapi(
    route('webhooks:write', {
      operationId: 'testWebhook',
      tag: 'Webhooks',
      method: 'post',
      path: '/api/v1/webhooks/{id}/test',
      summary: 'Sends one message that tells of no event, once. What came back stands in the message it answers the id of.',
      request: { params: webhookPath },
      responses: { 202: json(testedSchema, 'It is being sent') },
      problems: { 409: 'The webhook is not active' },
    }),
    async (c) => {
      const done = await testWebhook(context, c.get('tenant'), c.req.valid('param').id);
      switch (done.outcome) {
        case 'queued':
          return c.json({ delivery_id: done.messageId }, 202);
        case 'not_active':
          return refuse(c, 'conflict', { detail: 'Nothing is sent to a webhook that is paused or disabled. Make it active first.' });
        case 'not_found':
          return refuse(c, 'not-found', noSuchWebhook);
      }
    },
  );
  app.openapi(
    route('webhooks:write', {
      operationId: 'replayWebhook',
      tag: 'Webhooks',
      method: 'post',
      path: '/api/v1/webhooks/{id}/replay',
      summary: 'Sends again what came after one message, each under its own id, at most 1,000.',
      request: { params: webhookPath, body: jsonBody(replaySchema) },
      responses: { 202: json(replayedSchema, 'They are being sent') },
    }),
    async (c) => {
      const { after, only_failed: onlyFailed } = c.req.valid('json');
      const done = await replayWebhook(context, c.get('tenant'), c.req.valid('param').id, { after, onlyFailed });
      switch (done.outcome) {
        case 'queued':
          return c.json({ count: done.count, next_after: done.next }, 202);
        case 'no_such_message':
          return refuse(c, 'invalid-parameters', {
            detail: 'Some parameters cannot be read.',
            parameters: [{ name: 'after', reason: 'It must be the id of a message of this webhook that told of a change.' }],
          });
        case 'not_found':
          return refuse(c, 'not-found', noSuchWebhook);
      }
    },
  );
}

function presentMessage(one: ListedWebhookDelivery): z.infer<typeof webhookDeliverySchema> {
  return {
    id: one.id,
    change_id: one.changeId,
    event_id: one.eventId,
    topics: one.topics,
    state: one.state,
    attempts: one.attempts,
    last_status: one.lastStatus,
    last_error: one.lastError,
    due_at: one.dueAt.toString(),
    created_at: one.createdAt.toString(),
    finished_at: one.finishedAt && one.finishedAt.toString(),
  };
}

const presentTry = ({ endedAt, ...rest }: ListedWebhookAttempt) => ({ ...rest, ended_at: endedAt.toString() });
