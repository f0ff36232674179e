import { type OpenAPIHono, z } from '@hono/zod-openapi';
import { MAX_IMAGE_BYTES } from '../../../domain/events/image.ts';
import { readEventImage } from '../../../operations/events/read-event-image.ts';
import { setEventImage } from '../../../operations/events/set-event-image.ts';
import type { DoorOptions } from '../../http/door.ts';
import { noContent, refuse, route } from '../described.ts';
import { numberOf } from '../number-of.ts';
import type { V1Env } from '../principal.ts';
import { byId } from '../schema.ts';
import { noSuchEvent } from '../problem.ts';

const size = z.strictObject({
  size: z
    .enum(['small', 'large'])
    .default('large')
    .openapi({ param: { name: 'size', in: 'query', description: 'The other one is shown where there is none of this size.' } }),
});

const picture = { schema: z.string().openapi({ format: 'binary' }) };
const content = { 'image/png': picture, 'image/jpeg': picture, 'image/webp': picture, 'image/gif': picture };

/** An event's picture: /api/v1/events/{id}/image. */
export function addEventImageRoutes(app: OpenAPIHono<V1Env>, { context }: DoorOptions): void {
  app.openapi(
    route('events:read', {
      operationId: 'getEventImage',
      tag: 'Events',
      method: 'get',
      path: '/api/v1/events/{id}/image',
      summary: "An event's picture.",
      request: { params: byId, query: size },
      responses: { 200: { content, description: 'The picture' } },
    }),
    async (c) => {
      const id = await numberOf(c, 'event', c.req.valid('param').id);
      const image = await readEventImage(context, c.get('tenant'), id, c.req.valid('query').size);
      if (!image) return refuse(c, 'not-found', { detail: 'There is no such event, or it has no picture.' });
      const headers = { 'content-type': image.mediaType, 'x-content-type-options': 'nosniff' };
      return c.body(new Uint8Array(image.bytes), 200, headers);
    },
  );
  app.openapi(
    route('events:write', {
      operationId: 'setEventImage',
      tag: 'Events',
      method: 'put',
      path: '/api/v1/events/{id}/image',
      summary: 'Gives an event a picture in place of the one before: PNG, JPEG, GIF or WebP, as its bytes say, at most 2 MiB.',
      request: { params: byId, query: size, body: { content, required: true } },
      responses: { 204: noContent('Kept') },
      maxBodyBytes: MAX_IMAGE_BYTES,
    }),
    async (c) => {
      const id = await numberOf(c, 'event', c.req.valid('param').id);
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const { outcome } = await setEventImage(context, c.get('tenant'), id, c.req.valid('query').size, bytes);
      switch (outcome) {
        case 'saved':
        case 'removed':
          return c.body(null, 204);
        case 'too_large':
          return refuse(c, 'too-large', { detail: 'A picture has at most 2 MiB.' });
        case 'not_an_image':
          return refuse(c, 'unsupported-media-type', { detail: 'Send the bytes of a PNG, JPEG, GIF or WebP as the body.' });
        case 'not_found':
          return refuse(c, 'not-found', noSuchEvent);
      }
    },
  );
  app.openapi(
    route('events:write', {
      operationId: 'deleteEventImage',
      tag: 'Events',
      method: 'delete',
      path: '/api/v1/events/{id}/image',
      summary: 'Takes the picture of that size away.',
      request: { params: byId, query: size },
      responses: { 204: noContent('Gone') },
    }),
    async (c) => {
      const id = await numberOf(c, 'event', c.req.valid('param').id);
      const { outcome } = await setEventImage(context, c.get('tenant'), id, c.req.valid('query').size, null);
      return outcome === 'removed'
        ? c.body(null, 204)
        : refuse(c, 'not-found', { detail: 'There is no such event, or it has no picture of that size.' });
    },
  );
}
