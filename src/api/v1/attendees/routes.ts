import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Correction } from '../../../domain/attendees/correct-attendee.ts';
import { type AddAttendeesOutcome, addAttendees } from '../../../operations/attendees/add-attendees.ts';
import { correctAttendee } from '../../../operations/attendees/correct-attendee.ts';
import { findAttendee, listAttendees } from '../../../operations/attendees/list-attendees.ts';
import { removeAttendee } from '../../../operations/attendees/remove-attendee.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, noContent, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { cursorOf } from '../page.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { byId } from '../schema.ts';
import { presentAttendee } from './present.ts';
import {
  attendeePageSchema,
  attendeePath,
  attendeeQuery,
  attendeeSchema,
  correctionSchema,
  filterOf,
  newAttendeeSchema,
} from './schema.ts';
import { noSuchEvent } from '../problem.ts';

const ONE = '/api/v1/events/{id}/attendees/{attendeeId}';

/** Who attends an event: /api/v1/events/{id}/attendees. */
export function addAttendeeRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('attendees:read', {
      operationId: 'listAttendees',
      tag: 'Attendees',
      method: 'get',
      path: '/api/v1/events/{id}/attendees',
      summary: 'Who attends an event, in the order they got their seats, and what each knows of its latest.',
      request: { params: byId, query: attendeeQuery },
      responses: { 200: json(attendeePageSchema, 'A page of attendees') },
    }),
    async (c) => {
      const { cursor, limit, ...whose } = c.req.valid('query');
      const eventId = await numberOf(c, 'event', c.req.valid('param').id);
      const page = await listAttendees(context, c.get('tenant'), eventId, filterOf(whose), { after: cursor?.[0] ?? 0, limit });
      if (!page) return refuse(c, 'not-found', noSuchEvent);
      const data = page.attendees.map((one) => presentAttendee(c.get('tenant'), one));
      return c.json({ data, next_cursor: cursorOf('a', page.next) }, 200);
    },
  );
  app.openapi(
    route('attendees:write', {
      operationId: 'addAttendee',
      tag: 'Attendees',
      method: 'post',
      path: '/api/v1/events/{id}/attendees',
      summary: 'Seats somebody at an event, and mails them that in the same commit.',
      request: { params: byId, body: jsonBody(newAttendeeSchema) },
      responses: { 201: json(attendeeSchema, 'The attendee') },
      problems: { 409: 'They attend already, there is no seat, or the event is cancelled or over' },
    }),
    async (c) => {
      const eventId = await numberOf(c, 'event', c.req.valid('param').id);
      const { notify, participation_status, ticket_type_id, ...given } = c.req.valid('json');
      const one = {
        name: given.name ?? null,
        email: given.email ?? null,
        telephone: given.telephone ?? null,
        zone: given.zone ?? null,
        language: given.language ?? null,
        role: given.role,
        participationStatus: participation_status ?? null,
        ticketTypeId: ticket_type_id ?? null,
      };
      const done = await addAttendees(context, c.get('tenant'), eventId, [one], { notify }, requestOf(c));
      if (done.outcome !== 'added') return refuseAdding(c, done);
      if (done.added === 0) return refuse(c, 'conflict', { detail: 'Somebody with that address attends already.' });
      return c.json(await attendeeNow(c, eventId, done.ticketIds[0] ?? 0), 201);
    },
  );
  app.openapi(
    route('attendees:read', {
      operationId: 'getAttendee',
      tag: 'Attendees',
      method: 'get',
      path: ONE,
      summary: 'One attendee, there or removed.',
      request: { params: attendeePath },
      responses: { 200: json(attendeeSchema, 'The attendee') },
    }),
    async (c) => {
      const [eventId, ticketId] = await namedIn(c, c.req.valid('param'));
      const found = await findAttendee(context, c.get('tenant'), eventId, ticketId);
      return found ? c.json(presentAttendee(c.get('tenant'), found), 200) : refuse(c, 'not-found', { detail: NOBODY });
    },
  );
  app.openapi(
    route('attendees:write', {
      operationId: 'correctAttendee',
      tag: 'Attendees',
      method: 'patch',
      path: ONE,
      summary: 'Corrects an attendee. At a new address they are mailed their seat as it stands; the old one is told nothing more.',
      request: { params: attendeePath, body: jsonBody(correctionSchema) },
      responses: { 200: json(attendeeSchema, 'The attendee as they are now') },
      problems: { 409: 'They were removed, or somebody has that address' },
    }),
    async (c) => {
      const [eventId, ticketId] = await namedIn(c, c.req.valid('param'));
      const { participation_status, ...given } = c.req.valid('json');
      const said = { ...given, ...(participation_status && { participationStatus: participation_status }) };
      const correction = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Correction;
      const done = await correctAttendee(context, c.get('tenant'), eventId, ticketId, correction, requestOf(c));
      switch (done.outcome) {
        case 'corrected':
        case 'unchanged':
          return c.json(await attendeeNow(c, eventId, ticketId), 200);
        case 'removed':
          return refuse(c, 'conflict', { detail: 'They were removed. Add them again.' });
        case 'attends_already':
          return refuse(c, 'conflict', { detail: 'Somebody with that address attends already.' });
        case 'not_found':
          return refuse(c, 'not-found', { detail: NOBODY });
      }
    },
  );
  app.openapi(
    route('attendees:write', {
      operationId: 'removeAttendee',
      tag: 'Attendees',
      method: 'delete',
      path: ONE,
      summary: 'Takes their seat back. They are told, and it is offered to whoever waits for one.',
      request: { params: attendeePath },
      responses: { 204: noContent('Removed') },
      problems: { 409: 'They were removed before, or the event is cancelled' },
    }),
    async (c) => {
      const [eventId, ticketId] = await namedIn(c, c.req.valid('param'));
      const done = await removeAttendee(context, c.get('tenant'), eventId, ticketId, requestOf(c));
      switch (done.outcome) {
        case 'removed':
          return c.body(null, 204);
        case 'already_removed':
          return refuse(c, 'conflict', { detail: 'They were removed before.' });
        case 'event_cancelled':
          return refuse(c, 'conflict', { detail: 'The event is cancelled: nobody has a seat to give back.' });
        case 'not_found':
          return refuse(c, 'not-found', { detail: NOBODY });
      }
    },
  );

  async function attendeeNow(c: Context<V1Env>, eventId: number, ticketId: number) {
    const found = await findAttendee(context, c.get('tenant'), eventId, ticketId);
    if (!found) throw new Error(`attendee ${ticketId} is gone`);
    return presentAttendee(c.get('tenant'), found);
  }
}

const NOBODY = 'Nobody of that number attends that event.';

/** The numbers of the event and of the attendee that a path names. */
async function namedIn(
  c: Context<V1Env>,
  names: { id: Parameters<typeof numberOf>[2]; attendeeId: Parameters<typeof numberOf>[2] },
): Promise<[eventId: number, ticketId: number]> {
  return [await numberOf(c, 'event', names.id), await numberOf(c, 'ticket', names.attendeeId)];
}

/** What is answered where nobody was added. */
export function refuseAdding(c: Context<V1Env>, done: Exclude<AddAttendeesOutcome, { outcome: 'added' }>): never {
  switch (done.outcome) {
    case 'sold_out':
      return refuse(c, 'conflict', {
        detail: `${done.free} seats are free${done.ticketTypeId === null ? '' : ` of ticket type ${done.ticketTypeId}`}, and ${done.wanted} are wanted. Nobody was added.`,
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
