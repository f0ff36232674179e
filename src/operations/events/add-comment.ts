import type { Viewer } from '../../domain/events/circle.ts';
import { type Tenant, settingsOf } from '../../domain/tenants/tenant.ts';
import { type NewComment, insertComment } from '../../storage/events/comments.ts';
import { mayBeSeen } from '../../storage/events/public-events.ts';
import type { Context } from '../context.ts';

export type AddCommentOutcome = { outcome: 'added' | 'not_found' | 'not_enabled' };

/** Says something of an event that the person may see; shown at once unless the tenant reads comments first. */
export async function addComment(
  context: Context,
  tenant: Tenant,
  viewer: Viewer,
  comment: Omit<NewComment, 'published'>,
): Promise<AddCommentOutcome> {
  const now = context.clock.now();
  if (!(await mayBeSeen(context.db, { tenantId: tenant.id, viewer, now }, comment.eventId))) return { outcome: 'not_found' };
  const published = settingsOf(tenant).publishComments;
  return { outcome: (await insertComment(context.db, tenant.id, { ...comment, published }, now)) ? 'added' : 'not_enabled' };
}
