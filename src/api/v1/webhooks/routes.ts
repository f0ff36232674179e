import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Webhook } from '../../../domain/webhooks/webhook.ts';
import { type InvalidWebhook, createWebhook } from '../../../operations/webhooks/create-webhook.ts';
import { deleteWebhook } from '../../../operations/webhooks/delete-webhook.ts';
import { listWebhooks } from '../../../operations/webhooks/list-webhooks.ts';
import { updateWebhook } from '../../../operations/webhooks/update-webhook.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, noContent, refuse, route } from '../described.ts';
import type { V1Env } from '../principal.ts';
import {
  newWebhookSchema,
  webhookChangesSchema,
  webhookListSchema,
  webhookPath,
  webhookSchema,
  webhookWithSecretSchema,
} from './schema.ts';

/** As MeetBit's pages say (meetbit.md §11). */
const TIMEOUT_SECONDS = 10;

const params = webhookPath;
const noSuchWebhook = { detail: 'There is no such webhook.' };

/** The addresses of programs that want to hear of events: /api/v1/webhooks. */
export function addWebhookRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  const invalid = ({ outcome, fault: what }: InvalidWebhook) => ({
    detail: 'Some parameters cannot be read.',
    parameters: [{ name: outcome === 'invalid_name' ? 'name' : 'url', reason: `It ${what}.` }],
  });

  app.openapi(
    route('webhooks:read', {
      operationId: 'listWebhooks',
      tag: 'Webhooks',
      method: 'get',
      path: '/api/v1/webhooks',
      summary: 'All webhooks, oldest first.',
      responses: { 200: json(webhookListSchema, 'The webhooks') },
    }),
    async (c) => c.json({ data: (await listWebhooks(context, c.get('tenant'))).map(presentWebhook) }, 200),
  );
  app.openapi(
    route('webhooks:write', {
      operationId: 'createWebhook',
      tag: 'Webhooks',
      method: 'post',
      path: '/api/v1/webhooks',
      summary: 'Adds a webhook. What happened before is not told.',
      request: { body: jsonBody(newWebhookSchema) },
      responses: { 201: json(webhookWithSecretSchema, 'The webhook with its secret') },
      problems: { 409: 'There are as many as there may be' },
    }),
    async (c) => {
      const given = c.req.valid('json');
      const input = {
        ...given,
        organisationId: null,
        slugs: null,
        timeoutSeconds: TIMEOUT_SECONDS,
        status: 'active' as const,
        auth: { type: 'none' as const },
      };
      const done = await createWebhook(context, c.get('tenant'), input);
      if (done.outcome === 'too_many')
        return refuse(c, 'conflict', { detail: `There are ${done.most} webhooks already, as many as there may be. Remove one first.` });
      if (done.outcome !== 'created') return refuse(c, 'invalid-parameters', invalid(done));
      return c.json({ ...presentWebhook(done.webhook), secret: done.secret }, 201);
    },
  );
  app.openapi(
    route('webhooks:read', {
      operationId: 'getWebhook',
      tag: 'Webhooks',
      method: 'get',
      path: '/api/v1/webhooks/{id}',
      summary: 'One webhook.',
      request: { params },
      responses: { 200: json(webhookSchema, 'The webhook') },
    }),
    async (c) => {
      const [webhook] = await listWebhooks(context, c.get('tenant'), { id: c.req.valid('param').id });
      return webhook ? c.json(presentWebhook(webhook), 200) : refuse(c, 'not-found', noSuchWebhook);
    },
  );
  app.openapi(
    route('webhooks:write', {
      operationId: 'updateWebhook',
      tag: 'Webhooks',
      method: 'patch',
      path: '/api/v1/webhooks/{id}',
      summary: 'Changes a webhook; what is left out stays. A paused one is sent later what happens meanwhile, a disabled one never.',
      request: { params, body: jsonBody(webhookChangesSchema) },
      responses: { 200: json(webhookSchema, 'The webhook') },
    }),
    async (c) => {
      const { name, url, topics, status } = c.req.valid('json');
      const changes = {
        ...(name !== undefined && { name }),
        ...(url !== undefined && { url }),
        ...(topics && { topics, slugs: null }),
        ...(status && { status }),
      };
      const done = await updateWebhook(context, c.get('tenant'), { id: c.req.valid('param').id }, changes);
      switch (done.outcome) {
        case 'updated':
          return c.json(presentWebhook(done.webhook), 200);
        case 'invalid_name':
        case 'invalid_url':
          return refuse(c, 'invalid-parameters', invalid(done));
        case 'not_found':
          return refuse(c, 'not-found', noSuchWebhook);
      }
    },
  );
  app.openapi(
    route('webhooks:write', {
      operationId: 'rotateWebhookSecret',
      tag: 'Webhooks',
      method: 'post',
      path: '/api/v1/webhooks/{id}/rotate-secret',
      summary: 'Gives a webhook another secret; the old one signs nothing more.',
      request: { params },
      responses: { 200: json(webhookWithSecretSchema, 'The webhook with its new secret') },
    }),
    async (c) => {
      const done = await updateWebhook(context, c.get('tenant'), { id: c.req.valid('param').id }, { newSecret: true });
      if (done.outcome !== 'updated' || done.secret === null) return refuse(c, 'not-found', noSuchWebhook);
      return c.json({ ...presentWebhook(done.webhook), secret: done.secret }, 200);
    },
  );
  app.openapi(
    route('webhooks:write', {
      operationId: 'deleteWebhook',
      tag: 'Webhooks',
      method: 'delete',
      path: '/api/v1/webhooks/{id}',
      summary: 'Removes a webhook and what was still to be sent to it.',
      request: { params },
      responses: { 204: noContent('Gone') },
    }),
    async (c) =>
      (await deleteWebhook(context, c.get('tenant'), c.req.valid('param').id)) ? c.body(null, 204) : refuse(c, 'not-found', noSuchWebhook),
  );
}

function presentWebhook(hook: Webhook): z.infer<typeof webhookSchema> {
  return {
    id: hook.id,
    dialect: hook.dialect,
    name: hook.name,
    url: hook.url,
    topics: hook.topics,
    status: hook.status,
    timeout_seconds: hook.timeoutSeconds,
    failure_count: hook.failureCount,
    last_status: hook.lastStatus,
    last_tried_at: hook.lastTriedAt && hook.lastTriedAt.toString(),
    created_at: hook.createdAt.toString(),
    updated_at: hook.updatedAt.toString(),
  };
}
