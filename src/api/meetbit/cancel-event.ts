import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { createFactory } from 'hono/factory';
import { cancelEvent as cancel } from '../../operations/events/cancel-event.ts';
import { findEvent } from '../../operations/events/find-event.ts';
import type { DoorOptions } from '../http/door.ts';
import { answerEvent } from './answer-event.ts';
import { type MeetbitEnv, keyOf, requestOf, requires } from './auth.ts';
import { membersOf } from './body.ts';
import { invalid, missing } from './errors.ts';
import { MESSAGES } from './present.ts';
import { type Invalid, MAX_BODY_BYTES, bodyTooLarge, cancelNote } from './schema.ts';

/** POST /calendars/{calendar_id}/events/{event_id}/cancel (meetbit.md §6.1); needs `events.delete`, not cancel. */
export function cancelEvent({ context }: DoorOptions) {
  /** A bad body is told only to somebody who named a live event: lookup (404) comes before body (400). */
  const refuseBody = async (c: Context<MeetbitEnv>, fault: Invalid) => {
    const key = keyOf(c);
    const event = key && (await findEvent(context, c.get('tenant'), key));
    return event?.status === 'scheduled' ? invalid(c, fault) : missing(c);
  };

  return createFactory<MeetbitEnv>().createHandlers(
    requires('events.delete', 'event_id'),
    bodyLimit({ maxSize: MAX_BODY_BYTES, onError: (c) => refuseBody(c, bodyTooLarge) }),
    async (c) => {
      const key = keyOf(c);
      if (!key) return missing(c);
      const note = cancelNote(await membersOf(c));
      if ('invalid' in note) return refuseBody(c, note.invalid);
      const tenant = c.get('tenant');
      const done = await cancel(context, tenant, key, requestOf(c, note.value));
      switch (done.outcome) {
        case 'cancelled':
          return answerEvent(c, context, MESSAGES.canceled, done.event);
        // A canceled event is a deleted one, which lookups do not find (choice 2).
        case 'already_cancelled':
        case 'not_found':
          return missing(c);
      }
    },
  );
}
