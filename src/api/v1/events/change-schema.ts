import { z } from '@hono/zod-openapi';
import { instantGiven, zone } from '../fields.ts';
import { id, instant } from '../schema.ts';
import { reason } from './schema.ts';

// One text goes into the mail, so together they are no longer than it holds (domain/notices/change.ts).
const MOST = 1_000;

const message = z
  .string()
  .max(MOST)
  .nullable()
  .openapi({ description: 'More words to the attendees, below the reason.', example: 'Your money is on its way back.' });

const words = { reason: reason.default(null), message: message.default(null) };
const fits = (body: { reason: string | null; message: string | null }) => (body.reason?.length ?? 0) + (body.message?.length ?? 0) < MOST;
const tooLong = { error: `at most ${MOST} characters long together with the reason`, path: ['message'] };

export const newCancellationSchema = z
  .strictObject(words)
  .refine(fits, tooLong)
  .openapi('NewCancellation', { example: { reason: 'The roof leaks', message: 'Your money is on its way back.' } });

export const newRescheduleSchema = z
  .strictObject({
    starts_at: instantGiven,
    ends_at: instantGiven.optional().openapi({ description: 'Unless told, it lasts as long as before.' }),
    zone: zone.optional().openapi({ description: 'Where its clocks are; unless told, where they were.' }),
    ...words,
  })
  .refine(fits, tooLong)
  .openapi('NewReschedule', { example: { starts_at: '2030-05-02T14:00:00Z', ends_at: '2030-05-02T15:00:00Z', reason: 'The roof leaks' } });

const committed = {
  change_id: id.nullable().openapi({ description: 'In the history; null where it came into the database without our doing.' }),
  event_id: id,
  revision: z.int().openapi({ description: 'Of the event, after it.' }),
  notices: z.int().openapi({ description: 'How many people are owed a notice by this request; a repeat owes none.' }),
};

export const cancellationSchema = z
  .object({
    outcome: z.enum(['cancelled', 'already_cancelled']),
    ...committed,
    cancelled_at: instant,
    reason: z.string().nullable(),
  })
  .openapi('Cancellation');

export const rescheduleSchema = z
  .object({
    outcome: z.enum(['rescheduled', 'unchanged']),
    ...committed,
    starts_at: instant,
    ends_at: instant,
    zone: z.string(),
  })
  .openapi('Reschedule');
