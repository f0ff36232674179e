import type { OpenAPIHono } from '@hono/zod-openapi';
import { createEvent } from '../../../operations/events/create-event.ts';
import { findEventRecord } from '../../../operations/events/find-event-record.ts';
import { listEvents } from '../../../operations/events/list-events.ts';
import { updateEvent } from '../../../operations/events/update-event.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { cursorOf } from '../page.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { byId } from '../schema.ts';
import { badTimes, changedMeanwhile, etagOf, pageDetailsOf, presentEvent, timeTaken, updateOf } from './present.ts';
import { KINDS, eventChangeSchema, eventPageSchema, eventQuery, eventSchema, ifMatch, newEventSchema } from './schema.ts';
import { noSuchEvent } from '../problem.ts';

/** What takes place, when and where: /api/v1/events. */
export function addEventRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('events:read', {
      operationId: 'listEvents',
      tag: 'Events',
      method: 'get',
      path: '/api/v1/events',
      summary: 'Events in the order they begin in, drafts and cancelled ones among them.',
      request: { query: eventQuery },
      responses: { 200: json(eventPageSchema, 'A page of events') },
    }),
    async (c) => {
      const { calendar, from = null, to = null, status = null, q = null, cursor, limit } = c.req.valid('query');
      const { tenant, calendars } = c.get('principal');
      const calendarIds = calendar === undefined ? calendars : [await numberOf(c, 'calendar', calendar)];
      const [seconds = 0, nanoseconds = 0, id = 0] = cursor ?? [];
      const after = cursor ? { startsAt: Temporal.Instant.fromEpochMilliseconds(seconds * 1_000).add({ nanoseconds }), id } : null;
      const page = await listEvents(context, tenant, { calendarIds, from, to, statuses: status, search: q }, { after, limit });
      const next = page.next && [...inParts(page.next.startsAt), page.next.id];
      return c.json({ data: page.events.map(presentEvent), next_cursor: cursorOf('e', next) }, 200);
    },
  );
  app.openapi(
    route('events:write', {
      operationId: 'createEvent',
      tag: 'Events',
      method: 'post',
      path: '/api/v1/events',
      summary: 'Makes an event: a draft, unless it is to be published at once.',
      request: { body: jsonBody(newEventSchema) },
      responses: { 201: json(eventSchema, 'The event') },
      maxBodyBytes: 256 * 1024,
      problems: { 404: 'There is no such calendar', 409: 'The calendar has another event at that time' },
    }),
    async (c) => {
      const body = c.req.valid('json');
      if (body.kind === 'ticketed' && body.invitees.length > 0) {
        const parameters = [
          { name: 'invitees', reason: 'It must be empty: people take tickets of a ticketed event. Or make it a meeting.' },
        ];
        return refuse(c, 'invalid-parameters', { detail: 'Nobody is invited to a ticketed event.', parameters });
      }
      const { tenant } = c.get('principal');
      const done = await createEvent(
        context,
        tenant,
        {
          calendar: { id: await numberOf(c, 'calendar', body.calendar_id) },
          uidScope: KINDS[body.kind],
          title: body.title,
          description: body.description ?? '',
          location: body.location ?? null,
          zone: body.zone ?? null,
          startsAt: body.starts_at,
          endsAt: body.ends_at,
          capacity: body.capacity,
          organizerName: body.organizer_name ?? null,
          replyTo: body.reply_to ?? null,
          attendeeLinks: body.attendee_links,
          invitees: body.invitees,
          draft: !body.publish,
          details: pageDetailsOf(body),
        },
        requestOf(c),
      );
      switch (done.outcome) {
        case 'created': {
          const event = await findEventRecord(context, tenant, done.event.id);
          if (!event) return refuse(c, 'not-found', noSuchEvent);
          return c.json(presentEvent(event), 201, { location: `/api/v1/events/${event.id}`, ...etagOf(event) });
        }
        case 'calendar_not_found':
          return refuse(c, 'not-found', { detail: 'There is no such calendar.' });
        case 'conflict':
          return refuse(c, 'conflict', timeTaken);
        case 'ends_before_start':
        case 'starts_in_past':
        case 'outside_calendar':
          return refuse(c, 'invalid-parameters', badTimes(done.outcome));
      }
    },
  );
  app.openapi(
    route('events:read', {
      operationId: 'getEvent',
      tag: 'Events',
      method: 'get',
      path: '/api/v1/events/{id}',
      summary: 'One event.',
      request: { params: byId },
      responses: { 200: json(eventSchema, 'The event; its ETag is its revision') },
    }),
    async (c) => {
      const id = await numberOf(c, 'event', c.req.valid('param').id);
      const event = await findEventRecord(context, c.get('tenant'), id);
      return event ? c.json(presentEvent(event), 200, etagOf(event)) : refuse(c, 'not-found', noSuchEvent);
    },
  );
  app.openapi(
    route('events:write', {
      operationId: 'updateEvent',
      tag: 'Events',
      method: 'patch',
      path: '/api/v1/events/{id}',
      summary: 'Changes an event. People are told of another title, place or time, and of nothing else.',
      request: { params: byId, headers: ifMatch, body: jsonBody(eventChangeSchema) },
      responses: { 200: json(eventSchema, 'The event as it is now') },
      problems: { 409: 'It is cancelled, or somebody waits in the list that is to go', 412: 'Somebody edited it since' },
    }),
    async (c) => {
      const body = c.req.valid('json');
      const tenant = c.get('tenant');
      const id = await numberOf(c, 'event', c.req.valid('param').id);
      const expected = c.req.valid('header')['if-match'] ?? null;
      const done = await updateEvent(context, tenant, { id, expected }, updateOf(body), requestOf(c, body.reason ?? null));
      switch (done.outcome) {
        case 'updated':
        case 'unchanged': {
          const event = await findEventRecord(context, tenant, id);
          return event ? c.json(presentEvent(event), 200, etagOf(event)) : refuse(c, 'not-found', noSuchEvent);
        }
        case 'changed_meanwhile':
          return changedMeanwhile(c, done);
        case 'already_cancelled':
          return refuse(c, 'conflict', { detail: 'The event is cancelled, and stays as it was then.' });
        case 'people_wait':
          return refuse(c, 'conflict', { detail: `${done.people} wait in its waiting list. Take them out of it before you take it away.` });
        case 'ends_before_start':
        case 'starts_in_past':
        case 'outside_calendar':
          return refuse(c, 'invalid-parameters', badTimes(done.outcome));
        case 'not_found':
          return refuse(c, 'not-found', noSuchEvent);
        case 'sold_out':
        case 'attendees_not_listed':
          throw new Error(`${done.outcome}, though nobody was listed`);
      }
    },
  );
}

/** An instant as whole seconds and what is beyond them. */
function inParts(instant: Temporal.Instant): [seconds: number, nanoseconds: number] {
  return [Math.floor(instant.epochMilliseconds / 1_000), Number(instant.epochNanoseconds % 1_000_000_000n)];
}
