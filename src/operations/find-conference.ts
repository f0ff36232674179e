import type { Conference } from '../domain/conference.ts';
import type { Tenant } from '../domain/tenant.ts';
import { findConference as find } from '../storage/conferences.ts';
import type { Context } from './context.ts';

/** One online conference of a tenant that is not deleted; undefined when there is none. */
export async function findConference(context: Context, tenant: Tenant, id: number): Promise<Conference | undefined> {
  return find(context.db, tenant.id, id);
}
