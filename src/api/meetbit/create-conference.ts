import { createFactory } from 'hono/factory';
import { type ConferenceFault, createConference as create } from '../../operations/events/create-conference.ts';
import type { DoorOptions } from '../http/door.ts';
import { type MeetbitEnv, requires } from './auth.ts';
import { limitBody, membersOf } from './body.ts';
import { invalid } from './errors.ts';
import { MESSAGES, presentAttendedConference } from './present.ts';
import { type Fault, wrongFields } from './schema.ts';
import { ATTENDEES, newConference } from './schema-conference.ts';

/** POST /online_conferences (meetbit.md §10): answers 200. Mails nobody. */
export function createConference({ context }: DoorOptions) {
  return createFactory<MeetbitEnv>().createHandlers(requires('online_conferences.create', 'every'), limitBody, async (c) => {
    const wanted = newConference(await membersOf(c));
    if ('invalid' in wanted) return invalid(c, wanted.invalid);
    const done = await create(context, c.get('tenant'), wanted.value.conference, wanted.value.emails);
    switch (done.outcome) {
      case 'created':
        return c.json({ message: MESSAGES.conferenceCreated, data: presentAttendedConference(done.conference, done.attendees) });
      case 'refused':
        return invalid(c, wrongFields(done.wrong.map(faultOf)).invalid);
    }
  });
}

function faultOf(one: ConferenceFault): Fault {
  switch (one.fault) {
    case 'account_unknown':
      return ['online_conference_account_id', 'must be the id of an online conference account'];
    case 'event_unknown':
      return ['backer_event_id', 'must be the id of an event'];
    case 'event_has_one':
      return ['backer_event_id', 'must be the id of an event without an online conference'];
    case 'public_id_taken':
      return ['public_id', 'has already been taken'];
    case 'attendee_unknown':
      return [`${ATTENDEES}.${one.place}.email`, 'must be the address of a user or customer'];
  }
}
