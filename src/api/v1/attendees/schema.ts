import { z } from '@hono/zod-openapi';
import { MAX_NAME, MOST_ADDED, telephoneOf } from '../../../domain/attendees/attendee.ts';
import { languageTagOf } from '../../../domain/language-tag.ts';
import { ROW_COLUMNS } from '../../../domain/attendees/read-rows.ts';
import { SEAT_REACH, UNREACHED_WHY } from '../../../domain/notices/reach.ts';
import { addressOf } from '../../../domain/people/address.ts';
import { lengthOf, plainLine } from '../../../domain/plain-text.ts';
import { zoneOf } from '../../../domain/zone.ts';
import type { AttendeeFilter } from '../../../operations/attendees/list-attendees.ts';
import { nextCursor, pageQuery, statesOf } from '../page.ts';
import { byId, id, inPath, instant, publicId } from '../schema.ts';

const role = z.enum(['attendee', 'organizer']);
const status = z.enum(['needs-action', 'accepted', 'declined', 'tentative']);
const reach = z.enum(SEAT_REACH);

/** A text that `parse` takes, in the form that it gives; null where it gives none. */
const parsed = (parse: (text: string) => string | null, wanted: string, example: string) =>
  z
    .string()
    .max(1_000)
    .transform((text, ctx) => {
      const value = parse(text);
      if (value !== null) return value;
      ctx.addIssue({ code: 'custom', message: wanted });
      return z.NEVER;
    })
    .openapi({ type: 'string', example });

const name = parsed(
  (text) => {
    const line = plainLine(text);
    return line === '' || lengthOf(line) > MAX_NAME ? null : line;
  },
  `a name of at most ${MAX_NAME} characters`,
  'Mina',
);
const email = parsed((text) => addressOf(text.trim()), 'a mail address, as in ana@example.com', 'mina@example.org');
const telephone = parsed(telephoneOf, 'a telephone number: digits, with a plus, spaces or hyphens', '+34 600 000 001');
const zone = parsed(zoneOf, 'a time zone by its IANA name, as in Europe/Madrid', 'Europe/Madrid');
const language = parsed(languageTagOf, 'a language by its tag, as in en or de', 'en');

export const attendeeSchema = z
  .object({
    id,
    public_id: publicId,
    event_id: id,
    state: z.enum(['attending', 'removed']),
    name: z.string().nullable(),
    email: z.string().nullable(),
    telephone: z.string().nullable(),
    zone: z.string(),
    zone_source: z.enum(['person', 'contact', 'calendar', 'tenant', 'fallback']).openapi({ description: 'Where their zone was learnt.' }),
    language: z.string(),
    role,
    participation_status: status,
    ticket_type_id: id.nullable(),
    ticket_type: z.string().nullable(),
    customer_id: id.nullable(),
    code: z.string().openapi({ description: 'Printed on their ticket; what a check-in names.' }),
    reach: reach.openapi({
      description: 'What they know of the latest of the event: it reached them, nothing new was owed, or why they do not know it.',
    }),
    last_reply: z.string().nullable().openapi({ description: "The mail server's last words about that, or ours." }),
    check_in_id: id.nullable().openapi({ description: 'Of the check-in that stands; null while they have not come.' }),
    checked_in_at: instant.nullable(),
    resent_at: instant.nullable().openapi({ description: 'When their ticket was last mailed again.' }),
    issued_at: instant,
    updated_at: instant,
    removed_at: instant.nullable(),
  })
  .openapi('Attendee');

export const attendeePageSchema = z.object({ data: z.array(attendeeSchema), next_cursor: nextCursor }).openapi('AttendeePage');

const whoReached = z.enum([...SEAT_REACH, 'not_reached']);

/** Whom a list is asked for. */
const whose = {
  q: z
    .string()
    .max(254)
    .regex(/^[^\0]*$/, 'part of a name or an address, or a code')
    .optional()
    .openapi({ param: { name: 'q', in: 'query', description: 'Part of a name or an address, or a code.' } }),
  state: statesOf(['attending', 'removed']),
  reach: z
    .union([whoReached.transform((one) => [one]), z.array(whoReached)])
    .transform((wanted) => wanted.flatMap((one) => (one === 'not_reached' ? UNREACHED_WHY : [one])))
    .optional()
    .openapi({
      param: { name: 'reach', in: 'query', description: 'What they know; `not_reached` is whoever does not know the latest. May repeat.' },
      type: 'array',
      items: { type: 'string', enum: whoReached.options },
    }),
  checked_in: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .openapi({ param: { name: 'checked_in', in: 'query', description: 'Only who has come, or who has not.' }, type: 'boolean' }),
};

export const attendeeQuery = z.strictObject({ ...whose, ...pageQuery('a') });
export const exportQuery = z.strictObject(whose);

/** What is asked for, as the operation takes it: without a state those who attend. */
export function filterOf({ q, state = ['attending'], reach: wanted, checked_in: checkedIn }: z.infer<typeof exportQuery>): AttendeeFilter {
  return {
    ...(q && { q }),
    ...(new Set(state).size === 1 && { removed: state[0] === 'removed' }),
    ...(wanted && { reach: wanted }),
    ...(checkedIn !== undefined && { checkedIn }),
  };
}

/** Whom waiting does not help. */
const LOST = ['deferred', 'bounced', 'suppressed', 'failed', 'no_address', 'not_planned'] as const;
const why = z.enum(UNREACHED_WHY);

export const callQuery = z.strictObject({
  why: z
    .union([why.transform((one) => [one]), z.array(why)])
    .default([...LOST])
    .openapi({
      param: {
        name: 'why',
        in: 'query',
        description: `Why they were not reached; may repeat. Without it ${LOST.join(', ')}: not who is on the way to be.`,
      },
      type: 'array',
      items: { type: 'string', enum: why.options },
    }),
  format: z
    .enum(['json', 'csv'])
    .optional()
    .openapi({ param: { name: 'format', in: 'query', description: 'Goes before `Accept`.' } }),
  ...pageQuery('a'),
});

export const callListSchema = z
  .object({
    data: z.array(
      z.object({
        attendee_id: id,
        name: z.string().nullable(),
        telephone: z.string().nullable(),
        email: z.string().nullable(),
        why: reach,
        last_reply: z.string().nullable(),
        state: z.enum(['attending', 'removed']),
      }),
    ),
    next_cursor: nextCursor,
  })
  .openapi('CallList');

export const resendSchema = z.strictObject({ to: z.literal('not_reached') }).openapi('ResendToAll');

export const resentSchema = z
  .object({
    planned: z.int().openapi({ description: 'Mails that are owed by it.' }),
    on_their_way: z.int().openapi({ description: 'Have their mail under way, or will be tried again.' }),
    recently: z.int().openapi({ description: 'Were mailed again within the last minute: two clicks are one.' }),
    no_address: z.int(),
    suppressed: z.int().openapi({ description: 'Their address is mailed nothing more, until that is lifted or it is corrected.' }),
  })
  .openapi('Resent');

export const attendeePath = byId.extend({ attendeeId: inPath('attendeeId') });

export const newAttendeeSchema = z
  .strictObject({
    name: name.nullish(),
    email: email.nullish(),
    telephone: telephone.nullish(),
    zone: zone.nullish().openapi({ description: "Theirs; without it the calendar's is taken, and their mails say so." }),
    language: language.nullish(),
    role: role.default('attendee'),
    participation_status: status.optional(),
    ticket_type_id: id.nullish(),
    notify: z.boolean().default(true).openapi({ description: 'False: they count as told, and nobody is mailed.' }),
  })
  .refine(({ name: who, email: where }) => Boolean(who ?? where), { message: 'there, or a name', path: ['email'] })
  .openapi('NewAttendee');

export const correctionSchema = z
  .strictObject({
    name: name.nullable().optional(),
    email: email.optional().openapi({ description: 'Is mailed their seat as it stands; the old address is told nothing more.' }),
    telephone: telephone.nullable().optional(),
    zone: zone.optional(),
    language: language.optional(),
    participation_status: status.optional(),
  })
  .openapi('AttendeeCorrection');

const flag = (param: string, description: string, preset: 'true' | 'false') =>
  z
    .enum(['true', 'false'])
    .default(preset)
    .transform((text) => text === 'true')
    .openapi({ param: { name: param, in: 'query', description }, type: 'boolean' });

export const importQuery = z.strictObject({
  notify: flag('notify', 'False: nobody is mailed, and all of them count as told.', 'true'),
  dry_run: flag('dry_run', 'True: say what would happen, and do nothing.', 'false'),
});

const cell = z.union([z.string().max(1_000), z.number().transform(String)]);

export const importRowsSchema = z
  .strictObject({
    rows: z
      .array(z.strictObject(Object.fromEntries(ROW_COLUMNS.map((column) => [column, cell.nullish()]))))
      .min(1)
      .max(MOST_ADDED),
  })
  .openapi('AttendeeRows');

export const importedSchema = z
  .object({
    added: z.int(),
    skipped: z.int().openapi({ description: 'They attend already, or stand in the list before.' }),
    notices: z.int().openapi({ description: 'Mails that are owed by it.' }),
    ignored_columns: z.array(z.string()).openapi({ description: 'Headings that say nothing to us.' }),
    dry_run: z.boolean(),
  })
  .openapi('ImportedAttendees');
