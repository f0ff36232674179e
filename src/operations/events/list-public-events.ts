import type { Viewer } from '../../domain/events/circle.ts';
import type { Category, PublicEvent } from '../../domain/events/public-event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import {
  type PublicEventOrder,
  type PublicEventPage,
  listCategories,
  listPublicEvents as list,
} from '../../storage/events/public-events.ts';
import type { Context } from '../context.ts';

export type { PublicEventOrder };

export type PublicEventListing = Omit<PublicEventPage, 'limit' | 'offset'> & {
  /** From 1. */
  page: number;
  pageSize: number;
};

/** A page of the events that a viewer may see, how many there are in all, and all categories of the tenant. */
export async function listPublicEvents(
  context: Context,
  tenant: Tenant,
  viewer: Viewer,
  listing: PublicEventListing,
): Promise<{ events: PublicEvent[]; total: number; categories: Category[] }> {
  const { page, pageSize, ...filter } = listing;
  const window = { ...filter, limit: pageSize, offset: (page - 1) * pageSize };
  const [listed, categories] = await Promise.all([
    list(context.db, { tenantId: tenant.id, viewer, now: context.clock.now() }, window),
    listCategories(context.db, tenant.id),
  ]);
  return { ...listed, categories };
}
