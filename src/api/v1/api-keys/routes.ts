import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ApiKey } from '../../../domain/access/api-key.ts';
import type { Scope } from '../../../domain/access/scope.ts';
import { publicIdOf } from '../../../domain/public-id.ts';
import type { Tenant } from '../../../domain/tenants/tenant.ts';
import { revokeApiKey, rotateApiKey } from '../../../operations/access/change-api-key.ts';
import { createApiKey } from '../../../operations/access/create-api-key.ts';
import { findApiKey, listApiKeys } from '../../../operations/access/list-api-keys.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, noContent, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { cursorOf } from '../page.ts';
import type { V1Env } from '../principal.ts';
import { byId } from '../schema.ts';
import {
  OVERLAP_HOURS,
  apiKeyPageSchema,
  apiKeyQuery,
  apiKeySchema,
  apiKeyWithSecretSchema,
  newApiKeySchema,
  rotationSchema,
} from './schema.ts';

const tag = 'API keys';
const noSuchKey = { detail: 'There is no such key.' };

/** Which programs may ask what: /api/v1/api-keys. */
export function addApiKeyRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('people:read', {
      operationId: 'listApiKeys',
      tag,
      method: 'get',
      path: '/api/v1/api-keys',
      summary: 'Keys that were not revoked, oldest first, with when they were used last.',
      request: { query: apiKeyQuery },
      responses: { 200: json(apiKeyPageSchema, 'A page of keys') },
    }),
    async (c) => {
      const { cursor, limit } = c.req.valid('query');
      const page = await listApiKeys(context, c.get('tenant'), { after: cursor?.[0] ?? 0, limit });
      return c.json({ data: page.keys.map((key) => presentKey(c.get('tenant'), key)), next_cursor: cursorOf('k', page.next) }, 200);
    },
  );
  app.openapi(
    route('people:write', {
      operationId: 'createApiKey',
      tag,
      method: 'post',
      path: '/api/v1/api-keys',
      summary: 'Makes a key for a program. Its secret is shown here and never again.',
      request: { body: jsonBody(newApiKeySchema) },
      responses: { 201: json(apiKeyWithSecretSchema, 'The key with its secret') },
    }),
    async (c) => {
      const { name, scopes, expires_at: expiresAt } = c.req.valid('json');
      const done = await createApiKey(context, c.get('tenant'), grantable(c), { name, scopes, expiresAt });
      switch (done.outcome) {
        case 'created':
          return c.json({ ...presentKey(c.get('tenant'), done.key), secret: done.secret }, 201);
        case 'not_granted':
          return notGranted(c, done.missing);
        case 'ends_in_the_past':
          return refuse(c, 'invalid-parameters', {
            detail: 'The key would be over before it begins.',
            parameters: [{ name: 'expires_at', reason: 'It must be in the future, or null.' }],
          });
      }
    },
  );
  app.openapi(
    route('people:read', {
      operationId: 'getApiKey',
      tag,
      method: 'get',
      path: '/api/v1/api-keys/{id}',
      summary: 'One key.',
      request: { params: byId },
      responses: { 200: json(apiKeySchema, 'The key') },
    }),
    async (c) => {
      const found = await findApiKey(context, c.get('tenant'), await numberOf(c, 'api_key', c.req.valid('param').id));
      return found ? c.json(presentKey(c.get('tenant'), found), 200) : refuse(c, 'not-found', noSuchKey);
    },
  );
  app.openapi(
    route('people:write', {
      operationId: 'rotateApiKey',
      tag,
      method: 'post',
      path: '/api/v1/api-keys/{id}/rotate',
      summary: 'Gives a key another secret; for a while both open, so that the program can be given the new one in peace.',
      request: { params: byId, body: { ...jsonBody(rotationSchema), required: false } },
      responses: { 200: json(apiKeyWithSecretSchema, 'The key with its new secret') },
    }),
    async (c) => {
      const id = await numberOf(c, 'api_key', c.req.valid('param').id);
      const overlapHours = c.req.valid('json').overlap_hours ?? OVERLAP_HOURS;
      const done = await rotateApiKey(context, c.get('tenant'), grantable(c), { id, overlapHours });
      switch (done.outcome) {
        case 'rotated':
          return c.json({ ...presentKey(c.get('tenant'), done.key), secret: done.secret }, 200);
        case 'not_granted':
          return notGranted(c, done.missing);
        case 'not_found':
          return refuse(c, 'not-found', noSuchKey);
      }
    },
  );
  app.openapi(
    route('people:write', {
      operationId: 'revokeApiKey',
      tag,
      method: 'delete',
      path: '/api/v1/api-keys/{id}',
      summary: 'A key opens nothing from now on, by neither of its secrets.',
      request: { params: byId },
      responses: { 204: noContent('Revoked') },
    }),
    async (c) => {
      const id = await numberOf(c, 'api_key', c.req.valid('param').id);
      const done = await revokeApiKey(context, c.get('tenant'), grantable(c), id);
      switch (done.outcome) {
        case 'revoked':
          return c.body(null, 204);
        case 'not_granted':
          return notGranted(c, done.missing);
        case 'not_found':
          return refuse(c, 'not-found', noSuchKey);
      }
    },
  );
}

/** What whoever asks may hand on: nothing, where their scopes are about some calendars only, as a key's are about all. */
function grantable(c: Context<V1Env>): readonly Scope[] {
  const { scopes, calendars } = c.get('principal');
  return calendars === null ? scopes : [];
}

function notGranted(c: Context<V1Env>, missing: Scope[]) {
  const detail = `A key that may do what you may not is not yours to give or to take: ${missing.join(', ')}.`;
  return refuse(c, 'forbidden', { detail, ...(missing[0] && { scope: missing[0] }) });
}

function presentKey(tenant: Tenant, key: ApiKey): z.infer<typeof apiKeySchema> {
  return {
    id: key.id,
    public_id: publicIdOf(tenant, 'api_key', key.id),
    name: key.name,
    scopes: key.scopes,
    created_at: key.createdAt.toString(),
    expires_at: key.expiresAt && key.expiresAt.toString(),
    last_used_at: key.lastUsedAt && key.lastUsedAt.toString(),
    previous_secret_until: key.previousUntil && key.previousUntil.toString(),
  };
}
