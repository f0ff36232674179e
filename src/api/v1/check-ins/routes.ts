import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { type DoorKeeper, checkIn, countPresent, undoCheckIn } from '../../../operations/attendees/check-in.ts';
import type { DoorOptions } from '../../http/door.ts';
import { json, jsonBody, noContent, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import type { V1Env } from '../principal.ts';
import { byId } from '../schema.ts';
import { checkInSchema, checkedInSchema, presentSchema } from './schema.ts';
import { noSuchEvent } from '../problem.ts';

// Of 32^8 codes a tenant has a few thousand: whoever is wrong so often does not read them from tickets.
const WRONG_CODES = 30;
const WINDOW_SECONDS = 600;

/** Who has come: /api/v1/check-ins and /api/v1/events/{id}/check-ins. */
export function addCheckInRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  const wrong = new RateLimiterMemory({ points: WRONG_CODES, duration: WINDOW_SECONDS });
  app.openapi(
    route('check-ins:write', {
      operationId: 'checkIn',
      tag: 'Check-ins',
      method: 'post',
      path: '/api/v1/check-ins',
      summary: 'Lets the holder of a code in, once. Mails nobody.',
      request: { body: jsonBody(checkInSchema) },
      responses: { 200: json(checkedInSchema, 'Whose code it is, and whether it lets in') },
      problems: { 404: 'No ticket has this code' },
    }),
    async (c) => {
      const guesser = `${c.get('tenant').id} ${c.get('principal').actor.kind} ${c.get('principal').actor.id}`;
      const guessed = await wrong.get(guesser);
      if (guessed && guessed.remainingPoints <= 0) return tooMany(c, Math.ceil(guessed.msBeforeNext / 1_000));
      const { code, event } = c.req.valid('json');
      // Of an event that is none of theirs no code is found.
      const eventId = event === undefined ? null : await numberOf(c, 'event', event);
      const done = await checkIn(context, c.get('tenant'), { code, eventId }, keeperOf(c));
      if (done.outcome === 'not_found') {
        await wrong.consume(guesser).catch((refused: unknown) => {
          if (!(refused instanceof RateLimiterRes)) throw refused;
        });
        return refuse(c, 'not-found', { detail: 'No ticket has this code.' });
      }
      const { ticket } = done;
      const stands = 'checkIn' in done ? done.checkIn : null;
      const answer = {
        outcome: done.outcome,
        attendee_id: ticket.id,
        event_id: ticket.eventId,
        event_title: ticket.event.title,
        name: ticket.name,
        ticket_type: ticket.ticketTypeName,
        check_in_id: stands?.id ?? null,
        checked_in_at: stands?.at.toString() ?? null,
        checked_in_by: stands && { ...stands.by, name: stands.byName },
      };
      return c.json(answer, 200);
    },
  );
  app.openapi(
    route('check-ins:write', {
      operationId: 'undoCheckIn',
      tag: 'Check-ins',
      method: 'delete',
      path: '/api/v1/check-ins/{id}',
      summary: 'Takes a check-in back: its code lets in again.',
      request: { params: byId },
      responses: { 204: noContent('Undone') },
      problems: { 409: 'It was undone before' },
    }),
    async (c) => {
      const id = await numberOf(c, 'check_in', c.req.valid('param').id);
      const { outcome } = await undoCheckIn(context, c.get('tenant'), id, keeperOf(c));
      switch (outcome) {
        case 'undone':
          return c.body(null, 204);
        case 'already_undone':
          return refuse(c, 'conflict', { detail: 'It was undone before.' });
        case 'not_found':
          return refuse(c, 'not-found', { detail: 'There is no such check-in.' });
      }
    },
  );
  app.openapi(
    route(['check-ins:write', 'attendees:read'], {
      operationId: 'countCheckIns',
      tag: 'Check-ins',
      method: 'get',
      path: '/api/v1/events/{id}/check-ins',
      summary: 'How many hold a seat at an event, and how many of them have come.',
      request: { params: byId },
      responses: { 200: json(presentSchema, 'The sums') },
    }),
    async (c) => {
      const eventId = await numberOf(c, 'event', c.req.valid('param').id);
      const counted = await countPresent(context, c.get('tenant'), eventId);
      if (!counted) return refuse(c, 'not-found', noSuchEvent);
      return c.json({ event_id: eventId, seats: counted.seats, checked_in: counted.checkedIn }, 200);
    },
  );
}

function keeperOf(c: Context<V1Env>): DoorKeeper {
  const { actor, calendars } = c.get('principal');
  return { actor, calendars };
}

function tooMany(c: Context<V1Env>, seconds: number): never {
  const headers = { 'retry-after': String(Math.max(1, seconds)) };
  return refuse(c, 'too-many-requests', { detail: `Too many codes were none. Come back in ${seconds} seconds.`, headers });
}
