import type { OpenAPIHono } from '@hono/zod-openapi';
import { resendNotices } from '../../../operations/attendees/resend-notices.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { byId } from '../schema.ts';
import { attendeePath, resendSchema, resentSchema } from './schema.ts';
import { noSuchEvent } from '../problem.ts';

const responses = { 200: json(resentSchema, 'What came of it') };
const problems = { 409: 'The event is a draft' };
const isDraft = { detail: 'The event is a draft: its people are mailed once it is published.' };

/** Mails people what they know, or should: /api/v1/events/{id}/attendees/{attendeeId}/resend, and /resends to all who were not reached. */
export function addResendRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    // At the front desk, too.
    route(['notices:write', 'check-ins:write'], {
      operationId: 'resendToAttendee',
      tag: 'Attendees',
      method: 'post',
      path: '/api/v1/events/{id}/attendees/{attendeeId}/resend',
      summary: 'Mails an attendee their seat as it stands again: the ticket or invitation, or that it is off.',
      request: { params: attendeePath },
      responses,
      problems,
    }),
    async (c) => {
      const { id, attendeeId } = c.req.valid('param');
      const ticketId = await numberOf(c, 'ticket', attendeeId);
      const done = await resendNotices(context, c.get('tenant'), await numberOf(c, 'event', id), { ticketId }, requestOf(c));
      if (done.outcome === 'event_draft') return refuse(c, 'conflict', isDraft);
      return done.outcome === 'done'
        ? c.json(done.counts, 200)
        : refuse(c, 'not-found', { detail: 'Nobody of that number attends that event.' });
    },
  );
  app.openapi(
    route('notices:write', {
      operationId: 'resendToAll',
      tag: 'Notices',
      method: 'post',
      path: '/api/v1/events/{id}/resends',
      summary: 'Mails everybody whom the latest of an event has not reached, and will not by itself, their seat as it stands again.',
      request: { params: byId, body: jsonBody(resendSchema) },
      responses,
      problems,
    }),
    async (c) => {
      const eventId = await numberOf(c, 'event', c.req.valid('param').id);
      const done = await resendNotices(context, c.get('tenant'), eventId, c.req.valid('json').to, requestOf(c));
      if (done.outcome === 'event_draft') return refuse(c, 'conflict', isDraft);
      return done.outcome === 'done' ? c.json(done.counts, 200) : refuse(c, 'not-found', noSuchEvent);
    },
  );
}
