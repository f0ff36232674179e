import type { OpenAPIHono } from '@hono/zod-openapi';
import { createCalendar } from '../../../operations/events/create-calendar.ts';
import { findCalendarWithSchedule, listCalendars } from '../../../operations/events/list-calendars.ts';
import { updateCalendar } from '../../../operations/events/update-calendar.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { cursorOf } from '../page.ts';
import type { V1Env } from '../principal.ts';
import { byId } from '../schema.ts';
import { calendarInputOf, presentCalendar } from './present.ts';
import { calendarChangeSchema, calendarPageSchema, calendarQuery, calendarSchema, newCalendarSchema } from './schema.ts';

const noSuchCalendar = { detail: 'There is no such calendar.' };
const badSchedule = (day: string) => ({
  detail: 'The schedule cannot be kept.',
  parameters: [{ name: `schedule.open.${day}`, reason: 'Each block must begin before it ends, and after the one before it has ended.' }],
});

/** Sets of events: /api/v1/calendars. */
export function addCalendarRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('events:read', {
      operationId: 'listCalendars',
      tag: 'Calendars',
      method: 'get',
      path: '/api/v1/calendars',
      summary: 'Calendars, oldest first.',
      request: { query: calendarQuery },
      responses: { 200: json(calendarPageSchema, 'A page of calendars') },
    }),
    async (c) => {
      const { cursor, limit } = c.req.valid('query');
      const { tenant, calendars } = c.get('principal');
      const page = await listCalendars(context, tenant, calendars, { after: cursor?.[0] ?? 0, limit });
      return c.json({ data: page.calendars.map(presentCalendar), next_cursor: cursorOf('l', page.next) }, 200);
    },
  );
  app.openapi(
    route('events:write', {
      operationId: 'createCalendar',
      tag: 'Calendars',
      method: 'post',
      path: '/api/v1/calendars',
      summary: 'Makes a calendar. Without a zone it has that of the house.',
      request: { body: jsonBody(newCalendarSchema) },
      responses: { 201: json(calendarSchema, 'The calendar') },
    }),
    async (c) => {
      const { tenant, calendars } = c.get('principal');
      if (calendars !== null)
        return refuse(c, 'forbidden', { detail: 'Who runs some calendars makes no others. Ask an administrator for it.' });
      const body = c.req.valid('json');
      const nothing = { organizerName: null, replyTo: null, schedule: null };
      const input = { ...nothing, name: body.name, zone: tenant.zone, ...calendarInputOf(body) };
      const done = await createCalendar(context, tenant, input);
      if (done.outcome === 'bad_schedule') return refuse(c, 'invalid-parameters', badSchedule(done.day));
      return c.json(presentCalendar(done.calendar), 201, { location: `/api/v1/calendars/${done.calendar.id}` });
    },
  );
  app.openapi(
    route('events:read', {
      operationId: 'getCalendar',
      tag: 'Calendars',
      method: 'get',
      path: '/api/v1/calendars/{id}',
      summary: 'One calendar.',
      request: { params: byId },
      responses: { 200: json(calendarSchema, 'The calendar') },
    }),
    async (c) => {
      const id = await numberOf(c, 'calendar', c.req.valid('param').id);
      const found = await findCalendarWithSchedule(context, c.get('tenant'), id);
      return found ? c.json(presentCalendar(found), 200) : refuse(c, 'not-found', noSuchCalendar);
    },
  );
  app.openapi(
    route('events:write', {
      operationId: 'updateCalendar',
      tag: 'Calendars',
      method: 'patch',
      path: '/api/v1/calendars/{id}',
      summary: 'Changes a calendar. Events that there are keep their zone and their organizer.',
      request: { params: byId, body: jsonBody(calendarChangeSchema) },
      responses: { 200: json(calendarSchema, 'The calendar as it is now') },
    }),
    async (c) => {
      const id = await numberOf(c, 'calendar', c.req.valid('param').id);
      const done = await updateCalendar(context, c.get('tenant'), id, calendarInputOf(c.req.valid('json')));
      switch (done.outcome) {
        case 'updated':
          return c.json(presentCalendar(done.calendar), 200);
        case 'bad_schedule':
          return refuse(c, 'invalid-parameters', badSchedule(done.day));
        case 'not_found':
          return refuse(c, 'not-found', noSuchCalendar);
      }
    },
  );
}
