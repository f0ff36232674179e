import type { Context as Call } from 'hono';
import type { Event } from '../../domain/events/event.ts';
import type { Context } from '../../operations/context.ts';
import { listAttendees } from '../../operations/seats/list-attendees.ts';
import { listConferences } from '../../operations/events/list-conferences.ts';
import type { MeetbitEnv } from './auth.ts';
import { MAX_ATTENDEES, presentEvent } from './present.ts';

/** The answer to a change of an event, after its commit: the answer may wait for these lists, the change and its notices do not. */
export async function answerEvent(c: Call<MeetbitEnv>, context: Context, message: string, event: Event) {
  const tenant = c.get('tenant');
  const attendees = await listAttendees(context, tenant.id, event.id, MAX_ATTENDEES);
  const [conference = null] = await listConferences(context, tenant, [event.id]);
  return c.json({ message, data: presentEvent(event, attendees, conference, tenant) });
}
