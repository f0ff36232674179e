import type { ImageSize } from '../../domain/events/image.ts';
import { findEventImage } from '../../operations/events/find-event-image.ts';
import { revalidated } from './answer.ts';
import type { ReaderCall } from './call.ts';
import { noSuchEvent } from './errors.ts';
import { placeholderImage } from './placeholder.ts';
import { parseId } from './schema.ts';

/** `GET /en/events/getsmallimage?id=` and `getlargeimage` (nexudus.md §4.5): the event's picture, or a quiet one in its place. */
export function findImage(size: ImageSize): (call: ReaderCall) => Promise<Response> {
  return async ({ c, options, tenant, viewer }) => {
    const eventId = parseId(c.req.query('id') ?? '');
    if (eventId === null) return noSuchEvent();
    const found = await findEventImage(options.context, tenant, viewer, eventId, size);
    switch (found.outcome) {
      case 'found':
        return revalidated(c.req.header('if-none-match'), found.image.bytes, found.image.mediaType);
      case 'none_stored':
        return revalidated(c.req.header('if-none-match'), Buffer.from(placeholderImage(eventId)), 'image/svg+xml');
      case 'not_found':
        return noSuchEvent();
    }
  };
}
