import { OpenAPIHono, createRoute } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { UnstorableText } from '../../domain/plain-text.ts';
import { findDelivery } from '../../operations/ledger/find-delivery.ts';
import { findReach } from '../../operations/ledger/find-reach.ts';
import { listDeliveries } from '../../operations/ledger/list-deliveries.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';
import { type V1Env, authenticate } from './auth.ts';
import { presentDelivery, presentReach, presentWithTries } from './present.ts';
import { fault, faults, json, refuse, security } from './described.ts';
import { addOrderRoutes } from './orders/routes.ts';
import { numberOf } from './event-name.ts';
import { cursorOf } from './page.ts';
import { problem } from './problem.ts';
import { byEvent, byId, deliveryPageSchema, deliveryQuery, deliveryWithTriesSchema, reachQuery, reachSchema } from './schema.ts';
import { reasonOf } from './reason.ts';
import { addSeatRoutes } from './seats/routes.ts';
import { addWebhookMessageRoutes } from './webhooks/message-routes.ts';
import { addWebhookRoutes } from './webhooks/routes.ts';

const MAX_BODY_BYTES = 64 * 1024;

const GET = 'GET, HEAD';
const VERBS = {
  'openapi.json': GET,
  deliveries: GET,
  'deliveries/:id': GET,
  'events/:id/unreached': GET,
  'events/:id/capacity': 'PATCH',
  'events/:id/ticket-types/:typeId/capacity': 'PATCH',
  'events/:id/waitlist': GET,
  'events/:id/waitlist/:entryId': 'DELETE',
  orders: GET,
  'orders/:id': GET,
  'orders/:id/mark-paid': 'POST',
  'orders/:id/cancel': 'POST',
  webhooks: 'GET, HEAD, POST',
  'webhooks/:id': 'GET, HEAD, PATCH, DELETE',
  'webhooks/:id/rotate-secret': 'POST',
  'webhooks/:id/test': 'POST',
  'webhooks/:id/replay': 'POST',
  'webhooks/:id/deliveries': GET,
  'webhooks/:id/deliveries/:message': GET,
};

const PATHS = Object.keys(VERBS).map((path) => new RegExp(`^/api/v1/${path.replaceAll(/:\w+/g, '[^/]+').replace('.', '\\.')}$`));

/** Our own API, below /api/v1; described by /api/v1/openapi.json out of the schemas that check it. */
export function v1(options: DoorOptions): Hono<DoorEnv> {
  const { context, log } = options;
  const app = new OpenAPIHono<V1Env>({
    defaultHook: (result, c) => {
      if (result.success) return undefined;
      // What names no thing is a thing that is not there.
      if (result.target === 'param') return problem(c, 'not-found', { detail: 'There is no such thing here.' });
      const parameters = result.error.issues.map((issue) => ({
        name: issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : String(issue.path[0] ?? ''),
        reason: issue.code === 'unrecognized_keys' ? 'There is no such parameter.' : reasonOf(issue),
      }));
      return problem(c, 'invalid-parameters', { detail: 'Some parameters cannot be read.', parameters });
    },
  });
  const described = app.basePath('/api/v1');

  described.get('/openapi.json', (c) =>
    c.json(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Adjourn API',
          version: '1',
          description: 'Who was told what, who was not yet, and why; orders, seats and who waits for one.',
        },
        security,
      }),
    ),
  );
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', { type: 'http', scheme: 'bearer', description: 'An API key.' });
  app.use(
    '/api/v1/*',
    // What is no path is none for anybody, with a key or without.
    async (c, next) =>
      PATHS.some((path) => path.test(c.req.path)) ? next() : problem(c, 'not-found', { detail: 'There is no such route.' }),
    authenticate(options),
    bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => problem(c, 'too-large', { detail: 'A body has at most 64 KiB.' }) }),
  );

  const list = createRoute({
    method: 'get',
    path: '/api/v1/deliveries',
    summary: 'The ledger: one row for each notice and recipient, newest first.',
    security,
    request: { query: deliveryQuery },
    responses: { 200: json(deliveryPageSchema, 'A page of deliveries'), 400: fault('Invalid parameters'), ...faults },
  });
  app.openapi(list, async (c) => {
    const query = c.req.valid('query');
    const filter = {
      ...(query.state && { states: query.state }),
      ...(query.change !== undefined && { changeId: query.change }),
      ...(query.event !== undefined && { eventId: await numberOf(context, c, query.event) }),
      ...(query.recipient !== undefined && { recipient: query.recipient }),
    };
    const page = await listDeliveries(context, c.get('tenant'), filter, { before: query.cursor?.[0] ?? null, limit: query.limit });
    return c.json({ data: page.deliveries.map(presentDelivery), next_cursor: cursorOf('d', page.next) }, 200);
  });

  const one = createRoute({
    method: 'get',
    path: '/api/v1/deliveries/{id}',
    summary: 'One delivery with every attempt to hand it over.',
    security,
    request: { params: byId },
    responses: { 200: json(deliveryWithTriesSchema, 'The delivery'), 404: fault('Not found'), ...faults },
  });
  app.openapi(one, async (c) => {
    const found = await findDelivery(context, c.get('tenant'), c.req.valid('param').id);
    return found ? c.json(presentWithTries(found), 200) : refuse(c, 'not-found', { detail: 'There is no such delivery.' });
  });

  const unreached = createRoute({
    method: 'get',
    path: '/api/v1/events/{id}/unreached',
    summary: 'Who does not know an event’s latest state yet, and why.',
    security,
    request: { params: byEvent, query: reachQuery },
    responses: {
      200: json(reachSchema, 'Who knows and who does not'),
      400: fault('Invalid parameters'),
      404: fault('Not found'),
      ...faults,
    },
  });
  app.openapi(unreached, async (c) => {
    const { cursor: [ticketId = 0, deliveryId = 0] = [], limit } = c.req.valid('query');
    const id = await numberOf(context, c, c.req.valid('param').id);
    const found = await findReach(context, c.get('tenant'), { id }, { after: [ticketId, deliveryId], limit });
    return found ? c.json(presentReach(found), 200) : refuse(c, 'not-found', { detail: 'There is no such event.' });
  });

  addOrderRoutes(app, options);
  addSeatRoutes(app, options);
  addWebhookRoutes(app, options);
  addWebhookMessageRoutes(app, options);

  for (const [path, allow] of Object.entries(VERBS)) {
    app.all(`/api/v1/${path}`, (c) => problem(c, 'method-not-allowed', { detail: `Only ${allow} is answered here.`, headers: { allow } }));
  }
  app.onError((error, c) => {
    if (error instanceof UnstorableText) return problem(c, 'invalid-parameters', { detail: 'A text holds NUL or half a character.' });
    if (error instanceof HTTPException && error.status === 400)
      return problem(c, 'invalid-parameters', { detail: 'The body cannot be read as JSON.' });
    if (error instanceof HTTPException && error.status === 415)
      return problem(c, 'unsupported-media-type', { detail: 'Send the body as application/json.' });
    log.fault(error, { requestId: c.get('requestId'), door: 'v1' });
    return problem(c, 'internal-error', { detail: 'Something went wrong here. It has been noted.' });
  });
  return app as unknown as Hono<DoorEnv>;
}
