import type { z } from '@hono/zod-openapi';
import type { WeeklySchedule } from '../../../domain/events/schedule.ts';
import type { CalendarInput, CalendarWithSchedule } from '../../../operations/events/calendar-schedule.ts';
import type { calendarChangeSchema, calendarSchema } from './schema.ts';

export function presentCalendar({
  id,
  publicId,
  name,
  zone,
  organizerName,
  replyTo,
  schedule,
}: CalendarWithSchedule): z.infer<typeof calendarSchema> {
  return {
    id,
    public_id: publicId,
    name,
    zone,
    organizer_name: organizerName,
    reply_to: replyTo,
    schedule: schedule && {
      id: schedule.id,
      open: schedule.openBlocks,
      slot_minutes: schedule.slotMinutes,
      gap_minutes: schedule.gapMinutes,
      max_per_day: schedule.maxPerDay,
    },
  };
}

/** What of a calendar a body names. */
export function calendarInputOf(body: z.infer<typeof calendarChangeSchema>): Partial<CalendarInput> {
  const { name, zone, organizer_name: organizerName, reply_to: replyTo, schedule } = body;
  return {
    ...(name !== undefined && { name }),
    ...(zone && { zone }),
    ...(organizerName !== undefined && { organizerName }),
    ...(replyTo !== undefined && { replyTo }),
    ...(schedule !== undefined && { schedule: schedule && scheduleOf(schedule) }),
  };
}

function scheduleOf(given: NonNullable<z.infer<typeof calendarChangeSchema>['schedule']>): WeeklySchedule {
  const openBlocks = Object.fromEntries(Object.entries(given.open).filter(([, blocks]) => blocks && blocks.length > 0));
  return { openBlocks, slotMinutes: given.slot_minutes, gapMinutes: given.gap_minutes, maxPerDay: given.max_per_day };
}
