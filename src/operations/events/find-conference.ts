import type { Conference } from '../../domain/events/conference.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { findConference as find } from '../../storage/events/conferences.ts';
import type { Context } from '../context.ts';

/** One online conference of a tenant that is not deleted; undefined when there is none. */
export async function findConference(context: Context, tenant: Tenant, id: number): Promise<Conference | undefined> {
  return find(context.db, tenant.id, id);
}
