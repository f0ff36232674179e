import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import { findDelivery } from '../../operations/find-delivery.ts';
import { findReach } from '../../operations/find-reach.ts';
import { listDeliveries } from '../../operations/list-deliveries.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';
import { type V1Env, authenticate } from './auth.ts';
import { cursorOf, idOfCursor, presentDelivery, presentReach, presentWithTries } from './present.ts';
import { problem } from './problem.ts';
import { deliveryPageSchema, deliveryQuery, deliveryWithTriesSchema, idText, problemSchema, reachSchema } from './schema.ts';

const json = (schema: z.ZodType, description: string) => ({ content: { 'application/json': { schema } }, description });
const fault = (description: string) => ({ content: { 'application/problem+json': { schema: problemSchema } }, description });
const faults = { 401: fault('No valid API key'), 429: fault('Too many requests') };
const security = [{ apiKey: [] }];
const byId = z.object({ id: idText.openapi({ param: { name: 'id', in: 'path' }, type: 'integer' }) });

const DEFAULT_LIMIT = 50;

// The routes' types know answers in JSON only; what a problem looks like is said in `responses` and held by problem.ts.
const refuse = (...given: Parameters<typeof problem>) => problem(...given) as never;

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
        reason: issue.code === 'unrecognized_keys' ? 'no such parameter' : issue.message,
      }));
      return problem(c, 'invalid-parameters', { detail: 'Some parameters cannot be read.', parameters });
    },
  });
  const described = app.basePath('/api/v1');

  described.get('/openapi.json', (c) =>
    c.json(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: { title: 'Adjourn API', version: '1', description: 'Who was told what, who was not yet, and why.' },
        security,
      }),
    ),
  );
  app.openAPIRegistry.registerComponent('securitySchemes', 'apiKey', { type: 'http', scheme: 'bearer', description: 'An API key.' });
  app.use('/api/v1/*', authenticate(options));

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
    const before = query.cursor === undefined ? null : idOfCursor(query.cursor);
    if (before === undefined) {
      return refuse(c, 'invalid-parameters', {
        detail: 'Some parameters cannot be read.',
        parameters: [{ name: 'cursor', reason: 'a cursor of ours' }],
      });
    }
    const filter = {
      ...(query.state && { states: query.state }),
      ...(query.change !== undefined && { changeId: query.change }),
      ...(query.event !== undefined && { eventId: query.event }),
      ...(query.recipient !== undefined && { recipient: query.recipient }),
    };
    const page = await listDeliveries(context, c.get('tenant'), filter, { before, limit: query.limit ?? DEFAULT_LIMIT });
    return c.json({ data: page.deliveries.map(presentDelivery), next_cursor: page.next === null ? null : cursorOf(page.next) }, 200);
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
    request: { params: byId },
    responses: { 200: json(reachSchema, 'Who knows and who does not'), 404: fault('Not found'), ...faults },
  });
  app.openapi(unreached, async (c) => {
    const found = await findReach(context, c.get('tenant'), { id: c.req.valid('param').id });
    return found ? c.json(presentReach(found), 200) : refuse(c, 'not-found', { detail: 'There is no such event.' });
  });

  for (const path of ['openapi.json', 'deliveries', 'deliveries/:id', 'events/:id/unreached']) {
    app.all(`/api/v1/${path}`, (c) => problem(c, 'method-not-allowed', { detail: 'Only GET is answered here.', headers: { allow: 'GET, HEAD' } }));
  }
  app.all('/api/v1/*', (c) => problem(c, 'not-found', { detail: 'There is no such route.' }));
  app.onError((error, c) => {
    log.fault(error, { requestId: c.get('requestId'), door: 'v1' });
    return problem(c, 'internal-error', { detail: 'Something went wrong here. It has been noted.' });
  });
  return app as unknown as Hono<DoorEnv>;
}
