import type { OpenAPIHono } from '@hono/zod-openapi';
import { findDelivery } from '../../../operations/ledger/find-delivery.ts';
import { findReach } from '../../../operations/ledger/find-reach.ts';
import { listDeliveries } from '../../../operations/ledger/list-deliveries.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { cursorOf } from '../page.ts';
import type { V1Env } from '../principal.ts';
import { byId } from '../schema.ts';
import { presentDelivery, presentReach, presentWithTries } from './present.ts';
import { deliveryPageSchema, deliveryQuery, deliveryWithTriesSchema, reachQuery, reachSchema } from './schema.ts';
import { noSuchEvent } from '../problem.ts';

/** Who was told what, and who does not know yet: /api/v1/deliveries and /api/v1/events/{id}/unreached. */
export function addNoticeRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('notices:read', {
      operationId: 'listDeliveries',
      tag: 'Notices',
      method: 'get',
      path: '/api/v1/deliveries',
      summary: 'The ledger: one row for each notice and recipient, newest first.',
      request: { query: deliveryQuery },
      responses: { 200: json(deliveryPageSchema, 'A page of deliveries') },
    }),
    async (c) => {
      const query = c.req.valid('query');
      if (c.get('principal').calendars && query.event === undefined) {
        const parameters = [{ name: 'event', reason: 'It must be an event of a calendar of yours.' }];
        return refuse(c, 'invalid-parameters', { detail: 'You see the notices of your calendars alone: name an event.', parameters });
      }
      const filter = {
        ...(query.state && { states: query.state }),
        ...(query.change !== undefined && { changeId: await numberOf(c, 'change', query.change) }),
        ...(query.event !== undefined && { eventId: await numberOf(c, 'event', query.event) }),
        ...(query.recipient !== undefined && { recipient: query.recipient }),
      };
      const tenant = c.get('tenant');
      const page = await listDeliveries(context, tenant, filter, { before: query.cursor?.[0] ?? null, limit: query.limit });
      return c.json({ data: page.deliveries.map((one) => presentDelivery(tenant, one)), next_cursor: cursorOf('d', page.next) }, 200);
    },
  );
  app.openapi(
    route('notices:read', {
      operationId: 'getDelivery',
      tag: 'Notices',
      method: 'get',
      path: '/api/v1/deliveries/{id}',
      summary: 'One delivery with every attempt to hand it over.',
      request: { params: byId },
      responses: { 200: json(deliveryWithTriesSchema, 'The delivery') },
    }),
    async (c) => {
      const tenant = c.get('tenant');
      const found = await findDelivery(context, tenant, await numberOf(c, 'delivery', c.req.valid('param').id));
      if (!found || !(await numberOf(c, 'event', found.eventId))) return refuse(c, 'not-found', { detail: 'There is no such delivery.' });
      return c.json(presentWithTries(tenant, found), 200);
    },
  );
  app.openapi(
    route('notices:read', {
      operationId: 'listUnreached',
      tag: 'Notices',
      method: 'get',
      path: '/api/v1/events/{id}/unreached',
      summary: 'Who does not know an event’s latest state yet, and why.',
      request: { params: byId, query: reachQuery },
      responses: { 200: json(reachSchema, 'Who knows and who does not') },
    }),
    async (c) => {
      const { cursor: [ticketId = 0, deliveryId = 0] = [], limit } = c.req.valid('query');
      const id = await numberOf(c, 'event', c.req.valid('param').id);
      const found = await findReach(context, c.get('tenant'), { id }, { after: [ticketId, deliveryId], limit });
      return found ? c.json(presentReach(found), 200) : refuse(c, 'not-found', noSuchEvent);
    },
  );
}
