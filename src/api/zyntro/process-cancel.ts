import type { Context } from 'hono';
import { cancelEvent } from '../../operations/events/cancel-event.ts';
import type { DoorEnv } from '../http/door.ts';
import { type ZyntroDoor, changingOf, eventOfPair, requestOf } from './auth.ts';
import { fail } from './errors.ts';
import { presentCancelled, succeed } from './present.ts';
import { type Body, appendixOf, pairOf, reasonOf } from './schema.ts';

/** POST /public/calendar/processCancel (zyntro.md §6). Checks in the order of the vendor's table of errors. */
export async function processCancel(door: ZyntroDoor, c: Context<DoorEnv>, body: Body): Promise<Response> {
  const named = pairOf(body);
  if ('code' in named) return fail(c, named.code);
  const pair = named.value;
  const found = await eventOfPair(door, c, pair, 'cancel');
  if (!found) return fail(c, 'NOT_FOUND');
  const changing = changingOf(found);
  const wait = await door.throttle.change(changing);
  if (wait !== null) return fail(c, 'TOO_MANY_REQUESTS', { 'Retry-After': String(wait) });
  const reason = reasonOf(body['cancel_reason']);
  const request = requestOf(c, found, reason);
  const done = await cancelEvent(
    door.context,
    found.tenant,
    { seen: found.event, onlyIf: found.onlyIf },
    request,
    appendixOf('Cancellation', reason),
  );
  switch (done.outcome) {
    case 'cancelled':
      await door.throttle.changed(changing, done.notices);
      return succeed(c, presentCancelled(pair.eventId, done.event, done.notices));
    case 'already_cancelled':
      return fail(c, 'ALREADY_CANCELLED');
    case 'not_found':
      return fail(c, 'NOT_FOUND');
  }
}
