import type { Viewer } from '../../domain/events/circle.ts';
import type { Category, PublicEvent } from '../../domain/events/public-event.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { type PublicEventOrder, type PublicEventWindow, listPublicEvents as list } from '../../storage/events/public-event-list.ts';
import type { Context } from '../context.ts';

export type { PublicEventOrder };

export type PublicEventListing = Omit<PublicEventWindow, 'limit' | 'offset'> & {
  /** From 1. */
  page: number;
  pageSize: number;
};

/** A page of the events that a viewer may see, how many there are in all, and all categories of the tenant. */
export function listPublicEvents(
  { db, clock }: Context,
  tenant: Tenant,
  viewer: Viewer,
  { page, pageSize, ...filter }: PublicEventListing,
): Promise<{ events: PublicEvent[]; total: number; categories: Category[] }> {
  const window = { ...filter, limit: pageSize, offset: (page - 1) * pageSize };
  return list(db, { tenantId: tenant.id, viewer, now: clock.now() }, window);
}
