import type { Viewer } from '../../domain/events/circle.ts';
import type { Image, ImageSize } from '../../domain/events/image.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findEventImage as find } from '../../storage/events/event-images.ts';
import { mayBeSeen } from '../../storage/events/public-events.ts';
import type { Context } from '../context.ts';

export type FindEventImageOutcome = { outcome: 'found'; image: Image } | { outcome: 'none_stored' | 'not_found' };

/** The picture of an event that a viewer may see. */
export async function findEventImage(
  context: Context,
  tenant: Tenant,
  viewer: Viewer,
  eventId: number,
  size: ImageSize,
): Promise<FindEventImageOutcome> {
  const sight = { tenantId: tenant.id, viewer, now: context.clock.now() };
  if (!(await mayBeSeen(context.db, sight, eventId))) return { outcome: 'not_found' };
  const image = await find(context.db, tenant.id, eventId, size);
  return image ? { outcome: 'found', image } : { outcome: 'none_stored' };
}
