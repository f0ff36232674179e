import { z } from '@hono/zod-openapi';
import { HOUSE_ROLES } from '../../../domain/people/house.ts';
import { nextCursor, pageQuery } from '../page.ts';
import { id, instant, publicId } from '../schema.ts';
import { mailAddress, nameOfAtMost, searchText } from '../words.ts';

const role = z.enum(HOUSE_ROLES).openapi({
  description:
    'administrator: everything. organizer: the events of some calendars. front_desk: who comes, checking them in, sending their ticket again.',
  example: 'organizer',
});
const calendarIds = z
  .array(id)
  .max(1_000)
  .openapi({ description: 'The calendars that an organizer runs.', example: [12] });
const name = nameOfAtMost(200, 'Omar');

export const personSchema = z
  .object({
    id,
    public_id: publicId,
    email: z.string().openapi({ example: 'omar@example.org' }),
    name: z.string().openapi({ example: 'Omar' }),
    role: role.nullable().openapi({ description: 'Null: nothing here; another program’s role made them one of the staff.' }),
    calendar_ids: calendarIds,
    active: z.boolean().openapi({ description: 'False: suspended, and cannot sign in.' }),
    has_password: z.boolean().openapi({ description: 'False: was invited and has not set one.' }),
    must_reset_password: z.boolean(),
    two_factor: z.boolean(),
    created_at: instant,
    last_signed_in_at: instant.nullable(),
  })
  .openapi('Person');

export const personPageSchema = z.object({ data: z.array(personSchema), next_cursor: nextCursor }).openapi('PersonPage');

export const newPersonSchema = z
  .strictObject({ email: mailAddress, name, role, calendar_ids: calendarIds.default([]) })
  .refine(({ role: given, calendar_ids: ids }) => given !== 'organizer' || ids.length > 0, {
    path: ['calendar_ids'],
    message: 'the calendars that an organizer runs, one or more',
  })
  .openapi('NewPerson');

export const personChangesSchema = z
  .strictObject({ email: mailAddress, name, role, calendar_ids: calendarIds, active: z.boolean() })
  .partial()
  .openapi('PersonChanges');

export const peopleQuery = z.strictObject({ q: searchText, ...pageQuery('p') });
