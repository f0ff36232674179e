import { createFactory } from 'hono/factory';
import { FIRST_YEAR, LAST_YEAR } from '../../domain/events/times.ts';
import { findEventToUpdate, updateEvent as update } from '../../operations/events/update-event.ts';
import type { DoorOptions } from '../http/door.ts';
import { answerEvent } from './answer-event.ts';
import { type MeetbitEnv, keyOf, requestOf, requires } from './auth.ts';
import { limitBody, membersOf } from './body.ts';
import { invalid, missing } from './errors.ts';
import { MESSAGES } from './present.ts';
import { wrongField } from './schema.ts';
import { eventUpdate } from './schema-update.ts';

/** PATCH /calendars/{calendar_id}/events/{event_id} (meetbit.md §6.3): another time moves the event, another list of attendees invites and uninvites. */
export function updateEvent({ context }: DoorOptions) {
  return createFactory<MeetbitEnv>().createHandlers(
    requires('events.update', 'event_id'),
    async (c, next) => {
      const key = keyOf(c);
      // Lookup (404) comes before body (400), and a canceled event is a deleted one.
      const found = key && (await findEventToUpdate(context, c.get('tenant'), key));
      if (found?.event.status !== 'scheduled') return missing(c);
      c.set('found', found);
      return next();
    },
    limitBody,
    async (c) => {
      const tenant = c.get('tenant');
      const wanted = eventUpdate(await membersOf(c), c.get('found').event);
      if ('invalid' in wanted) return invalid(c, wanted.invalid);
      const done = await update(context, tenant, { seen: c.get('found') }, wanted.value, requestOf(c, null));
      switch (done.outcome) {
        case 'updated':
        case 'unchanged':
          return answerEvent(c, context, MESSAGES.updated, done.event);
        case 'ends_before_start':
          return invalid(c, wrongField('end', 'must be a date after start').invalid);
        case 'starts_in_past':
          return invalid(c, wrongField(wanted.value.startsAt ? 'start' : 'end', 'must be a date after now').invalid);
        case 'outside_calendar':
          return invalid(c, wrongField('start', `must be a date from ${FIRST_YEAR} to ${LAST_YEAR}`).invalid);
        case 'sold_out':
          return invalid(c, wrongField('attendees', 'must not have more items than the event has seats').invalid);
        case 'attendees_not_listed':
          return invalid(c, wrongField('attendees', 'must not name anybody new: they come by ticket').invalid);
        // Canceled between the look-up and the lock.
        case 'already_cancelled':
        case 'not_found':
          return missing(c);
      }
    },
  );
}
