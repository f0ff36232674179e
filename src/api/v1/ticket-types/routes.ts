import type { OpenAPIHono } from '@hono/zod-openapi';
import { createTicketType } from '../../../operations/seats/create-ticket-type.ts';
import { listTicketTypes } from '../../../operations/seats/list-ticket-types.ts';
import { removeTicketType } from '../../../operations/seats/remove-ticket-type.ts';
import { updateTicketType } from '../../../operations/seats/update-ticket-type.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, noContent, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { byId } from '../schema.ts';
import { typePath } from '../seats/schema.ts';
import { REFUSALS, presentTicketType, ticketTypeInputOf } from './present.ts';
import { newTicketTypeSchema, ticketTypeChangeSchema, ticketTypeListSchema, ticketTypeResultSchema, ticketTypeSchema } from './schema.ts';
import { noSuchEvent } from '../problem.ts';

const noSuchType = { detail: 'The event has no such ticket type.' };

const PLAIN = {
  description: '',
  price: '0.00',
  capacity: null,
  maxPerAttendee: null,
  saleStartsAt: null,
  saleEndsAt: null,
  displayOrder: 0,
  visible: true,
  openTo: 'everyone',
} as const;

/** What may be taken at an event: /api/v1/events/{id}/ticket-types. */
export function addTicketTypeRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('events:read', {
      operationId: 'listTicketTypes',
      tag: 'Ticket types',
      method: 'get',
      path: '/api/v1/events/{id}/ticket-types',
      summary: 'The ticket types of an event, hidden ones too, in the order they are shown in.',
      request: { params: byId },
      responses: { 200: json(ticketTypeListSchema, 'All of them') },
    }),
    async (c) => {
      const tenant = c.get('tenant');
      const types = await listTicketTypes(context, tenant, await numberOf(c, 'event', c.req.valid('param').id));
      return types ? c.json({ data: types.map((type) => presentTicketType(tenant, type)) }, 200) : refuse(c, 'not-found', noSuchEvent);
    },
  );
  app.openapi(
    route('events:write', {
      operationId: 'createTicketType',
      tag: 'Ticket types',
      method: 'post',
      path: '/api/v1/events/{id}/ticket-types',
      summary: 'Gives an event one more ticket type, and offers its tickets to whoever waits.',
      request: { params: byId, body: jsonBody(newTicketTypeSchema) },
      responses: { 201: json(ticketTypeResultSchema, 'The ticket type') },
      problems: { 409: 'It is no ticketed event, or cancelled or over' },
    }),
    async (c) => {
      const tenant = c.get('tenant');
      const body = c.req.valid('json');
      const id = await numberOf(c, 'event', c.req.valid('param').id);
      const input = { ...PLAIN, name: body.name, currency: tenant.currency, ...ticketTypeInputOf(body) };
      const done = await createTicketType(context, tenant, id, input, requestOf(c));
      switch (done.outcome) {
        case 'created': {
          const location = `/api/v1/events/${id}/ticket-types/${done.type.id}`;
          return c.json({ ...presentTicketType(tenant, done.type), offered: done.offered }, 201, { location });
        }
        case 'not_found':
          return refuse(c, 'not-found', noSuchEvent);
        case 'not_ticketed':
        case 'event_cancelled':
        case 'event_over':
        case 'sale_ends_before_start':
          return refuse(c, ...REFUSALS[done.outcome]);
      }
    },
  );
  app.openapi(
    route('events:read', {
      operationId: 'getTicketType',
      tag: 'Ticket types',
      method: 'get',
      path: '/api/v1/events/{id}/ticket-types/{typeId}',
      summary: 'One ticket type.',
      request: { params: typePath },
      responses: { 200: json(ticketTypeSchema, 'The ticket type') },
    }),
    async (c) => {
      const tenant = c.get('tenant');
      const { id, typeId } = c.req.valid('param');
      const types = await listTicketTypes(context, tenant, await numberOf(c, 'event', id));
      const number = await numberOf(c, 'ticket_type', typeId);
      const found = types?.find((type) => type.id === number);
      return found ? c.json(presentTicketType(tenant, found), 200) : refuse(c, 'not-found', noSuchType);
    },
  );
  app.openapi(
    route('events:write', {
      operationId: 'updateTicketType',
      tag: 'Ticket types',
      method: 'patch',
      path: '/api/v1/events/{id}/ticket-types/{typeId}',
      summary: 'Changes a ticket type. Tickets that there are keep what they cost, and nobody is mailed but who is offered a seat.',
      request: { params: typePath, body: jsonBody(ticketTypeChangeSchema) },
      responses: { 200: json(ticketTypeResultSchema, 'The ticket type as it is now') },
      problems: { 409: 'More tickets are taken, or the event is cancelled or over' },
    }),
    async (c) => {
      const tenant = c.get('tenant');
      const { id, typeId } = c.req.valid('param');
      const which = { eventId: await numberOf(c, 'event', id), typeId: await numberOf(c, 'ticket_type', typeId) };
      const done = await updateTicketType(context, tenant, which, ticketTypeInputOf(c.req.valid('json')), requestOf(c));
      switch (done.outcome) {
        case 'updated':
          return c.json({ ...presentTicketType(tenant, done.type), offered: done.offered }, 200);
        case 'below_taken':
          return refuse(c, 'conflict', {
            detail: `${done.taken} tickets are taken, ${done.held} of them held by unpaid orders and offers: there cannot be fewer.`,
          });
        case 'not_found':
        case 'type_not_found':
          return refuse(c, 'not-found', noSuchType);
        case 'not_ticketed':
        case 'event_cancelled':
        case 'event_over':
        case 'sale_ends_before_start':
          return refuse(c, ...REFUSALS[done.outcome]);
      }
    },
  );
  app.openapi(
    route('events:write', {
      operationId: 'deleteTicketType',
      tag: 'Ticket types',
      method: 'delete',
      path: '/api/v1/events/{id}/ticket-types/{typeId}',
      summary: 'Removes a ticket type that nobody ever took.',
      request: { params: typePath },
      responses: { 204: noContent('Gone') },
      problems: { 409: 'Somebody has, had, ordered or waits for a ticket of it' },
    }),
    async (c) => {
      const { id, typeId } = c.req.valid('param');
      const which = { eventId: await numberOf(c, 'event', id), typeId: await numberOf(c, 'ticket_type', typeId) };
      const { outcome } = await removeTicketType(context, c.get('tenant'), which, requestOf(c));
      switch (outcome) {
        case 'removed':
          return c.body(null, 204);
        case 'in_use':
          return refuse(c, 'conflict', { detail: 'Somebody has, had, ordered or waits for a ticket of it. Hide it, or end its sale.' });
        case 'not_found':
          return refuse(c, 'not-found', noSuchType);
      }
    },
  );
}
