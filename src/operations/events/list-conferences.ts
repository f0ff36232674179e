import type { Conference } from '../../domain/events/conference.ts';
import type { Tenant } from '../../domain/tenants/tenant.ts';
import { listConferences as list } from '../../storage/events/conferences.ts';
import type { Context } from '../context.ts';

/** The online conferences of these events, deleted ones too. */
export async function listConferences(context: Context, tenant: Tenant, eventIds: number[]): Promise<Conference[]> {
  return list(context.db, tenant.id, eventIds);
}
