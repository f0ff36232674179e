import type { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { publicIdOf } from '../../../domain/public-id.ts';
import type { Tenant } from '../../../domain/tenants/tenant.ts';
import { type ListedEntry, listWaitlist } from '../../../operations/waitlist/list-waitlist.ts';
import { removeFromWaitlist } from '../../../operations/waitlist/remove-from-waitlist.ts';
import { type Capacity, type SetCapacityOutcome, setCapacity } from '../../../operations/seats/set-capacity.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, noContent, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { cursorOf } from '../page.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { byId } from '../schema.ts';
import { capacityChangeSchema, capacitySchema, entryPath, typePath, waitlistPageSchema, waitlistQuery } from './schema.ts';
import { noSuchEvent } from '../problem.ts';

const body = jsonBody(capacityChangeSchema);
const responses = { 200: json(capacitySchema, 'What counts now') };
const problems = { 409: 'More seats are taken, or the event is cancelled or over' };

/** How many seats an event has, and who waits for one: /api/v1/events/{id}/capacity and /waitlist. */
export function addSeatRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('events:write', {
      operationId: 'setEventCapacity',
      tag: 'Seats',
      method: 'patch',
      path: '/api/v1/events/{id}/capacity',
      summary: 'Changes how many seats an event has. New ones are offered to whoever waits.',
      request: { params: byId, body },
      responses,
      problems,
    }),
    async (c) => {
      const wanted = { ticketTypeId: null, ...c.req.valid('json') };
      const done = await setCapacity(context, c.get('tenant'), await numberOf(c, 'event', c.req.valid('param').id), wanted, requestOf(c));
      return answer(c, wanted, done);
    },
  );
  app.openapi(
    route('events:write', {
      operationId: 'setTicketTypeCapacity',
      tag: 'Ticket types',
      method: 'patch',
      path: '/api/v1/events/{id}/ticket-types/{typeId}/capacity',
      summary: 'Changes how many tickets of a type there can be, within what the event has.',
      request: { params: typePath, body },
      responses,
      problems,
    }),
    async (c) => {
      const { id, typeId } = c.req.valid('param');
      const wanted = { ticketTypeId: await numberOf(c, 'ticket_type', typeId), ...c.req.valid('json') };
      return answer(c, wanted, await setCapacity(context, c.get('tenant'), await numberOf(c, 'event', id), wanted, requestOf(c)));
    },
  );
  app.openapi(
    route('attendees:read', {
      operationId: 'listWaitlist',
      tag: 'Waiting list',
      method: 'get',
      path: '/api/v1/events/{id}/waitlist',
      summary: 'Who is in line for a seat, first come first; of other states where they are named.',
      request: { params: byId, query: waitlistQuery },
      responses: { 200: json(waitlistPageSchema, 'A page of the line') },
    }),
    async (c) => {
      const { state, cursor, limit } = c.req.valid('query');
      const eventId = await numberOf(c, 'event', c.req.valid('param').id);
      const page = await listWaitlist(context, c.get('tenant'), eventId, state, { after: cursor?.[0] ?? 0, limit });
      if (!page) return refuse(c, 'not-found', noSuchEvent);
      return c.json(
        { data: page.entries.map((entry) => presentEntry(c.get('tenant'), entry)), next_cursor: cursorOf('w', page.next) },
        200,
      );
    },
  );
  app.openapi(
    route('attendees:write', {
      operationId: 'removeFromWaitlist',
      tag: 'Waiting list',
      method: 'delete',
      path: '/api/v1/events/{id}/waitlist/{entryId}',
      summary: 'Takes somebody out of the line; a seat that was held for them is offered to the next.',
      request: { params: entryPath },
      responses: { 204: noContent('Gone') },
    }),
    async (c) => {
      const { id, entryId } = c.req.valid('param');
      const { outcome } = await removeFromWaitlist(
        context,
        c.get('tenant'),
        await numberOf(c, 'event', id),
        await numberOf(c, 'waitlist_entry', entryId),
        requestOf(c),
      );
      return outcome === 'removed'
        ? c.body(null, 204)
        : refuse(c, 'not-found', { detail: 'Nobody of that number is in line for that event.' });
    },
  );
}

function answer(c: Context<V1Env>, { capacity }: Capacity, done: SetCapacityOutcome) {
  switch (done.outcome) {
    case 'changed':
      return c.json({ capacity, offered: done.offered }, 200);
    case 'unchanged':
      return c.json({ capacity, offered: 0 }, 200);
    case 'below_taken':
      return refuse(c, 'conflict', {
        detail: `${done.taken} seats are taken, ${done.held} of them held by unpaid orders and offers: there cannot be fewer.`,
      });
    case 'event_cancelled':
      return refuse(c, 'conflict', { detail: 'The event is cancelled.' });
    case 'event_over':
      return refuse(c, 'conflict', { detail: 'The event is over.' });
    case 'not_found':
      return refuse(c, 'not-found', noSuchEvent);
    case 'type_not_found':
      return refuse(c, 'not-found', { detail: 'The event has no such ticket type.' });
  }
}

function presentEntry(tenant: Tenant, entry: ListedEntry): z.infer<typeof waitlistPageSchema>['data'][number] {
  return {
    id: entry.id,
    public_id: publicIdOf(tenant, 'waitlist_entry', entry.id),
    state: entry.state,
    position: entry.position,
    customer_id: entry.customerId,
    name: entry.name,
    email: entry.email,
    ticket_type_id: entry.ticketTypeId,
    offered_type_id: entry.offeredTypeId,
    offered_until: entry.offerExpiresAt && entry.offerExpiresAt.toString(),
    joined_at: entry.joinedAt.toString(),
  };
}
