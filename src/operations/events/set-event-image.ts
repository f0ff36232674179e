import { type ImageSize, MAX_IMAGE_BYTES, mediaTypeOf } from '../../domain/events/image.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { deleteEventImage, saveEventImage } from '../../storage/events/event-images.ts';
import type { Context } from '../context.ts';

export type SetEventImageOutcome = { outcome: 'saved' | 'removed' | 'not_found' | 'too_large' | 'not_an_image' };

/** Gives an event a picture (PNG, JPEG, GIF or WebP, at most 2 MiB) in place of the one before, or takes it away (null). */
export async function setEventImage(
  context: Context,
  tenant: Tenant,
  eventId: number,
  size: ImageSize,
  bytes: Uint8Array | null,
): Promise<SetEventImageOutcome> {
  if (bytes === null) return { outcome: (await deleteEventImage(context.db, tenant.id, eventId, size)) ? 'removed' : 'not_found' };
  if (bytes.length > MAX_IMAGE_BYTES) return { outcome: 'too_large' };
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === null) return { outcome: 'not_an_image' };
  return { outcome: (await saveEventImage(context.db, tenant.id, eventId, size, { mediaType, bytes })) ? 'saved' : 'not_found' };
}
