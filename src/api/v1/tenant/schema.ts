import { z } from '@hono/zod-openapi';
import { id, publicId } from '../schema.ts';

const fields = {
  name: z.string().openapi({ example: 'Harbour Loft' }),
  zone: z.string().openapi({ description: 'IANA; of whoever has none of their own.', example: 'Europe/Madrid' }),
  locale: z.string().openapi({ description: 'BCP 47; of whoever has no language of their own.', example: 'en' }),
  sender_mailbox: z.string().openapi({
    description: 'Where mails come from, and ORGANIZER of every event made from now on.',
    example: 'events@harbour-loft.example',
  }),
  currency: z.string().openapi({ description: 'ISO 4217.', example: 'EUR' }),
  hosts: z
    .array(z.string())
    .max(100)
    .openapi({ description: 'The hosts that mean it; where there is one tenant alone, any host does.', example: ['loft.example.org'] }),
};

export const tenantSchema = z.object({ id, public_id: publicId, ...fields }).openapi('Tenant');

/** Read by `readTenantChanges`, which says what is wrong. */
export const tenantChangesSchema = z.strictObject(fields).partial().openapi('TenantChanges');

const value = z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]);

export const settingsSchema = z
  .object({
    data: z.array(
      z.object({
        name: z.string().openapi({ example: 'offerHours' }),
        value: value.nullable().openapi({ description: 'What counts now.', example: 24 }),
        preset: value.nullable().openapi({ description: 'What counts where nothing was decided.', example: 24 }),
        decided: z.boolean(),
        does: z.string().openapi({ example: 'how long a seat is held for somebody who waited for it' }),
        allowed: z.string().openapi({ example: '1 to 1000' }),
      }),
    ),
  })
  .openapi('Settings');

export const settingChangesSchema = z
  .record(z.string(), value.nullable())
  .openapi('SettingChanges', { description: 'By name; null: back to the preset.', example: { offerHours: 12, strictIds: null } });
