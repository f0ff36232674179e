import type { Context } from 'hono';
import { checkAvailability as check } from '../../operations/events/check-availability.ts';
import type { DoorEnv } from '../http/door.ts';
import { type ZyntroDoor, accountOf } from './auth.ts';
import { fail } from './errors.ts';
import { presentSlots, succeed } from './present.ts';
import { type Body, instantOf, isMissing, uuidOf, zoneNamed } from './schema.ts';

const DEFAULT_DAYS = 7;
const MAX_DAYS = 60;

/** POST /public/calendar/checkAvailability (zyntro.md §9; §12, choice 25). The key alone decides whose calendar it is. */
export async function checkAvailability(door: ZyntroDoor, c: Context<DoorEnv>, body: Body): Promise<Response> {
  const found = await accountOf(door, c, body);
  if ('code' in found) return fail(c, found.code);
  const { calendar_id: calendar, schedule_id: schedule, current_timezone: current, target_timezone: target } = body;
  if (isMissing(calendar)) return fail(c, 'MISSING_CALENDAR_ID');
  if (isMissing(schedule)) return fail(c, 'MISSING_SCHEDULE_ID');
  const zone = isMissing(current) ? 'UTC' : zoneNamed(current);
  const shownIn = isMissing(target) ? undefined : zoneNamed(target);
  if (zone === null || shownIn === null) return fail(c, 'INVALID_TIMEZONE');
  const from = isMissing(body['start_date']) ? door.context.clock.now() : startOf(body['start_date'], zone);
  if (!from) return fail(c, 'INVALID_DATE');
  const days = daysOf(body['days_ahead']);
  if (days === null) return fail(c, 'INVALID_DAYS');
  const mode = isMissing(body['mode']) ? 'free' : (['free', 'busy'] as const).find((one) => one === body['mode']);
  if (!mode) return fail(c, 'INVALID_MODE');
  const [publicId, scheduleId] = [uuidOf(calendar), uuidOf(schedule)];
  if (publicId === null) return fail(c, 'CALENDAR_NOT_FOUND');
  if (scheduleId === null) return fail(c, 'SCHEDULE_NOT_FOUND');
  const checked = await check(door.context, found.tenant, { publicId }, scheduleId, { from, days, mode });
  switch (checked.outcome) {
    case 'checked':
      return succeed(c, presentSlots(checked.slots, shownIn ?? checked.zone));
    case 'calendar_not_found':
      return fail(c, 'CALENDAR_NOT_FOUND');
    case 'schedule_not_found':
      return fail(c, 'SCHEDULE_NOT_FOUND');
  }
}

/** `YYYY-MM-DD HH:MM:SS`, wall time of a zone. */
function startOf(given: unknown, zone: string): Temporal.Instant | null {
  const [date, time, ...rest] = typeof given === 'string' ? given.trim().split(' ') : [];
  return rest.length > 0 ? null : instantOf(date, time, zone);
}

/** A positive whole number; more than 60 days are 60. */
function daysOf(given: unknown): number | null {
  if (isMissing(given)) return DEFAULT_DAYS;
  const days = typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : given;
  return typeof days === 'number' && Number.isInteger(days) && days > 0 ? Math.min(days, MAX_DAYS) : null;
}
