import type { OpenAPIHono } from '@hono/zod-openapi';
import { copyEvent } from '../../../operations/events/copy-event.ts';
import { findEventRecord } from '../../../operations/events/find-event-record.ts';
import { publishEvent } from '../../../operations/events/publish-event.ts';
import { unpublishEvent } from '../../../operations/events/unpublish-event.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { byId } from '../schema.ts';
import { badTimes, etagOf, presentEvent, timeTaken } from './present.ts';
import { copySchema, eventSchema, publishedSchema } from './schema.ts';
import { noSuchEvent } from '../problem.ts';

const isCancelled = { detail: 'The event is cancelled, and stays so. Copy it to have it at another time.' };

/** Drafts become events, and events become drafts again: /api/v1/events/{id}/publish, /unpublish and /copy. */
export function addPublishRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('events:write', {
      operationId: 'publishEvent',
      tag: 'Events',
      method: 'post',
      path: '/api/v1/events/{id}/publish',
      summary: 'Makes a draft visible, and mails everybody who has a seat at it. A repeat does nothing.',
      request: { params: byId },
      responses: { 200: json(publishedSchema, 'The event as it is now') },
      problems: { 409: 'It is cancelled or over, or the calendar has another event at that time' },
    }),
    async (c) => {
      const id = await numberOf(c, 'event', c.req.valid('param').id);
      const done = await publishEvent(context, c.get('tenant'), id, requestOf(c));
      switch (done.outcome) {
        case 'published':
        case 'already_published': {
          const event = await findEventRecord(context, c.get('tenant'), id);
          if (!event) return refuse(c, 'not-found', noSuchEvent);
          const notices = done.outcome === 'published' ? done.notices : 0;
          return c.json({ ...presentEvent(event), notices }, 200, etagOf(event));
        }
        case 'conflict':
          return refuse(c, 'conflict', timeTaken);
        case 'already_cancelled':
          return refuse(c, 'conflict', isCancelled);
        case 'event_over':
          return refuse(c, 'conflict', { detail: 'The event is over. Move it first.' });
        case 'not_found':
          return refuse(c, 'not-found', noSuchEvent);
      }
    },
  );
  app.openapi(
    route('events:write', {
      operationId: 'unpublishEvent',
      tag: 'Events',
      method: 'post',
      path: '/api/v1/events/{id}/unpublish',
      summary: 'Makes an event a draft again that nobody has a seat at.',
      request: { params: byId },
      responses: { 200: json(eventSchema, 'The draft') },
      problems: { 409: 'Somebody has a seat at it, or it is cancelled' },
    }),
    async (c) => {
      const id = await numberOf(c, 'event', c.req.valid('param').id);
      const done = await unpublishEvent(context, c.get('tenant'), id, requestOf(c));
      switch (done.outcome) {
        case 'unpublished':
        case 'already_draft': {
          const event = await findEventRecord(context, c.get('tenant'), id);
          return event ? c.json(presentEvent(event), 200, etagOf(event)) : refuse(c, 'not-found', noSuchEvent);
        }
        case 'has_tickets':
          return refuse(c, 'conflict', {
            detail: `${done.taken} seats are taken or held, and their people know of it. Cancel the event to tell them.`,
          });
        case 'already_cancelled':
          return refuse(c, 'conflict', isCancelled);
        case 'not_found':
          return refuse(c, 'not-found', noSuchEvent);
      }
    },
  );
  app.openapi(
    route('events:write', {
      operationId: 'copyEvent',
      tag: 'Events',
      method: 'post',
      path: '/api/v1/events/{id}/copy',
      summary: 'Makes a draft like an event at another time, with its ticket types, whose sales move by as much, and nobody in it.',
      request: { params: byId, body: jsonBody(copySchema) },
      responses: { 201: json(eventSchema, 'The copy') },
    }),
    async (c) => {
      const { starts_at: startsAt, ends_at: endsAt = null, title = null } = c.req.valid('json');
      const id = await numberOf(c, 'event', c.req.valid('param').id);
      const done = await copyEvent(context, c.get('tenant'), id, { startsAt, endsAt, title }, requestOf(c));
      switch (done.outcome) {
        case 'created': {
          const event = await findEventRecord(context, c.get('tenant'), done.event.id);
          if (!event) return refuse(c, 'not-found', noSuchEvent);
          return c.json(presentEvent(event), 201, { location: `/api/v1/events/${event.id}`, ...etagOf(event) });
        }
        case 'ends_before_start':
        case 'starts_in_past':
        case 'outside_calendar':
          return refuse(c, 'invalid-parameters', badTimes(done.outcome));
        case 'conflict':
          return refuse(c, 'conflict', timeTaken);
        case 'calendar_not_found':
        case 'not_found':
          return refuse(c, 'not-found', noSuchEvent);
      }
    },
  );
}
