import type { Image, ImageSize } from '../../domain/events/image.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findEventImage } from '../../storage/events/event-images.ts';
import type { Context } from '../context.ts';

/** The picture of an event for whoever runs it, a draft or not; of the other size where there is none of this one. Undefined: it has none at all. */
export function readEventImage(context: Context, tenant: Tenant, eventId: number, size: ImageSize): Promise<Image | undefined> {
  return findEventImage(context.db, tenant.id, eventId, size);
}
