import { z } from '@hono/zod-openapi';
import { LANGUAGES } from '../../../domain/people/people.ts';
import { nextCursor, pageQuery } from '../page.ts';
import { id, instant, publicId } from '../schema.ts';
import { mailAddress, nameOfAtMost, searchText, zoneName } from '../words.ts';

const namePart = nameOfAtMost(100, 'Kenji').nullable();
const email = mailAddress.nullable().openapi({ description: 'Null: there is nowhere to write to.' });
const phone = z
  .string()
  .regex(/^\+[1-9]\d{6,14}$/, 'a telephone number with its country, like +34911234567')
  .nullable()
  .openapi({ description: 'E.164.', example: '+34911234567' });
const language = z.enum(LANGUAGES).openapi({ description: 'What their mails are written in.', example: 'en' });

export const customerSchema = z
  .object({
    id,
    public_id: publicId,
    name: z.string().openapi({ example: 'Kenji' }),
    first_name: z.string().nullable(),
    middle_name: z.string().nullable(),
    last_name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    address: z.record(z.string(), z.string().nullable()),
    zone: z.string().openapi({ description: 'IANA.', example: 'Asia/Tokyo' }),
    language: z.string(),
    active: z.boolean(),
    member: z.boolean(),
    has_account: z.boolean().openapi({ description: 'Whether they can sign in to the portal.' }),
    created_at: instant,
  })
  .openapi('Customer');

export const customerPageSchema = z.object({ data: z.array(customerSchema), next_cursor: nextCursor }).openapi('CustomerPage');

export const newCustomerSchema = z
  .strictObject({
    first_name: namePart.default(null),
    middle_name: namePart.default(null),
    last_name: namePart.default(null),
    email: email.default(null),
    phone: phone.default(null),
    zone: zoneName.optional(),
    language: language.optional(),
  })
  .refine(({ first_name: first, last_name: last }) => first !== null || last !== null, {
    path: ['first_name'],
    message: 'a name, where there is no last_name',
  })
  .openapi('NewCustomer');

export const customerChangesSchema = z
  .strictObject({
    name: nameOfAtMost(200, 'Kenji'),
    first_name: namePart,
    middle_name: namePart,
    last_name: namePart,
    email,
    phone,
    zone: zoneName,
    language,
    active: z.boolean(),
    member: z.boolean(),
  })
  .partial()
  .openapi('CustomerChanges');

export const customersQuery = z.strictObject({ q: searchText, ...pageQuery('c') });
