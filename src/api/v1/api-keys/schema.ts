import { z } from '@hono/zod-openapi';
import { LEAST_SCOPES, SCOPES } from '../../../domain/access/scope.ts';
import { instantGiven, line } from '../fields.ts';
import { nextCursor, pageQuery } from '../page.ts';
import { id, instant, publicId } from '../schema.ts';

export const apiKeySchema = z
  .object({
    id,
    public_id: publicId,
    name: z.string().openapi({ example: 'Till at the door' }),
    scopes: z.array(z.enum(SCOPES)).openapi({ example: ['attendees:read', 'check-ins:write'] }),
    created_at: instant,
    expires_at: instant.nullable().openapi({ description: 'Null: it does not end by itself.' }),
    last_used_at: instant.nullable().openapi({ description: 'To the minute; null: never.' }),
    previous_secret_until: instant.nullable().openapi({ description: 'Until then the secret before the last rotation opens as well.' }),
  })
  .openapi('ApiKey');

export const apiKeyWithSecretSchema = apiKeySchema
  .extend({ secret: z.string().openapi({ description: 'Shown here and never again.', example: 'adj_5v3…' }) })
  .openapi('ApiKeyWithSecret');

export const apiKeyPageSchema = z.object({ data: z.array(apiKeySchema), next_cursor: nextCursor }).openapi('ApiKeyPage');

export const apiKeyQuery = z.strictObject(pageQuery('k'));

export const newApiKeySchema = z
  .strictObject({
    name: line(100, 'Till at the door').openapi({ description: 'What it is for.' }),
    scopes: z
      .array(z.enum(SCOPES))
      .min(1)
      .optional()
      .openapi({
        description: `${LEAST_SCOPES.join(', ')} unless told; none that you have not yourself.`,
        example: ['attendees:read', 'check-ins:write'],
      }),
    expires_at: instantGiven.nullish().openapi({ description: 'When it ends by itself.', example: '2031-01-01T00:00:00Z' }),
  })
  .openapi('NewApiKey');

const MOST_OVERLAP_HOURS = 168;
export const OVERLAP_HOURS = 24;

export const rotationSchema = z
  .strictObject({
    overlap_hours: z
      .int()
      .min(0)
      .max(MOST_OVERLAP_HOURS)
      .optional()
      .openapi({ description: `How long the secret before opens as well; ${OVERLAP_HOURS} unless told.`, example: OVERLAP_HOURS }),
  })
  .openapi('ApiKeyRotation');
