import type { OpenAPIHono } from '@hono/zod-openapi';
import { cancelEvent } from '../../../operations/events/cancel-event.ts';
import { findEvent } from '../../../operations/events/find-event.ts';
import { rescheduleEvent } from '../../../operations/events/reschedule-event.ts';
import { findLastChange } from '../../../operations/ledger/find-change.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import { type V1Env, requestOf } from '../principal.ts';
import { byId } from '../schema.ts';
import { badTimes, changedMeanwhile, etagOf, timeTaken } from './present.ts';
import { cancellationSchema, newCancellationSchema, newRescheduleSchema, rescheduleSchema } from './change-schema.ts';
import { ifMatch } from './schema.ts';
import { noSuchEvent } from '../problem.ts';

/** An event is off, or at another time: /api/v1/events/{id}/cancellations and /reschedules. */
export function addEventChangeRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('events:write', {
      operationId: 'cancelEvent',
      tag: 'Events',
      method: 'post',
      path: '/api/v1/events/{id}/cancellations',
      summary: 'Calls an event off and tells everybody who has a seat. A repeat tells nobody, and answers the same change.',
      request: { params: byId, headers: ifMatch, body: jsonBody(newCancellationSchema) },
      responses: { 200: json(cancellationSchema, 'It was off already'), 201: json(cancellationSchema, 'It is off') },
      problems: { 412: 'Somebody edited it since' },
    }),
    async (c) => {
      const body = c.req.valid('json');
      const id = await numberOf(c, 'event', c.req.valid('param').id);
      const expected = c.req.valid('header')['if-match'] ?? null;
      const done = await cancelEvent(context, c.get('tenant'), { id, expected }, requestOf(c, wordsOf(body)));
      if (done.outcome === 'not_found') return refuse(c, 'not-found', noSuchEvent);
      if (done.outcome === 'changed_meanwhile') return changedMeanwhile(c, done);
      const { event } = done;
      const isNew = done.outcome === 'cancelled';
      const changeId = isNew ? done.changeId : await findLastChange(context, c.get('tenant'), event.id, 'event_cancelled');
      const answer = {
        outcome: done.outcome,
        change_id: changeId,
        event_id: event.id,
        revision: event.revision,
        notices: isNew ? done.notices : 0,
        cancelled_at: (event.cancelledAt ?? event.updatedAt).toString(),
        reason: event.cancelReason,
      };
      return isNew
        ? c.json(answer, 201, { location: `/api/v1/changes/${changeId}`, ...etagOf(event) })
        : c.json(answer, 200, etagOf(event));
    },
  );
  app.openapi(
    route('events:write', {
      operationId: 'rescheduleEvent',
      tag: 'Events',
      method: 'post',
      path: '/api/v1/events/{id}/reschedules',
      summary: 'Moves an event and tells everybody who has a seat. The same times again tell nobody.',
      request: { params: byId, headers: ifMatch, body: jsonBody(newRescheduleSchema) },
      responses: { 200: json(rescheduleSchema, 'It was then already'), 201: json(rescheduleSchema, 'It is then') },
      problems: { 409: 'It is cancelled, or the calendar has another event at that time', 412: 'Somebody edited it since' },
    }),
    async (c) => {
      const body = c.req.valid('json');
      const tenant = c.get('tenant');
      const id = await numberOf(c, 'event', c.req.valid('param').id);
      const expected = c.req.valid('header')['if-match'] ?? null;
      const before = body.ends_at ? undefined : await findEvent(context, tenant, { id });
      if (!body.ends_at && !before) return refuse(c, 'not-found', noSuchEvent);
      const startsAt = body.starts_at;
      const endsAt = body.ends_at ?? (before ? startsAt.add(before.startsAt.until(before.endsAt)) : startsAt);
      const times = { startsAt, endsAt, ...(body.zone && { zone: body.zone }) };
      const done = await rescheduleEvent(context, tenant, { id, expected }, times, requestOf(c, wordsOf(body)));
      switch (done.outcome) {
        case 'rescheduled':
        case 'unchanged': {
          const { event } = done;
          const isNew = done.outcome === 'rescheduled';
          const changeId = isNew ? done.changeId : await findLastChange(context, tenant, event.id, 'event_rescheduled');
          const answer = {
            outcome: done.outcome,
            change_id: changeId,
            event_id: event.id,
            revision: event.revision,
            notices: isNew ? done.notices : 0,
            starts_at: event.startsAt.toString(),
            ends_at: event.endsAt.toString(),
            zone: event.zone,
          };
          return isNew
            ? c.json(answer, 201, { location: `/api/v1/changes/${changeId}`, ...etagOf(event) })
            : c.json(answer, 200, etagOf(event));
        }
        case 'changed_meanwhile':
          return changedMeanwhile(c, done);
        case 'already_cancelled':
          return refuse(c, 'conflict', { detail: 'The event is cancelled. Copy it to have it at another time.' });
        case 'conflict':
          return refuse(c, 'conflict', timeTaken);
        case 'ends_before_start':
        case 'starts_in_past':
        case 'outside_calendar':
          return refuse(c, 'invalid-parameters', badTimes(done.outcome));
        case 'not_found':
          return refuse(c, 'not-found', noSuchEvent);
      }
    },
  );
}

/** The reason, and below it the organizer's words, as the mails have them; null where there are none. */
function wordsOf({ reason, message }: { reason: string | null; message: string | null }): string | null {
  return [reason, message].filter((words) => words !== null && words.trim() !== '').join('\n') || null;
}
