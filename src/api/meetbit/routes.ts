import { Hono, type MiddlewareHandler } from 'hono';
import { UnstorableText } from '../../domain/plain-text.ts';
import type { DoorEnv, DoorOptions } from '../http/door.ts';
import { type MeetbitEnv, authenticate } from './auth.ts';
import { cancelEvent } from './cancel-event.ts';
import { createConference } from './create-conference.ts';
import { createCustomer } from './create-customer.ts';
import { invalid, missing, unexpected } from './errors.ts';
import { listEvents } from './list-events.ts';
import { listUsers } from './list-users.ts';
import { unstorable } from './schema.ts';
import { updateConference } from './update-conference.ts';
import { updateEvent } from './update-event.ts';
import { updateUser } from './update-user.ts';

const BASE = '/api/public/v2.0';

/** The MeetBit Public API 2.0, as far as its events and what is around them go. */
export function meetbit(options: DoorOptions): Hono<DoorEnv> {
  const door = new Hono<MeetbitEnv>();
  door.use(`${BASE}/*`, identify, authenticate(options));
  door.get(`${BASE}/calendars/:calendar_id/events`, ...listEvents(options));
  door.patch(`${BASE}/calendars/:calendar_id/events/:event_id`, ...updateEvent(options));
  door.post(`${BASE}/calendars/:calendar_id/events/:event_id/cancel`, ...cancelEvent(options));
  door.get(`${BASE}/users`, ...listUsers(options));
  door.patch(`${BASE}/users/:user_id`, ...updateUser(options));
  door.post(`${BASE}/customers`, ...createCustomer(options));
  door.post(`${BASE}/online_conferences`, ...createConference(options));
  door.patch(`${BASE}/online_conferences/:online_conference_id`, ...updateConference(options));
  door.all(`${BASE}/*`, missing);
  door.onError((error, c) => {
    if (error instanceof UnstorableText) return invalid(c, unstorable);
    options.log.fault(error, { requestId: c.get('requestId'), door: 'meetbit' });
    return unexpected(c);
  });
  return new Hono<DoorEnv>().route('/', door);
}

/** Every answer says which request it was, in our words and, if it had any, in the caller's: printable ASCII, cut at 200. */
const identify: MiddlewareHandler<MeetbitEnv> = async (c, next) => {
  c.header('X-Process-ID', c.get('requestId'));
  const theirs = c.req
    .header('x-request-id')
    ?.replace(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, 200);
  if (theirs) c.header('X-Request-ID', theirs);
  await next();
};
