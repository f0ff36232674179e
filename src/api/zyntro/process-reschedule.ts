import type { Context } from 'hono';
import { rescheduleEvent } from '../../operations/events/reschedule-event.ts';
import type { DoorEnv } from '../http/door.ts';
import { type ZyntroDoor, changingOf, eventOfPair, requestOf } from './auth.ts';
import { fail } from './errors.ts';
import { presentRescheduled, succeed } from './present.ts';
import { type Body, type Parsed, appendixOf, instantOf, isMissing, pairOf, reasonOf, zoneNamed } from './schema.ts';

// The vendor's constant, not the event's old length: moving a 60-minute event without the field makes it 30.
const DEFAULT_MINUTES = 30;
const MAX_MINUTES = 1_440;

/**
 * POST /public/calendar/processReschedule (zyntro.md §7). `target_timezone` is only the zone the new wall time is written in:
 * the event goes on living in its own. The same time again succeeds and tells nobody.
 */
export async function processReschedule(door: ZyntroDoor, c: Context<DoorEnv>, body: Body): Promise<Response> {
  const named = pairOf(body);
  if ('code' in named) return fail(c, named.code);
  const times = newTimes(body);
  if ('code' in times) return fail(c, times.code);
  const pair = named.value;
  const found = await eventOfPair(door, c, pair, 'reschedule');
  if (!found) return fail(c, 'NOT_FOUND');
  const changing = changingOf(found);
  const wait = await door.throttle.change(changing);
  if (wait !== null) return fail(c, 'TOO_MANY_REQUESTS', { 'Retry-After': String(wait) });
  const reason = reasonOf(body['reschedule_reason']);
  const request = requestOf(c, found, reason);
  const appendix = appendixOf('Reschedule', reason);
  const done = await rescheduleEvent(
    door.context,
    found.tenant,
    { seen: found.event, onlyIf: found.onlyIf },
    times.value,
    request,
    appendix,
  );
  switch (done.outcome) {
    case 'rescheduled':
      await door.throttle.changed(changing, done.notices);
      return succeed(c, presentRescheduled(pair.eventId, done.event, done.notices));
    case 'unchanged':
      return succeed(c, presentRescheduled(pair.eventId, done.event, 0));
    case 'already_cancelled':
      return fail(c, 'ALREADY_CANCELLED');
    case 'conflict':
      return fail(c, 'TIME_TAKEN');
    case 'ends_before_start':
      return fail(c, 'INVALID_DURATION');
    case 'starts_in_past':
      return fail(c, 'IN_PAST');
    case 'outside_calendar':
      return fail(c, 'INVALID_DATE');
    case 'not_found':
      return fail(c, 'NOT_FOUND');
  }
}

function newTimes(body: Body): Parsed<{ startsAt: Temporal.Instant; endsAt: Temporal.Instant }> {
  const { new_date: date, new_time: time, target_timezone: zoneName, duration_minutes: given } = body;
  if (isMissing(date)) return { code: 'MISSING_NEW_DATE' };
  if (isMissing(time)) return { code: 'MISSING_NEW_TIME' };
  if (isMissing(zoneName)) return { code: 'MISSING_TARGET_TIMEZONE' };
  // Without a good zone the wall time is still checked, in any zone: the vendor's order of errors.
  const zone = zoneNamed(zoneName);
  const startsAt = instantOf(date, time, zone ?? 'UTC');
  if (!startsAt) return { code: 'INVALID_DATE' };
  if (!zone) return { code: 'INVALID_TIMEZONE' };
  const minutes = isMissing(given) ? DEFAULT_MINUTES : minutesOf(given);
  if (minutes === null) return { code: 'INVALID_DURATION' };
  return { value: { startsAt, endsAt: startsAt.add({ minutes }) } };
}

/** 1 to 1,440, as an integer or its digits. */
function minutesOf(given: unknown): number | null {
  const minutes = typeof given === 'string' && /^\d{1,4}$/.test(given) ? Number(given) : given;
  return typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 1 && minutes <= MAX_MINUTES ? minutes : null;
}
