import { z } from '@hono/zod-openapi';
import { WEEKDAYS } from '../../../domain/events/schedule.ts';
import { address, line, lineOrNull, zone } from '../fields.ts';
import { nextCursor, pageQuery } from '../page.ts';
import { id, publicId } from '../schema.ts';

const clock = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'a time of the day like 09:30')
  .openapi({ example: '09:30' });
const block = z.strictObject({ start: clock, end: clock }).openapi('OpenBlock');
const openBlocks = z
  .strictObject({
    monday: z.array(block),
    tuesday: z.array(block),
    wednesday: z.array(block),
    thursday: z.array(block),
    friday: z.array(block),
    saturday: z.array(block),
    sunday: z.array(block),
  } satisfies Record<(typeof WEEKDAYS)[number], unknown>)
  .partial()
  .openapi('OpenBlocks', { description: 'On the clocks of the calendar. A day that is not named is closed.' });

const scheduleFields = {
  open: openBlocks,
  slot_minutes: z.int().min(1).max(1440).openapi({ example: 30 }),
  gap_minutes: z.int().min(0).max(1440).openapi({ description: 'Between two slots.' }),
  max_per_day: z.int().min(1).max(1440).nullable().openapi({ description: 'Slots offered of one day at most; null: all of them.' }),
};

const scheduleSchema = z
  .object({ id: z.uuid().openapi({ description: 'As other doors name it.' }), ...scheduleFields })
  .openapi('WeeklySchedule', { description: 'When it can be booked in a week.' });

const scheduleInput = z
  .strictObject({
    ...scheduleFields,
    gap_minutes: scheduleFields.gap_minutes.default(0),
    max_per_day: scheduleFields.max_per_day.default(null),
  })
  .openapi('WeeklyScheduleInput');

export const calendarSchema = z
  .object({
    id,
    public_id: publicId,
    name: z.string().openapi({ example: 'Roof' }),
    zone: z.string().openapi({ example: 'Europe/Madrid' }),
    organizer_name: z.string().nullable().openapi({ description: 'Who runs what is in it, unless an event says otherwise.' }),
    reply_to: z.string().nullable().openapi({ description: 'Where answers to the mails of those events go.' }),
    schedule: scheduleSchema.nullable().openapi({ description: 'Null: it cannot be booked.' }),
  })
  .openapi('Calendar');

export const calendarPageSchema = z.object({ data: z.array(calendarSchema), next_cursor: nextCursor }).openapi('CalendarPage');

const fields = {
  name: line(255, 'Roof'),
  zone: zone.openapi({ description: 'Of events made in it from now on, and of whoever has none of their own.' }),
  organizer_name: lineOrNull(255, 'Mina'),
  reply_to: address.nullable(),
  schedule: scheduleInput.nullable(),
};

export const newCalendarSchema = z
  .strictObject({ ...fields, zone: fields.zone.optional() })
  .partial({ organizer_name: true, reply_to: true, schedule: true })
  .openapi('NewCalendar', { example: { name: 'Roof', zone: 'Europe/Madrid', organizer_name: 'Mina', reply_to: 'mina@example.com' } });

export const calendarChangeSchema = z
  .strictObject(fields)
  .partial()
  .openapi('CalendarChange', { description: 'What is absent stays.', example: { name: 'Roof and hall' } });

export const calendarQuery = z.strictObject(pageQuery('l'));
