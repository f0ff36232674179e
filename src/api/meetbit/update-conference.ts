import { createFactory } from 'hono/factory';
import { findConference } from '../../operations/events/find-conference.ts';
import { updateConference as update } from '../../operations/events/update-conference.ts';
import type { DoorOptions } from '../http/door.ts';
import { type MeetbitEnv, requires } from './auth.ts';
import { limitBody, membersOf } from './body.ts';
import { invalid, missing, started } from './errors.ts';
import { MESSAGES, presentAttendedConference } from './present.ts';
import { idOf } from './schema.ts';
import { conferenceUpdate } from './schema-conference.ts';

/** PATCH /online_conferences/{online_conference_id} (meetbit.md §10): title and is_public, until it has started. Mails nobody. */
export function updateConference({ context }: DoorOptions) {
  return createFactory<MeetbitEnv>().createHandlers(
    requires('online_conferences.update', 'online_conference_id'),
    async (c, next) => {
      const id = idOf(c.req.param('online_conference_id'));
      // Lookup (404) comes before body (400).
      return id !== null && (await findConference(context, c.get('tenant'), id)) ? next() : missing(c);
    },
    limitBody,
    async (c) => {
      const wanted = conferenceUpdate(await membersOf(c));
      if ('invalid' in wanted) return invalid(c, wanted.invalid);
      const done = await update(context, c.get('tenant'), Number(c.req.param('online_conference_id')), wanted.value);
      switch (done.outcome) {
        case 'updated':
          return c.json({ message: MESSAGES.conferenceUpdated, data: presentAttendedConference(done.conference, done.attendees) });
        case 'has_started':
          return started(c);
        // Deleted between the look-up and the lock.
        case 'not_found':
          return missing(c);
      }
    },
  );
}
