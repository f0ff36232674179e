import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { addSuppression } from '../../../operations/ledger/add-suppression.ts';
import { listSuppressions } from '../../../operations/ledger/list-suppressions.ts';
import { removeSuppression } from '../../../operations/ledger/remove-suppression.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, noContent, refuse, route } from '../described.ts';
import { cursorOf, nextCursor, pageQuery } from '../page.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { id, instant } from '../schema.ts';
import { mailAddress } from '../words.ts';

const suppressionSchema = z
  .object({
    address: z.string().openapi({ example: 'kenji@example.net' }),
    reason: z.string().openapi({ description: 'The words of the server that refused it, or of the house.' }),
    delivery_id: id.nullable().openapi({ description: 'What was refused; null: the house itself wants nothing sent there.' }),
    created_at: instant,
  })
  .openapi('Suppression');

const suppressionPageSchema = z.object({ data: z.array(suppressionSchema), next_cursor: nextCursor }).openapi('SuppressionPage');

const newSuppressionSchema = z
  .strictObject({
    address: mailAddress,
    reason: z.string().max(1_000).nullable().default(null).openapi({ example: 'They asked for no mail.' }),
  })
  .openapi('NewSuppression');

const byAddress = z.object({
  address: z
    .string()
    .max(1_000)
    .openapi({ param: { name: 'address', in: 'path' }, example: 'kenji@example.net' }),
});

/** Addresses that are mailed nothing more: /api/v1/suppressions. */
export function addSuppressionRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('notices:read', {
      operationId: 'listSuppressions',
      tag: 'Privacy',
      method: 'get',
      path: '/api/v1/suppressions',
      summary: 'Addresses that are mailed nothing more, because a server said they are none or the house did, newest first.',
      request: { query: z.strictObject(pageQuery('s')) },
      responses: { 200: json(suppressionPageSchema, 'A page of them') },
    }),
    async (c) => {
      const { cursor, limit } = c.req.valid('query');
      const skip = cursor?.[0] ?? 0;
      const found = await listSuppressions(context, c.get('tenant'), { skip, limit: limit + 1 });
      const data = found.slice(0, limit).map(({ address, reason, deliveryId, createdAt }) => ({
        address,
        reason,
        delivery_id: deliveryId,
        created_at: createdAt.toString(),
      }));
      return c.json({ data, next_cursor: cursorOf('s', found.length > limit ? skip + limit : null) }, 200);
    },
  );
  app.openapi(
    route('notices:write', {
      operationId: 'addSuppression',
      tag: 'Privacy',
      method: 'post',
      path: '/api/v1/suppressions',
      summary: 'Mails an address nothing more. What waits for it is not sent either, and stands as suppressed.',
      request: { body: jsonBody(newSuppressionSchema) },
      responses: { 204: noContent('It is suppressed') },
      problems: { 409: 'It is suppressed already' },
    }),
    async (c) => {
      const { outcome } = await addSuppression(context, c.get('tenant'), c.req.valid('json'), requestOf(c));
      switch (outcome) {
        case 'added':
          return c.body(null, 204);
        case 'already_there':
          return refuse(c, 'conflict', { detail: 'That address is suppressed already.' });
        case 'no_address':
          return refuse(c, 'invalid-parameters', { detail: 'That is no mail address.' });
      }
    },
  );
  app.openapi(
    route('notices:write', {
      operationId: 'removeSuppression',
      tag: 'Privacy',
      method: 'delete',
      path: '/api/v1/suppressions/{address}',
      summary: 'Has an address mailed again: what is planned from now on.',
      request: { params: byAddress },
      responses: { 204: noContent('It is mailed again') },
    }),
    async (c) => {
      const removed = await removeSuppression(context, c.get('tenant'), c.req.valid('param').address, requestOf(c));
      return removed ? c.body(null, 204) : refuse(c, 'not-found', { detail: 'That address is not suppressed.' });
    },
  );
}
